import { expect, type Page, test } from '@playwright/test'
import { county } from '#generated/county.ts'

/** Leaving a page about violence at once, and what the back button still shows (docs/how/leaving.md). */

const outside = county.site.leaveTo
const secret = '他昨晚又动手了'

/** The outside page, which a test must not ask for. */
const weather = (page: Page) =>
  page.route(`${outside}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>天气</title><h1>晴</h1>' }),
  )

const leave = async (page: Page) => {
  await page.locator('.quick-exit').getByRole('link', { name: '马上离开' }).click()
  await expect(page).toHaveURL(outside)
}

/** One step back. The script may lead outside meanwhile, so a load that never ends is no fault. */
const back = (page: Page) => page.goBack({ waitUntil: 'commit', timeout: 10_000 }).catch(() => undefined)

/** What a person sees of the page: nothing while it is blank. */
const words = (page: Page) => page.evaluate(() => document.documentElement.innerText)

test.beforeEach(({ page }) => weather(page))

test('with scripts nothing of the pages stays behind the back button, and following ends', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await page.goto('/guides/home-life/')
  await page.goto('/lessons/family/at-home/')
  // Scripts cannot see this cookie: when it is gone, the browser has reached /leave.
  const cookie = { name: 'following', value: 'x', url: new URL('/', page.url()).href, httpOnly: true }
  await context.addCookies([cookie])
  await leave(page)
  await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['left'])
  await back(page)
  await expect(page).toHaveURL(outside)
  expect(await words(page)).not.toContain('安全')
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['left'])
})

test('the form is empty after leaving, and its draft is gone', async ({ page }) => {
  await page.goto('/file/')
  await page.getByLabel('在这部手机上存草稿').check()
  await page.getByLabel('发生了什么').fill(secret)
  await expect(page.locator('.quick-exit')).toBeHidden()
  await page
    .getByRole('group', { name: /眼下有没有人打您/ })
    .getByLabel('有', { exact: true })
    .check()
  await expect(page.locator('.quick-exit')).toBeVisible()
  await leave(page)
  await page.goto('/file/')
  await expect(page.getByLabel('发生了什么')).toHaveValue('')
  expect(await page.evaluate(() => window.localStorage.length)).toBe(0)
})

test('opened anew, a page is shown as always', async ({ page }) => {
  await page.goto('/lessons/family/at-home/')
  await leave(page)
  await page.goto('/lessons/family/at-home/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a page that the browser kept whole is blank after leaving, and as always before', async ({ page }) => {
  // The headless browser keeps no pages; phones do, and tell the page by this event.
  const comesBack = () =>
    page.evaluate(() =>
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true, bubbles: true })),
    )
  await page.goto('/lessons/family/at-home/')
  await comesBack()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.context().addCookies([{ name: 'left', value: '1', url: new URL('/', page.url()).href }])
  await comesBack().catch(() => undefined)
  await expect(page).toHaveURL(outside)
})

test('nothing typed by a person in danger is left on any page behind the way out', async ({ page }) => {
  await page.goto('/file/')
  await page
    .getByRole('group', { name: /眼下有没有人打您/ })
    .getByLabel('有', { exact: true })
    .check()
  await page.getByLabel('发生了什么').fill(secret)
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page).toHaveTitle(/^错误/)
  await expect(page).toHaveURL('/file/')
  await leave(page)
  for (let steps = 0; steps < 3; steps += 1) {
    await back(page)
    const seen = () =>
      page
        .evaluate(() => [
          document.documentElement.innerText,
          ...[...document.querySelectorAll('textarea')].map(({ value }) => value),
        ])
        // Led outside in this very moment.
        .catch(() => [secret])
    await expect.poll(seen).not.toContain(secret)
  }
})

test('the way out works while the Worker does not', async ({ page }) => {
  await page.route('**/leave', (route) => route.abort())
  await page.goto('/situations/home-life/')
  await leave(page)
})

test('the bar stays in sight, and leaves room for the text at 320 px and twice the size', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/lessons/family/at-home/', '/guides/home-life/b/', '/search?q=老公打我']) {
    await page.goto(path)
    await page.locator('html').evaluate((html) => {
      html.style.fontSize = '200%'
    })
    await page.evaluate(() => window.scrollTo(0, 900))
    const bar = page.locator('.quick-exit')
    for (const link of await bar.getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 })
    expect((await bar.boundingBox())?.height).toBeLessThan(640 / 4)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    // What gets the focus is not below the bar.
    const last = page.getByRole('main').getByRole('link').first()
    await last.evaluate((link) => link.scrollIntoView())
    const [link, top] = [await last.boundingBox(), await bar.boundingBox()]
    expect(link?.y).toBeGreaterThanOrEqual((top?.y ?? 0) + (top?.height ?? 0) - 1)
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the way out leads outside from a prerendered page, and the browser tells /leave', async ({
    page,
    context,
  }) => {
    await page.goto('/lessons/family/at-home/')
    await leave(page)
    await expect.poll(async () => (await context.cookies()).map(({ name }) => name)).toEqual(['left'])
  })

  test('the Worker’s own page is forgotten on the way out', async ({ page, context }) => {
    await page.goto('/file/')
    await page
      .getByRole('group', { name: /眼下有没有人打您/ })
      .getByLabel('有', { exact: true })
      .check()
    await page.getByLabel('发生了什么').fill(secret)
    await page.getByRole('button', { name: '下一步：核对信息' }).click()
    await expect(page.getByLabel('发生了什么')).toHaveValue(secret)
    // A redirect leaves the test's own network: there is no page outside to see.
    const led = page.waitForRequest(outside)
    await page.locator('.quick-exit').getByRole('link', { name: '马上离开' }).click()
    const from = (await led).redirectedFrom()
    expect(from && new URL(from.url()).pathname).toBe('/leave')
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['left'])
  })
})
