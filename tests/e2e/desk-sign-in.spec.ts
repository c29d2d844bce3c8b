import { expect, test } from '@playwright/test'
import { codeAt } from '../../functions/console/totp.ts'
import { check, scriptsOff } from './inspect.ts'
import { press } from './people.ts'
import { sampleStaff, signIn, signOut } from './staff.ts'

/** From an admin's link to the desk, with a real authenticator; every page on the way is checked. */

const password = '檐水归沟 六尺相让 各退三尺'

test('a member is invited, sets a password, binds an authenticator, uses codes and devices, and is deactivated', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const username = `liu.${scriptsOff() ? 'off' : 'on'}.${Date.now().toString(36)}`

  await page.goto('/desk/')
  await expect(page).toHaveURL('/desk/sign-in')
  await check(page)
  await press(page, '登录')
  await expect(page).toHaveTitle(/^错误：登录/)
  await check(page)

  // The admin creates an account for a town handler.
  await signIn(page, sampleStaff('admin'))
  await expect(page).toHaveURL('/desk/staff/')
  await check(page)
  await page.getByRole('link', { name: '开一个账号' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('开一个账号')
  await check(page)
  await press(page, '开账号')
  await expect(page.getByRole('alert')).toContainText('有 4 处')
  await check(page)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('姓名').fill('柳青')
  await page.getByLabel('单位', { exact: true }).selectOption('qingshi-office')
  await page.getByLabel(/^经办人/).check()
  await press(page, '开账号')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('柳青')
  await check(page)
  const link = (await page.locator('.typed').textContent()) ?? ''
  const account = page.url()

  // The member sets their password on their own machine.
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: !scriptsOff(),
  })
  const own = await context.newPage()
  await own.goto(link)
  await check(own)
  await own.getByLabel('新密码', { exact: true }).fill('短')
  await press(own, '设好密码，进入工作台')
  await expect(own).toHaveTitle(/^错误：设置密码/)
  await check(own)
  await own.getByLabel('新密码', { exact: true }).fill(password)
  await own.getByLabel('新密码，再填一次').fill(password)
  await press(own, '设好密码，进入工作台')

  // A town handler must bind an authenticator first.
  await expect(own).toHaveURL('/desk/enrol')
  await check(own)
  const secret = (await own.getByRole('list', { name: /密钥/ }).getByRole('listitem').allTextContents()).join(
    '',
  )
  await own.getByLabel(/六位数字/).fill('000000')
  await press(own, '绑定')
  await expect(own).toHaveTitle(/^错误：/)
  await check(own)
  const paper = await own.getByRole('list', { name: '十个备用码' }).getByRole('listitem').allTextContents()
  await own.getByLabel(/六位数字/).fill(await codeAt(secret, Date.now()))
  await press(own, '绑定')
  await own.goto('/desk/account')
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('我的账号')
  await check(own)
  await press(own, '改密码')
  await expect(own).toHaveTitle(/^错误：我的/)
  await check(own)
  await own.getByLabel('现在的密码').fill(password)
  await press(own, '换十个新的备用码')
  await expect(own).toHaveURL('/desk/account/codes')
  await check(own)
  const fresh = await own.getByRole('list', { name: '十个备用码' }).getByRole('listitem').allTextContents()
  expect(fresh).not.toEqual(paper)
  await signOut(own)

  // Signing in again with a paper code.
  await own.getByLabel('用户名').fill(username)
  await own.getByLabel('密码').fill(password)
  await press(own, '登录')
  await expect(own).toHaveURL('/desk/code')
  await check(own)
  await own.getByLabel('动态码').fill(fresh[0] ?? '')
  await press(own, '进入工作台')
  await own.goto('/desk/account')
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('我的账号')

  // The actions are in the log: by day, by person, and on the member's own page.
  await expect(own.getByRole('table', { name: '我最近的记录' })).toContainText('密码和纸上备用码')
  await check(own)
  await page.goto('/desk/')
  await page.getByRole('link', { name: '记录', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录和查看的记录')
  await check(page)
  // What is no day is typed where the browser has no picker, or into the address.
  await page.goto('/desk/log?day=后天')
  await expect(page).toHaveTitle(/^错误：记录/)
  await check(page)
  await page.goto(account)
  await page.getByRole('link', { name: '这个人的记录' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('柳青的记录')
  await expect(page.getByRole('table')).toContainText('绑定了动态码')
  await check(page)

  // One admin cannot remove the second factor alone; the holder is notified.
  await page.goto(account)
  await press(page, '提出解除')
  await expect(page).toHaveTitle(/^错误：/)
  await check(page)
  await page.getByLabel(/认出了柳青本人/).check()
  await press(page, '提出解除')
  await expect(page.getByRole('status')).toContainText('请另一位管理员')
  await check(page)
  await own.goto('/desk/account')
  await expect(own.getByRole('status')).toContainText('您的账号有人动过')
  await check(own)

  // The admin deactivates the account, and the open session ends.
  await page.goto(account)
  await page.getByRole('link', { name: '停用账号，交接案件' }).click()
  await expect(page.getByLabel(/我要停用/)).toBeVisible()
  await check(page)
  await press(page, '停用')
  await expect(page).toHaveTitle(/^错误：/)
  await page.getByLabel(/我要停用/).check()
  await press(page, '停用')
  await expect(page.getByRole('status')).toContainText('账号已停用')
  await check(page)
  await own.goto('/desk/account')
  await expect(own).toHaveURL('/desk/sign-in')
  await own.goto(link)
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('这个链接不能用了')
  await check(own)
  await context.close()
  await signOut(page)
})

for (const scheme of ['dark', 'light'] as const)
  test(`the desk's layout passes the page checks in the ${scheme} scheme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await signIn(page, sampleStaff('village'))
    await page.goto('/desk/account')
    await check(page)
    await page.goto('/desk/nothing')
    await check(page)
  })
