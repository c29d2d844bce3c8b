import { type Browser, expect, test } from '@playwright/test'
import { check, largePhone } from './large-phone.ts'
import { fillForm, follow, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** Rating the result of a case on a narrow phone with text at 200 %, with scripts and without. */

test.use(largePhone)

/** Ends a new case of 柳湾村 in a browser of its own. */
const decline = async (browser: Browser, number: string): Promise<void> => {
  const context = await browser.newContext()
  const desk = await context.newPage()
  await signIn(desk, sampleStaff('village'))
  await desk.goto(`/desk/cases/${number}/declined`)
  await desk.getByLabel(/^给申请人的话/).fill('这件事归县法院。')
  await desk.getByLabel('该找的单位').fill('县法院')
  await desk.getByLabel(/^我想好了/).check()
  await desk.getByRole('button', { name: '不予受理', exact: true }).click()
  await expect(desk.getByText('不予受理：已经记下')).toBeVisible()
  await context.close()
}

test('the holder of a code rates the result, and changes what they said', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  await fillForm(page, { narrative: '屋檐水落到我家院子里。', request: '请他家装水槽。' })
  const { code, number } = await sendForm(page)
  await decline(browser, number)

  await follow(page, code)
  await check(page, javaScriptEnabled)
  await page.getByLabel(/^您想说的一句话/).fill('没有听懂')
  await page.getByRole('button', { name: '交上评价' }).click()
  await expect(page.getByRole('alert')).toContainText('有 2 处')
  await check(page, javaScriptEnabled)
  if (javaScriptEnabled) {
    // The answer to the post is no page to come back to; that of the case is.
    await expect(page).toHaveURL('/track/case')
    await page.reload()
    await expect(page.getByLabel(/^您想说的一句话/)).toHaveValue('没有听懂')
  }
  await page.getByRole('group', { name: '事情解决了吗' }).getByLabel('解决了一部分').check()
  await page.getByRole('group', { name: '办的人待您怎么样' }).getByLabel('一般').check()
  await page.getByLabel(/^您想说的一句话/).fill('说得太快，没有听懂')
  await page.getByRole('button', { name: '交上评价' }).click()

  await expect(page.getByText('您评的已经交上去了')).toBeVisible()
  await expect(page.getByLabel(/^您想说的一句话/)).toHaveValue('说得太快，没有听懂')
  await check(page, javaScriptEnabled)
  await page.getByRole('group', { name: '办的人待您怎么样' }).getByLabel('很好').check()
  await page.getByRole('button', { name: '改成这样' }).click()
  await expect(page.getByRole('group', { name: '办的人待您怎么样' }).getByLabel('很好')).toBeChecked()
})

test('the page of sums fits, and is named from today', async ({ page, javaScriptEnabled }) => {
  await signIn(page, sampleStaff('village'))
  await page.getByRole('link', { name: '评价', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('评价')
  await check(page, javaScriptEnabled)
})
