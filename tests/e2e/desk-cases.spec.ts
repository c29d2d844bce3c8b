import { expect, type Page, test } from '@playwright/test'
import { check, scriptsOff } from './inspect.ts'
import { codeOn, fillForm, follow, press, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** One case between two people: the resident on a phone, the mediator on another. Scripts on and off. */

const move = (page: Page, name: string) =>
  page
    .locator('main')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click()

const story = { narrative: '隔壁翻了屋顶，雨水落进我家院子。', request: '请他家装水槽。' }

test('a case is filed, accepted, asked about, answered and settled, and each side sees its part', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await fillForm(page, story)
  const { code, number } = await sendForm(page)

  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: !scriptsOff(),
  })
  const desk = await context.newPage()
  await signIn(desk, sampleStaff('village'))
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('今天先办这几件')
  await check(desk)
  await desk.goto(`/desk/cases/${number}`)
  await expect(desk.getByText(story.narrative)).toBeVisible()
  await check(desk)

  await move(desk, '受理')
  await check(desk)
  await press(desk, '受理')
  await expect(desk).toHaveTitle(/^错误：受理/)
  await check(desk)
  await desk.getByLabel('事由').fill('屋檐滴水')
  await desk.getByLabel(/^给申请人的话/).fill('收到了，周六上午去看。')
  await press(desk, '受理')
  await expect(desk).toHaveURL(`/desk/cases/${number}?done=3`)
  await expect(desk.getByText('受理：已经记下')).toBeVisible()
  await check(desk)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('屋檐滴水')

  await move(desk, '请申请人补充')
  await desk.getByLabel('给申请人的话').fill('水是从哪边滴下来的？')
  await press(desk, '请申请人补充')

  await follow(page, code)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('等您补充')
  await check(page)
  await press(page, '交上去')
  await expect(page).toHaveTitle(/^错误/)
  await page.getByLabel('您的回话').fill('从他家东头滴下来。')
  await press(page, '交上去')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已受理')
  await expect(page.getByText('已经交上去了')).toBeVisible()

  await desk.goto('/desk/')
  await expect(desk.getByRole('heading', { name: '申请人回话了' })).toBeVisible()
  await desk.goto(`/desk/cases/${number}`)
  await expect(desk.getByText('从他家东头滴下来。')).toBeVisible()
  await move(desk, '开始调解')
  await press(desk, '开始调解')
  await move(desk, '调解成功')
  await desk.getByLabel(/^给申请人的话/).fill('协议签好了，下月十号前装水槽。')
  await desk.getByLabel(/^我想好了/).check()
  await press(desk, '调解成功')

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已达成协议')
  await expect(page.getByText('谈成以后，别忘了')).toBeVisible()
  await check(page)
  await context.close()
})

test('a grid worker files a tip from the checklist and registers a case for a visitor', async ({ page }) => {
  await signIn(page, sampleStaff('grid'))
  await page.goto('/desk/register')
  await check(page)
  await page.getByRole('link', { name: '从排查清单里挑' }).click()
  await expect(page).toHaveURL('/desk/checklist')
  await check(page)
  await page.getByRole('radio').first().check()
  await page.locator('main').getByRole('button').click()
  await expect(page).toHaveURL(/\/desk\/register\?item=/)
  await expect(page.getByLabel('纠纷线索')).toBeChecked()
  await press(page, '登记')
  await expect(page).toHaveURL('/desk/registered')
  await check(page)
  const code = await codeOn(page)
  // Back opens the form anew, from the same address: a second press finds the case.
  await page.goBack()
  await expect(page.getByText('刚才已经登记好一件')).toBeVisible()
  await check(page)
  await press(page, '登记')
  await expect(page).toHaveURL('/desk/registered')
  expect(await codeOn(page)).toBe(code)
  // Found on a round, with nobody named: the code is folded away.
  await press(page, '知道了')

  await page.goto('/track/')
  await page.getByLabel('16 位查询码').fill(code)
  await page.getByRole('button', { name: '查进度' }).click()
  await expect(page).toHaveURL('/track/new-code')
  await check(page)
  await press(page, '换新的查询码')
  await expect(page).toHaveURL('/track/code')
  await check(page)
  await press(page, '我已记下，看我的案件')
  await expect(page).toHaveURL('/track/case')
})

test('every other page of the desk passes the page checks', async ({ page }) => {
  // Many pages, each looked at by axe.
  test.slow()
  await signIn(page, sampleStaff('village'))
  for (const path of [
    '/desk/cases/',
    '/desk/cases/?list=mine&all=1',
    '/desk/find',
    '/desk/handbook',
    '/desk/digest',
    '/desk/figures',
    '/desk/figures/rows?by=category',
    '/desk/ledger',
    '/desk/ledger?from=x&category=land',
    '/desk/ledger/print',
    '/desk/ledger/views?category=land',
    '/desk/week',
    '/desk/month',
    '/desk/mediation-month',
    '/desk/case-pay',
    '/desk/measures',
  ]) {
    await page.goto(path)
    await check(page)
  }
  await page.goto('/desk/find')
  await page.getByLabel('编号、电话、姓名或事由').fill('没有这个人')
  await press(page, '查找')
  await expect(page.getByText(/没有找到/)).toBeVisible()
  await check(page)
})

test('the page of a head passes the page checks, and a town opens', async ({ page }) => {
  await signIn(page, sampleStaff('county'))
  await page.goto('/desk/below')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('看下级')
  await check(page)
  await page.getByRole('table').first().getByRole('rowheader').getByRole('link').first().click()
  await check(page)
})
