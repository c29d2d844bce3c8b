import { expect, test } from '@playwright/test'
import { publishedPages } from '#domain/routes/site.ts'
import { inspect } from './inspect.ts'
import { fillForm, fits, follow, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'
import { checkedPaths, everyPage, firstOf } from './static-pages.ts'

/** Pages of the build: axe, width, targets, requests. */

/** One page of each kind; the text does not matter. */
const kinds = [
  '/',
  '/file/',
  '/track/',
  '/contacts/',
  '/laws/civil-code/',
  firstOf('/lessons/'),
  firstOf('/stories/'),
]

/** Pages of one folder share a test and a tab: opening a tab takes longer than checking a page. */
const groups = new Map<string, string[]>()
for (const path of checkedPaths) {
  const folder = path.split('/').slice(0, 2).join('/')
  const last = [...groups.keys()].findLast((name) => name.startsWith(`${folder}/ `)) ?? `${folder}/ 1`
  const full = (groups.get(last)?.length ?? 0) >= (folder === '/guides' ? 40 : 12)
  const name = full ? `${folder}/ ${Number(last.split(' ')[1]) + 1}` : last
  groups.set(name, [...(groups.get(name) ?? []), path])
}

for (const [folder, paths] of groups)
  test(`pages under ${folder} pass the page checks`, async ({ page }) => {
    test.setTimeout(90_000)
    let requests: string[] = []
    const faults: string[] = []
    page.on('request', (request) => requests.push(request.resourceType()))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    for (const [at, path] of paths.entries())
      await test.step(path, async () => {
        requests = []
        await page.setViewportSize({ width: 360, height: 740 })
        const answer = await page.goto(path)
        expect(answer?.status()).toBe(200)
        // The page and its script; a form has one more, and filing one for its drafts.
        const most = path.startsWith('/file/') ? 4 : 3
        expect(requests.filter((type) => type !== 'image').length).toBeLessThanOrEqual(most)
        // Steps of guides share two layouts: axe checks every second, the width check all.
        await inspect(page, !everyPage || !path.startsWith('/guides/') || at % 2 === 0)
        expect(faults).toEqual([])
      })
  })

const story = { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' }

test('pages of the Worker pass the page checks: errors, check, slip, case, refusal', async ({ page }) => {
  test.setTimeout(60_000)
  const small = async () => {
    await inspect(page)
    await page.setViewportSize({ width: 360, height: 740 })
  }
  await page.goto('/file/')
  await page
    .getByRole('group', { name: /眼下有没有人打您/ })
    .getByLabel('有', { exact: true })
    .check()
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await small()
  await fillForm(page, story)
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await small()
  await fillForm(page, story)
  const { code } = await sendForm(page)
  await small()
  await page.getByRole('button', { name: '我已记下' }).click()
  await page.getByLabel('16 位查询码').fill('1')
  await page.getByRole('button', { name: '查进度' }).click()
  await small()
  await follow(page, code)
  await small()
  await page.goto('/nothing/')
  await small()
})

const asked = [
  '/search',
  '/search?q=老公打我',
  '/search?q=老板跑了不给工钱',
  '/search?q=zzzz',
  '/deadlines/when?limit=labour-arbitration&from=2026-01-10',
  '/deadlines/when?limit=civil-limitation&from=2020-01-10',
  '/deadlines/when?limit=x&from=2026-02-30',
  '/file/from/unpaid-wages/safe.firm.still',
  ...publishedPages.map(({ path }) => path),
]

test('pages of the Worker for everybody pass the page checks: search, counted limits, form from a guide, what is published', async ({
  page,
}) => {
  test.setTimeout(60_000)
  for (const path of asked) {
    await page.setViewportSize({ width: 360, height: 740 })
    const answer = await page.goto(path)
    expect([200, 422], path).toContain(answer?.status())
    await inspect(page)
  }
})

test('pages of the ledger, the sheets and the head have large targets and fit a phone', async ({ page }) => {
  test.setTimeout(60_000)
  await signIn(page, sampleStaff('county'))
  for (const path of [
    ...['/desk/', '/desk/below', '/desk/below?at=qingshi', '/desk/cases/?list=below', '/desk/figures'],
    ...['/desk/ledger?category=neighbour', '/desk/ledger/views', '/desk/ledger/sealed', '/desk/ledger/print'],
    ...['/desk/digest', '/desk/week', '/desk/month', '/desk/mediation-month', '/desk/case-pay'],
    ...['/desk/measures', '/desk/ratings', '/desk/import', '/desk/register', '/desk/traces'],
  ])
    await test.step(path, async () => {
      await page.setViewportSize({ width: 360, height: 740 })
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(200)
      // axe has seen them with large text (large-text.spec.ts, in test:deep).
      await inspect(page, false)
    })
})

test('at 400 % zoom (1280 px wide becomes 320) nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  for (const path of kinds) {
    await page.goto(path)
    await fits(page)
  }
})

test('the home page shows all that one can do on the first screen of a phone', async ({ page }) => {
  for (const width of [320, 360, 393]) {
    await page.setViewportSize({ width, height: 740 })
    await page.goto('/')
    const doors = page.getByRole('list', { name: '您可以做什么' }).getByRole('link')
    await expect(doors).toHaveCount(4)
    for (const door of await doors.all()) await expect(door).toBeInViewport({ ratio: 1 })
    for (const number of ['110', '120'])
      await expect(page.getByRole('banner').getByRole('link', { name: number })).toBeInViewport({ ratio: 1 })
  }
})
