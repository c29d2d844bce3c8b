import { type Browser, expect, type Page, test } from '@playwright/test'
import { publishedPages } from '#domain/routes/site.ts'
import { browserPath } from '../support/browser.ts'
import { axe } from './inspect.ts'
import { fillForm, fits, follow, press, sendForm } from './people.ts'
import { type SampleName, sampleStaff, signIn } from './staff.ts'
import { checkedPaths } from './static-pages.ts'

/** Text at 200 %, set in the browser as people do: no page needs a sideways scroll, even at 320 px, and axe finds nothing. */

test.use({
  viewport: { width: 320, height: 740 },
  launchOptions: {
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--blink-settings=defaultFontSize=32'],
  },
})

/** One page of each type: axe looks at the layout, which the others share. */
const byType = Map.groupBy(checkedPaths, (path) => `${path.split('/')[1]} ${path.split('/').length}`)
const types = new Set([...byType.values()].map(([first]) => first))
const asked = [
  '/search?q=老公打我',
  '/search?q=zzzz',
  '/deadlines/when?limit=labour-arbitration&from=2026-01-10',
  '/deadlines/when?limit=x&from=2026-02-30',
  '/file/from/unpaid-wages/safe.firm.still',
  '/nothing/',
  ...publishedPages.map(({ path }) => path),
]

test('the text is twice as large as usual', async ({ page }) => {
  await page.goto('/')
  expect(await page.locator('html').evaluate((html) => getComputedStyle(html).fontSize)).toBe('36px')
})

/** Small enough that every page of a part fits in its time when all are checked. */
const parts = Math.ceil(checkedPaths.length / 40)
for (let part = 0; part < parts; part += 1)
  test(`no static page overflows, part ${part + 1}`, async ({ page }) => {
    test.setTimeout(120_000)
    for (const path of checkedPaths.filter((_, index) => index % parts === part))
      await test.step(path, async () => {
        await page.goto(path)
        await fits(page)
        if (types.has(path)) await axe(page)
      })
  })

/** Opens the page, or stays on the one that is open, and checks it. */
const check = async (page: Page, path?: string): Promise<void> => {
  if (path) await page.goto(path)
  await fits(page)
  await axe(page)
}

