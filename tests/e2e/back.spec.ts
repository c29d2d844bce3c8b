import { expect, type Page, test } from '@playwright/test'
import { codeOn, fillForm, follow, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** Back, Forward and reload around answers to posts, which browsers do not keep (docs/how/filing.md). */

const story = { narrative: '隔壁翻了屋顶，雨水落进我家院子。', request: '请他家装水槽。' }
const next = (page: Page) => page.getByRole('button', { name: '下一步：核对信息' }).click()
/** Waits for a form with errors, and for the script, which gives its entry the address of the form. */
const refused = async (page: Page, url = '/file/') => {
  await expect(page).toHaveTitle(/^错误/)
  await expect(page).toHaveURL(url)
}
const narrative = (page: Page) => page.getByLabel('发生了什么')

test('every step back from the slip shows a page with the answers, and forward the slip', async ({
  page,
}) => {
  await fillForm(page, story)
  const { code } = await sendForm(page)
  await page.goBack()
  await expect(narrative(page)).toHaveValue(story.narrative)
  await expect(page.getByLabel('是哪方面的事')).toHaveValue('neighbour')
  await expect(page.getByLabel(/申请调解/)).toBeChecked()
  // Consent is given anew.
  await expect(page.getByLabel(/我读过了，同意/)).not.toBeChecked()
  await page.reload()
  await expect(narrative(page)).toHaveValue(story.narrative)
  await page.goBack()
  await expect(narrative(page)).toHaveValue(story.narrative)
  await page.goForward()
  await page.goForward()
  expect(await codeOn(page)).toBe(code)
})

test('going back and sending again leads to the same slip', async ({ page }) => {
  await fillForm(page, story)
  const { number } = await sendForm(page)
  await page.goBack()
  await page.getByLabel(/我读过了，同意/).check()
  expect((await sendForm(page)).number).toBe(number)
  await expect(page.getByText('没有重复登记')).toBeVisible()
})

test('words corrected on a form with errors are there after Back, whatever was followed on it', async ({
  page,
}) => {
  await page.goto('/file/')
  await narrative(page).fill('先写的')
  await next(page)
  await refused(page)
  await page.getByRole('alert').getByRole('link').first().click()
  await narrative(page).fill('后写的')
  await next(page)
  await refused(page)
  await page.goBack()
  await expect(narrative(page)).toHaveValue('后写的')
})

test('of a person in danger nothing is kept behind the back button', async ({ page }) => {
  await fillForm(page, story)
  await page
    .getByRole('group', { name: /眼下有没有人打您/ })
    .getByLabel('有', { exact: true })
    .check()
  await next(page)
  await refused(page)
  expect(await page.evaluate(() => window.history.state)).toBeNull()
  await page.goto('/contacts/')
  await page.goBack()
  await expect(narrative(page)).toHaveValue('')
})

test('a form from a guide keeps its own address behind the back button', async ({ page }) => {
  await page.goto('/file/from/unpaid-wages/safe.firm.still')
  await narrative(page).fill('从指引来的')
  await next(page)
  await refused(page, '/file/from/unpaid-wages/safe.firm.still')
  await page.goto('/contacts/')
  await page.goBack()
  await expect(page).toHaveURL('/file/from/unpaid-wages/safe.firm.still')
  await expect(narrative(page)).toHaveValue('从指引来的')
})

test('a wrong code is not kept, and Back shows the form for it', async ({ page }) => {
  await page.goto('/track/')
  await page.getByLabel('16 位查询码').fill('1234 5678 9012 3456')
  await page.getByRole('button', { name: '查进度' }).click()
  await refused(page, '/track/')
  await page.goto('/contacts/')
  await page.goBack()
  await expect(page).toHaveURL('/track/')
  await expect(page.getByLabel('16 位查询码')).toHaveValue('')
})

test('at the desk, words of a refused move are there after Back, for the same member only', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await fillForm(page, story)
  const { number } = await sendForm(page)
  await signIn(page, sampleStaff('village'))
  const form = `/desk/cases/${number}/accepted`
  await page.goto(form)
  await page.getByLabel(/^给申请人的话/).fill('周六上午去看。')
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await expect(page).toHaveTitle(/^错误：受理/)
  await page.waitForFunction(() => window.history.state !== null)
  await page.goto('/desk/cases/')
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`${form}\\?seen=\\d+$`))
  await expect(page.getByLabel(/^给申请人的话/)).toHaveValue('周六上午去看。')
  await page.evaluate(() => {
    window.history.replaceState({ ...window.history.state, who: '别人' }, '')
  })
  await page.reload()
  await expect(page.getByLabel(/^给申请人的话/)).toHaveValue('')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says what the browser does, the form is one step further back, and a reload is explained', async ({
    page,
  }) => {
    await fillForm(page, story)
    await next(page)
    await expect(page.getByText('再按一次返回就行')).toBeVisible()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await expect(page).toHaveURL('/file/done')
    await expect(page.getByText('再按一次返回就行')).toBeVisible()
    // The browser's own page, which asks for a reload.
    await page.goBack().catch(() => undefined)
    await page.waitForURL('chrome-error://**')
    await page.reload().catch(() => undefined)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('浏览器没有把您填的带过来')
    await page.goBack()
    await expect(narrative(page)).toHaveValue(story.narrative)
  })
})

test('following does not depend on any of it', async ({ page }) => {
  await fillForm(page, story)
  const { code } = await sendForm(page)
  await follow(page, code)
  await page.goBack()
  await expect(page).toHaveURL('/track/')
})
