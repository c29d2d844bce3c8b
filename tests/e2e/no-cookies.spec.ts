import { expect, test } from '@playwright/test'
import { withoutCookies } from '../support/without-cookies.ts'
import { codeOn, enterCode, fillForm } from './people.ts'
import { sampleStaff } from './staff.ts'

/** A browser that refuses cookies: filing ends with the slip all the same, and the rest says why it cannot work. */

test.use({
  baseURL: async ({ baseURL }, use) => {
    const front = await withoutCookies(baseURL ?? '')
    await use(front.base)
    front.stop()
  },
})

test('a whole filing, its repeat, and following', async ({ page, baseURL }) => {
  await fillForm(page, { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' })
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对一下，再提交')
  const sent = page.waitForResponse((answer) => answer.url().endsWith('/file/send'))
  await page.getByRole('button', { name: '提交', exact: true }).click()
  expect((await sent).status()).toBe(200)
  await expect(page.getByText('请现在就抄下来')).toBeVisible()
  const code = await codeOn(page)
  expect(code).toMatch(/^\d{16}$/)
  await page.getByRole('button', { name: '我已记下' }).click()
  await expect(page).toHaveURL('/track/#noted')

  await enterCode(page, code)
  await expect(page).toHaveURL(`${baseURL}/track/#again`)
  await expect(page.getByText('您的浏览器不留小记录')).toBeVisible()
  expect(await page.context().cookies()).toEqual([])
})

test('signing in at the desk says that it needs a cookie', async ({ page }) => {
  const { username, password } = sampleStaff('village')
  await page.goto('/desk/sign-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL('/desk/sign-in')
  await expect(page.getByText('刚登录又回到这里')).toBeVisible()
})