test('no page of the Worker overflows', async ({ page }) => {
  test.setTimeout(60_000)
  for (const path of asked) await test.step(path, () => check(page, path))
  await page.goto('/file/')
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await check(page)
  await fillForm(page, { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' })
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await check(page)
  await page.goBack()
  await expect(page.getByLabel('发生了什么')).toBeVisible()
  await fillForm(page, { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' })
  const { code } = await sendForm(page)
  await check(page)
  await follow(page, code)
  await check(page)
  // Beside the full lane two or three characters fit a line.
  const words = await page.locator('.timeline b').first().boundingBox()
  const character = Number.parseFloat(
    await page
      .locator('.timeline b')
      .first()
      .evaluate((b) => getComputedStyle(b).fontSize),
  )
  expect((words?.width ?? 0) / character).toBeGreaterThan(4)
})

/** Wide digits, as many phones have; the size of the text in px, 16 unless somebody changed it. */
const setText = (page: Page, size: number) =>
  page.locator('html').evaluate((html, px) => {
    html.style.fontSize = `${px * 1.125}px`
    html.style.setProperty('--hei', 'DejaVu Sans')
  }, size)

test('no group of a tracking code breaks, whatever the width and the size of the text', async ({ page }) => {
  await fillForm(page, { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' })
  await sendForm(page)
  const groups = page.locator('.code span')
  for (const [width, size] of [
    ...([
      [320, 16],
      [320, 32],
      [360, 16],
      [360, 20],
      [360, 24],
      [360, 32],
      [800, 16],
    ] as const),
  ]) {
    await page.setViewportSize({ width, height: 740 })
    await setText(page, size)
    const boxes = await groups.evaluateAll((spans) =>
      spans.map((span) => {
        const range = span.ownerDocument.createRange()
        range.selectNodeContents(span)
        const { left, right } = range.getBoundingClientRect()
        const box = span.getBoundingClientRect()
        return { lines: range.getClientRects().length, inside: left >= box.left && right <= box.right + 1 }
      }),
    )
    expect(boxes, `${width} px, text of ${size} px`).toEqual(Array(4).fill({ lines: 1, inside: true }))
    await fits(page)
  }
})

const as = async (browser: Browser, name: SampleName): Promise<Page> => {
  const desk = await browser.newPage()
  await signIn(desk, sampleStaff(name))
  return desk
}

test('no page of a case at the desk overflows, nor a list', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await check(page, '/desk/sign-in')
  await fillForm(page, { narrative: '隔壁翻了屋顶，水滴进来。', request: '请他家装水槽。' })
  const { number } = await sendForm(page)
  const path = `/desk/cases/${number}`

  const village = await as(browser, 'village')
  for (const one of [
    ...['/desk/', '/desk/cases/', '/desk/cases/?list=desk&waits=new&category=neighbour'],
    ...['/desk/find', '/desk/handbook', '/desk/digest', '/desk/week', '/desk/figures', '/desk/account'],
    ...['/desk/figures/rows?by=place', '/desk/ledger', '/desk/ledger/print'],
    ...['/desk/traces', '/desk/case-pay'],
    ...[path, `/desk/batch?kind=accepted&case=${number}`, `${path}/recused`, `${path}/nothing`],
  ])
    await check(village, one)
  await village.goto(`${path}/accepted`)
  await press(village, '受理')
  await check(village)
  await village.getByLabel('事由').fill('屋檐滴水')
  await press(village, '受理')
  await check(village)
  await check(village, `${path}/mediator-changed`)
  await check(village, `${path}/report`)
  for (const one of ['', '/all', '/rights', '/minutes', '/delivery'])
    await check(village, `${path}/dossier${one}`)
  await village.goto(`${path}/asked`)
  await village.getByRole('textbox').fill('水是从哪边滴下来的？')
  await press(village, '请申请人补充')
  await check(village)
  await village.goto(`${path}/escalated`)
  await village.getByLabel(/青石镇人民调解委员会/).check()
  await village.getByLabel(/^理由/).fill('说了两回，没有说成。')
  await press(village, '上报')
  await check(village)
  await check(village, `${path}/trace`)
  await check(village, '/desk/traces')
  await village.close()

  const town = await as(browser, 'town')
  for (const one of [
    '/desk/',
    '/desk/below',
    path,
    `/desk/batch?kind=assigned&case=${number}`,
    `${path}/recusal-recorded`,
    ...[`${path}/supervised`, '/desk/ledger?category=neighbour', '/desk/ledger/views?category=neighbour'],
    ...['/desk/month', '/desk/mediation-month', '/desk/measures', '/desk/ratings', '/desk/import'],
  ])
    await check(town, one)
  await town.goto(`${path}/settled`)
  await press(town, '调解成功')
  await check(town)
  await town.goto(`${path}/closed`)
  await press(town, '办结')
  await check(town)
  await town.close()

  const county = await as(browser, 'county')
  for (const one of [
    '/desk/',
    '/desk/below',
    '/desk/below?at=qingshi',
    '/desk/ledger/sealed',
    '/desk/measures',
  ])
    await check(county, one)
  await county.close()
})

test('no page for registering, nor of the accounts of staff, overflows', async ({ browser }) => {
  test.setTimeout(90_000)
  const grid = await as(browser, 'grid')
  await check(grid, '/desk/checklist')
  await grid.getByRole('radio').first().check()
  await grid.locator('main').getByRole('button').click()
  await check(grid)
  await press(grid, '登记')
  await check(grid)
  await grid.close()

  const admin = await as(browser, 'admin')
  await check(admin, '/desk/staff/')
  await check(admin, '/desk/log')
  await check(admin, '/desk/staff/new')
  await admin.goto('/desk/staff/')
  await admin.locator('.case-rows a').first().click()
  await check(admin)
  await admin.close()
})
