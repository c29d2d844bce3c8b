import { expect, type Page, test } from '@playwright/test'
import { library } from '#generated/library.ts'
import { arrived, fillForm, press, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'
import { allPaths, printedCards as cards, isCard } from './static-pages.ts'

/**
 * Sheets to hang up or hand over: a card for each lesson, comparisons, the chart of last days. Each is one page of paper,
 * with nothing of the site around it.
 */

/** Number of pages, and the size of the first, in points. */
const printed = async (page: Page): Promise<{ sheets: number; height: number }> => {
  const pdf = (
    await page.pdf({
      preferCSSPageSize: true,
      format: 'A4',
      margin: { top: '10mm', bottom: '10mm', left: '12mm', right: '12mm' },
    })
  ).toString('latin1')
  const [, height = '0'] = /\/MediaBox\s*\[\s*[\d.]+ [\d.]+ [\d.]+ ([\d.]+)/.exec(pdf) ?? []
  return { sheets: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0, height: Number(height) }
}

const a4 = 842
const a3 = 1191
const comparisons = library.comparisons.map(({ id }) => `/compare/${id}/`)

test('every lesson has a card', () => {
  const lessons = allPaths.filter((path) => /^\/lessons\/[^/]+\/[^/]+\/$/.test(path))
  expect(allPaths.filter(isCard)).toEqual(lessons.map((path) => `${path}card/`))
  expect(lessons.length).toBeGreaterThan(100)
})

/** Small enough for the time of one test when all are checked. */
const parts = Math.ceil(cards.length / 40)
for (let part = 0; part < parts; part += 1)
  test(`cards of lessons are one A4 sheet each, part ${part + 1}`, async ({ page }) => {
    test.setTimeout(120_000)
    for (const path of cards.filter((_, index) => index % parts === part))
      await test.step(path, async () => {
        await page.goto(path)
        const { sheets, height } = await printed(page)
        expect(sheets).toBe(1)
        expect(Math.abs(height - a4)).toBeLessThan(3)
      })
  })

for (const [path, size] of [
  ...comparisons.map((one) => [one, a4] as const),
  ['/deadlines/wall/', a3] as const,
])
  test(`${path} is one sheet`, async ({ page }) => {
    await page.goto(path)
    const { sheets, height } = await printed(page)
    expect(sheets).toBe(1)
    expect(Math.abs(height - size)).toBeLessThan(3)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByText('六尺巷，示例县矛盾纠纷调处中心')).toBeVisible()
  })

test('a card says what its lesson says, and is linked from it', async ({ page }) => {
  await page.goto('/lessons/labour/injury-no-contract/')
  const summary = page.locator('.lesson-summary dd')
  const said = [
    await page.getByRole('heading', { level: 1 }).innerText(),
    await summary.nth(0).innerText(),
    await summary.nth(2).innerText(),
    await summary.nth(3).innerText(),
    await page.locator('.text > blockquote').innerText(),
    ...(await page.locator('.stepped strong').allInnerTexts()),
  ]
  expect(said).toHaveLength(8)
  await page.getByRole('link', { name: '打印一页纸' }).click()
  await arrived(page)
  const card = await page.getByRole('main').innerText()
  for (const words of said) expect(card).toContain(words.trim())
  for (const number of ['120', '12333', '12348'])
    await expect(page.getByRole('main').getByRole('link', { name: number }).first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('contentinfo').last()).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('sheets about violence have the way to leave on the screen, and a title that says nothing', async ({
  page,
}) => {
  for (const path of ['/lessons/family/at-home/card/', '/compare/two-papers/']) {
    await page.goto(path)
    await expect(page).toHaveTitle('便民信息')
    await expect(page.getByRole('link', { name: '马上离开' })).toBeVisible()
    await expect(page.getByText('收在那个人看不到的地方')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('link', { name: '马上离开' })).toBeHidden()
    await expect(page.getByText('收在那个人看不到的地方')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  }
})

test('a comparison is a table where there is room, and question by question on a phone', async ({ page }) => {
  await page.goto('/compare/hurt-while-working/')
  const row = page.getByRole('row', { name: /谁出钱/ })
  const cells = row.getByRole('cell')
  await expect(cells).toHaveCount(4)
  const tops = async () =>
    new Set(await cells.evaluateAll((all) => all.map((cell) => Math.round(cell.getBoundingClientRect().top))))
  await page.setViewportSize({ width: 1280, height: 800 })
  expect((await tops()).size).toBe(1)
  await page.setViewportSize({ width: 320, height: 740 })
  expect((await tops()).size).toBe(4)
  for (const name of ['工伤', '雇工', '承揽', '帮工'])
    await expect(row.getByText(name, { exact: true })).toBeVisible()
})

test('the text of an old or single source says on the sheet that it must be checked', async ({ page }) => {
  for (const path of ['/compare/two-papers/', '/deadlines/wall/']) {
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    await expect(
      page
        .getByText(/请再核对/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible()
  }
})

test('lessons, situations, letters and the limits lead to the sheets that serve them', async ({ page }) => {
  for (const [from, to] of [
    ['/letters/iou/', '/compare/three-notes/'],
    ['/situations/work-injury/', '/compare/hurt-while-working/'],
    ['/lessons/debt/friend-owes/', '/compare/three-notes/'],
    ['/lessons/family/at-home/', '/compare/two-papers/'],
    ['/deadlines/', '/deadlines/wall/'],
  ] as const) {
    await page.goto(from)
    await expect(page.getByRole('main').locator(`a[href="${to}"]`)).toBeVisible()
  }
})

test('a letter that hands a case over has its slip on the same sheet as a story of 400 characters', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const narrative = '今年三月起水发黄，有铁锈味，烧开以后锅底一层渣。找过水厂，水厂说管子是村里的。'
    .repeat(11)
    .slice(0, 400)
  await fillForm(page, { narrative, request: '请查清是谁的管子，早点换掉；换好以前，每天送一车水。' })
  const { number } = await sendForm(page)
  await signIn(page, sampleStaff('village'))
  await page.goto(`/desk/cases/${number}/accepted`)
  await page.getByLabel('事由').fill('井水发黄')
  await press(page, '受理')
  await page.goto(`/desk/cases/${number}/referred`)
  await page.locator('[name="outside"]').selectOption('authority')
  await page.locator('[name="body"]').fill('示例县水利局')
  await page.locator('[name="reason"]').fill('管网归水利局管；水样化验单两张、村里的说明一份，随函寄去。')
  await page
    .locator('[name="answerBy"]')
    .fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10))
  await press(page, '移送')
  await page.goto(`/desk/cases/${number}/hand-over`)
  await expect(page.getByRole('heading', { name: '回执' })).toBeVisible()
  expect((await printed(page)).sheets).toBe(1)
})
