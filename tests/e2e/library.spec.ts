import { expect, test } from '@playwright/test'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { arrived, fits } from './people.ts'

/** The library as people use it: from a question to the law, a number, a printed sheet. Scripts on and off. */

const towns = county.areas.filter(({ level, mergedInto }) => level === 'town' && !mergedInto)

/** Number of pages in a PDF. */
const sheets = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

const a4 = { format: 'A4', margin: { top: '10mm', bottom: '10mm', left: '12mm', right: '12mm' } } as const

test('a worker who was not paid finds steps, limits, contacts and the text of the law', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '干了活，工钱拿不到' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('干了活，工钱拿不到')
  await expect(page.getByText('向劳动监察投诉：2 年')).toBeVisible()
  await expect(page.getByRole('link', { name: /拨打.*12333/ })).toHaveAttribute('href', 'tel:12333')
  await page.getByRole('link', { name: /包工头不接电话/ }).click()
  await page.getByText('这一页有什么').click()
  await page.getByRole('link', { name: '三步走' }).click()
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#三步走')
  await page.locator('summary', { hasText: /保障农民工工资支付条例》\s*第三十条/ }).click()
  await page.getByRole('link', { name: /保障农民工工资支付条例》\s*第三十条/ }).click()
  await expect(page.locator('#a30')).toBeVisible()
  await page
    .locator('#a30')
    .getByRole('link', { name: /包工头不接电话/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/工钱找谁要/)
})

test('the published figures are one step from the page about the portal', async ({ page }) => {
  await page.goto('/about/')
  await page.getByRole('main').getByRole('link', { name: '办了多少事' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('办了多少事')
  await expect(page.getByText('最后那个结果是达成协议的')).toBeVisible()
  await fits(page)
})

test('a legal term links to its plain meaning, once per page', async ({ page }) => {
  await page.goto('/about/confirmation/')
  const terms = page.locator('a.term')
  const hrefs = await terms.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs.length).toBeGreaterThan(1)
  expect(new Set(hrefs).size).toBe(hrefs.length)
  await expect(page.locator('h1 a.term, h2 a.term, a a.term')).toHaveCount(0)
  await terms.first().click()
  expect(new URL(page.url()).pathname).toBe('/about/words/')
  const target = decodeURIComponent(new URL(page.url()).hash.slice(1))
  await expect(page.locator(`[id="${target}"] dd`)).toBeVisible()
})

for (const { id, name } of towns)
  test(`the printed sheet of ${name} is one page with every number and name`, async ({ page }) => {
    await page.goto(`/contacts/${id}/`)
    await page.getByRole('link', { name: '打印一张，贴到公告栏' }).click()
    await fits(page)
    const areas = county.areas.filter(({ parent }) => parent === id).map((village) => village.id)
    const grids = county.areas.filter(({ parent }) => areas.includes(parent ?? '')).map((grid) => grid.id)
    const words = await page.getByRole('main').innerText()
    for (const unit of county.units.filter(({ area }) => [id, ...areas, ...grids].includes(area)))
      expect(words).toContain(unit.phone)
    for (const { unit, name: person } of library.people)
      if ([...areas, ...grids].includes(county.units.find((one) => one.id === unit)?.area ?? ''))
        expect(words).toContain(person)
    expect(words).toContain('别人家怎么说和的')
    expect(sheets(await page.pdf(a4))).toBe(1)
  })

test('a letter prints blank and without the rest of the page', async ({ page }) => {
  await page.goto('/letters/iou/')
  await expect(page.getByText('捌仟元')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('捌仟元')).toBeHidden()
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(page.locator('.blank').first()).toBeVisible()
  expect(sheets(await page.pdf(a4))).toBe(1)
})

test('a person beaten at home sees help first, and no mediation', async ({ page }) => {
  await page.goto('/situations/home-life/')
  const first = page.getByRole('main').getByRole('link', { name: /^拨打/ }).first()
  await expect(first).toHaveAttribute('href', 'tel:110')
  expect(await page.getByRole('main').innerText()).not.toContain('说和')
  await page.goto('/contacts/which/')
  await expect(page.getByRole('link', { name: /12338/ }).first()).toHaveAttribute('href', 'tel:12338')
})

test('the URL of an article in a long statute leads to its chapter', async ({ page }) => {
  await page.goto('/laws/civil-code/#a1165')
  await page.locator('[id="a1165"]').click()
  expect(new URL(page.url()).pathname).toBe('/laws/civil-code/tort/')
  await expect(page.locator('[id="a1165"] blockquote')).toBeVisible()
})

test('a question in plain words gets results, with help first', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('搜一搜：用您自己的话写').fill('我男人喝了酒就打我')
  await page.getByRole('button', { name: '搜', exact: true }).click()
  const first = page.getByRole('main').getByRole('link', { name: /^拨打/ }).first()
  await expect(first).toHaveAttribute('href', 'tel:110')
  await page.getByRole('link', { name: '在家里挨打，怎么保护自己和孩子' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/在家里挨打/)
})

test('a guide leads through answers, back and another answer to a leaf and the prefilled form', async ({
  page,
}) => {
  await page.goto('/guides/')
  await page.getByRole('link', { name: '工钱要不到，找谁要、怎么要' }).click()
  await page.locator('.answers a').nth(1).click()
  const second = await page.getByRole('heading', { level: 1 }).innerText()
  await page.locator('.answers a').first().click()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second)
  await expect(page.getByRole('heading', { name: '您答过的' })).toBeVisible()
  for (let step = 0; step < 7 && (await page.locator('.answers a').count()) > 0; step += 1) {
    await page.locator('.answers a').first().click()
    await arrived(page)
  }
  await expect(page.getByRole('heading', { name: '现在就做' })).toBeVisible()
  const given = await page.locator('.so-far dd').first().innerText()
  await page.getByRole('link', { name: '替我填好，接着写' }).click()
  await expect(page.getByLabel(/发生了什么/)).toHaveValue(new RegExp(given.replace(/\s*改$/, '').trim()))
})

test('a limit is counted, with text to copy', async ({ page }) => {
  await page.goto('/deadlines/')
  await page.getByLabel('什么期限').selectOption({ label: '申请劳动仲裁' })
  await page.getByLabel('从哪天算起').fill('2026-01-10')
  await page.getByRole('button', { name: '算最后一天' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2027 年 1 月 11 日')
  await expect(page.getByText('抄下来：', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: /\.ics/ })).toBeVisible()
})
