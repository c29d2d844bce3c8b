import { expect, type Page, test } from '@playwright/test'
import { county } from '#generated/county.ts'

/** Without a network: hotlines and read lessons are there, and nothing else ever was kept. */

const lesson = '/lessons/neighbour/eaves-water/'
const aboutViolence = '/lessons/family/at-home/'

/** A page with the script that starts the service worker. */
const start = async (page: Page) => {
  await page.goto('/file/')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))
  })
}

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return lists.flat().map(({ url }) => new URL(url).pathname)
  })

test('hotlines and a lesson that was read open; a page about violence, a search and the form do not', async ({
  page,
  context,
}) => {
  await start(page)
  await expect.poll(() => kept(page)).toEqual(['/contacts/'])
  for (const path of [lesson, aboutViolence, '/search?q=滴水', '/track/', '/guides/home-life/', '/file/'])
    await page.goto(path)
  await expect.poll(async () => (await kept(page)).sort()).toEqual(['/contacts/', lesson])

  await context.setOffline(true)
  await page.goto('/contacts/')
  await expect(page.getByRole('link', { name: /拨打公共法律服务热线/ })).toBeVisible()
  await page.goto(lesson)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const path of [aboutViolence, '/search?q=滴水', '/file/', '/track/'])
    await expect(page.goto(path), path).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
})

test('a page comes from the network while there is one', async ({ page }) => {
  await start(page)
  await page.goto(lesson)
  await expect.poll(() => kept(page)).toContain(lesson)
  await page.evaluate(async (path) => {
    for (const name of await caches.keys())
      await (await caches.open(name)).put(
        path,
        new Response('<h1>alt</h1>', { headers: { 'content-type': 'text/html' } }),
      )
  }, lesson)
  await page.goto(lesson)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('alt')
})

test('leaving removes the service worker and all it kept', async ({ page }) => {
  await page.route(`${county.site.leaveTo}**`, (route) => route.fulfill({ body: '晴' }))
  await start(page)
  await page.goto(lesson)
  await expect.poll(() => kept(page)).toContain(lesson)
  await page.goto(aboutViolence)
  await page.locator('.quick-exit').getByRole('link', { name: '马上离开' }).click()
  await expect(page).toHaveURL(county.site.leaveTo)
  await page.goto('/robots.txt')
  await expect.poll(() => kept(page)).toEqual([])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})
