import { expect, test } from '@playwright/test'
import { check, scriptsOff } from './inspect.ts'
import { codeOn, enterCode, press } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** What was settled on the spot: recorded on a phone, printed on two slips, denied by one side. Scripts on and off. */

test('a matter settled on the spot is one page, two slips, and can be denied', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await signIn(page, sampleStaff('village'))
  const began = Date.now()
  let taps = 0
  const tap = async (step: Promise<unknown>) => {
    taps += 1
    await step
  }
  await tap(page.getByRole('link', { name: '当场登记' }).click())
  await check(page)
  await tap(page.getByLabel('都没有').check())
  // The same words of the same mediator on one day are the same case, also with the other setting of scripts.
  const where = scriptsOff() ? '隔壁院里' : '隔壁门前'
  for (const [label, text] of [
    ['申请人姓名', '王桂芳'],
    ['对方姓名', '陈建国'],
    ['事由', '屋檐滴水'],
    ['发生了什么', `下雨檐水流到${where}，两家争了几句。`],
    ['说好了什么', '陈家十天内装好水槽，两家各出一半钱。'],
  ] as const)
    await tap(page.getByLabel(label).fill(text))
  await tap(page.getByLabel('是哪方面的事').selectOption('neighbour'))
  await tap(page.getByLabel(/^口头说好的/).check())
  await tap(press(page, '登记'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记好了')
  test.info().annotations.push({ type: 'spot', description: `${taps} taps, ${Date.now() - began} ms` })
  await check(page)
  await expect(page.locator('.code')).toHaveCount(0)

  const codes: string[] = []
  for (const [link, name] of [
    ['申请人的条子', '王桂芳'],
    ['对方的条子', '陈建国'],
  ] as const) {
    await page.getByRole('link', { name: link }).click()
    await expect(page.locator('main').getByText(name)).toBeVisible()
    await check(page)
    codes.push(await codeOn(page))
    await page.getByRole('link', { name: /回到两张条子/ }).click()
  }
  expect(new Set(codes).size).toBe(2)
  await press(page, '两张都给了')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('屋檐滴水')

  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: !scriptsOff(),
  })
  const theirs = await context.newPage()
  await enterCode(theirs, codes[1] ?? '')
  await press(theirs, '换新的查询码')
  await press(theirs, '我已记下，看我的案件')
  await expect(theirs.getByText('这一件，是当场登记的')).toBeVisible()
  await check(theirs)
  await theirs.getByRole('link', { name: /没有这回事/ }).click()
  await expect(theirs.getByText('陈家十天内装好水槽').first()).toBeVisible()
  await check(theirs)
  await press(theirs, '没有这回事')
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText('您说没有这回事')
  await check(theirs)
  await context.close()

  await page.goto('/desk/')
  await expect(page.getByText('当事人说没这回事').first()).toBeVisible()
})

test('a matter in which somebody is hurt goes to the ordinary form, with its words', async ({ page }) => {
  await signIn(page, sampleStaff('village'))
  await page.goto('/desk/spot')
  await page.getByLabel(/^有人受了伤/).check()
  await page.getByLabel('发生了什么').fill('秋收时争水，推搡了几下。')
  await press(page, '登记')
  await expect(page.getByText('这一件不能当场登记')).toBeVisible()
  await check(page)
  await press(page, '带着写好的，去登记一件')
  await expect(page).toHaveTitle(/登记一件/)
  await expect(page.getByLabel('发生了什么')).toHaveValue(/推搡了几下/)
  await expect(page.getByRole('group', { name: /挨打/ }).getByLabel('有', { exact: true })).toBeChecked()
})
