import { expect, type Page, test } from '@playwright/test'
import { check, largePhone } from './large-phone.ts'
import { codeOn, fillForm, follow } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** What stands beside the page of a case, on a narrow phone with text at 200 %, with scripts and without. */

test.use(largePhone)

/** Files a case that somebody else filled in, up to the code that only its person opens. */
const fileForSomebody = async (page: Page, scripts: boolean): Promise<string> => {
  await fillForm(page, { narrative: '屋檐水落到我家院子里。', request: '请他家装水槽。' })
  await page.getByLabel('这张表谁在填').selectOption('family')
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page.getByText('请把手机交给本人')).toBeVisible()
  await page.waitForLoadState('domcontentloaded')
  await check(page, scripts)
  await page.getByRole('button', { name: '我是本人，都对，提交' }).click()
  await expect(page).toHaveURL('/file/done')
  await expect(page.locator('.code')).toBeHidden()
  await page.getByText('我是本人，看查询码', { exact: true }).click()
  await expect(page.locator('.code')).toBeVisible()
  await check(page, scripts)
  return codeOn(page)
}

test('a person who was helped follows the case alone, and sees what was filed and who read it', async ({
  page,
  javaScriptEnabled: scripts,
}) => {
  const code = await fileForSomebody(page, scripts)
  await follow(page, code)
  await page.getByRole('link', { name: '看当初交的内容' }).click()
  await check(page, scripts)
  await page.getByLabel('16 位查询码').fill(code)
  await page.getByRole('button', { name: '看一看' }).click()
  await expect(page.getByText('家里人替填，本人核对过')).toBeVisible()
  await check(page, scripts)
  await page.getByRole('link', { name: '回到进度' }).click()
  await page.getByRole('link', { name: '哪些单位看过' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('哪些单位看过')
  await check(page, scripts)
  await page.getByRole('link', { name: '回到进度' }).click()
  await page.getByRole('link', { name: '核对记录' }).first().click()
  await expect(page.getByText('每一步都接得上')).toBeVisible()
  await page.getByLabel('回执上、或者以前拍下的核对码').fill('1234')
  await page.getByRole('button', { name: '对一对' }).click()
  await expect(page.getByText('至少填前面 16 个')).toBeVisible()
  await check(page, scripts)
  await page.getByRole('link', { name: '每天公布的核对码' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('每天公布的核对码')
  await check(page, scripts)
})

test('who lost their code gets another at a counter', async ({
  page,
  browser,
  javaScriptEnabled: scripts,
}) => {
  const code = await fileForSomebody(page, scripts)
  await follow(page, code)
  const number =
    (await page
      .getByText(/^\d{4}-\d{6,7}$/)
      .first()
      .textContent()) ?? ''
  const context = await browser.newContext()
  const desk = await context.newPage()
  await signIn(desk, sampleStaff('village'))
  await desk.goto('/desk/find')
  await desk.getByRole('link', { name: '有人丢了查询码，给本人补一个' }).click()
  await check(desk, scripts)
  await desk.getByLabel('案件编号').fill(number)
  await desk.getByRole('button', { name: '补一个查询码' }).click()
  await expect(desk.getByRole('alert')).toContainText('有 4 处')
  await check(desk, scripts)
  await desk.getByLabel('姓名').fill('吴秀兰')
  await desk.getByLabel('电话', { exact: true }).fill('13800000000')
  await desk.getByLabel('居民身份证').check()
  await desk.getByLabel('本人来的，证件和人对得上').check()
  await desk.getByRole('button', { name: '补一个查询码' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('补好了')
  const next = await codeOn(desk)
  await context.close()
  // The session of the old code has ended; the new one asks to be changed first, and may be used as it is.
  await page.reload()
  await expect(page).toHaveURL(/\/track\/(#again)?$/)
  await page.getByLabel('16 位查询码').fill(next)
  await page.getByRole('button', { name: '查进度' }).click()
  await expect(page).toHaveURL('/track/new-code')
  await check(page, scripts)
  await page.getByRole('link', { name: '先看案件，以后再换' }).click()
  await expect(page.getByText('工作人员也看见过您这个查询码')).toBeVisible()
  await check(page, scripts)
})
