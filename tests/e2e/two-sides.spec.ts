import { expect, test } from '@playwright/test'
import { check, phone, scriptsOff } from './inspect.ts'
import { codeOn, enterCode, fillForm, follow, press, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** Both sides of one case, each by a code of their own, and the mediator between them. Scripts on and off. */

const words = '您家屋檐的水，流到隔壁院里，想请您来商量怎么引开。'

test('the complainant approves the words, the other side reads them, agrees, writes and stops', async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000)
  await fillForm(page, { narrative: '隔壁翻了屋顶，雨水落进我家院子。', request: '请他家装水槽。' })
  const { code, number } = await sendForm(page)
  const made = async () =>
    (await browser.newContext({ viewport: phone, javaScriptEnabled: !scriptsOff() })).newPage()

  const desk = await made()
  await signIn(desk, sampleStaff('village'))
  const move = async (kind: string, fill: () => Promise<void>, button: string) => {
    await desk.goto(`/desk/cases/${number}/${kind}`)
    await fill()
    await check(desk)
    await press(desk, button)
  }
  await move('accepted', () => desk.getByLabel('事由').fill('屋檐滴水'), '受理')
  await move(
    'party',
    async () => {
      await desk.getByLabel('全名').fill('陈大山')
      await desk.getByRole('textbox', { name: '电话' }).fill('13900001111')
      await desk.getByRole('radio', { name: '申请人说的' }).check()
    },
    '登记当事人、代理人',
  )
  await move(
    'invitation',
    async () => {
      await desk.getByRole('radio', { name: '对方' }).check()
      await desk.getByLabel('给对方的话').fill(words)
    },
    '写给对方的话',
  )
  await expect(desk.getByText('写好了，等申请人看')).toBeVisible()

  await follow(page, code)
  await page.getByRole('link', { name: '请您先看' }).click()
  await expect(page.getByText(words)).toBeVisible()
  await check(page)
  await press(page, '就这样答')
  await expect(page).toHaveTitle(/^错误/)
  await page.getByLabel('行，可以给对方看').check()
  await press(page, '就这样答')
  await expect(page).toHaveURL('/track/case')

  await desk.goto('/desk/')
  await expect(desk.getByRole('heading', { name: /^可以请对方了/ })).toBeVisible()
  await desk.goto(`/desk/cases/${number}/letter`)
  await expect(desk.getByText(words)).toBeVisible()
  await check(desk)
  await move('invited', async () => undefined, '请对方来，给查询码')
  await expect(desk).toHaveURL('/desk/registered')
  await check(desk)
  const given = await codeOn(desk)

  const other = await made()
  await enterCode(other, given)
  await expect(other).toHaveURL('/track/new-code')
  await check(other)
  await press(other, '换新的查询码')
  await press(other, '我已记下，看我的案件')
  await expect(other).toHaveURL('/track/case')
  await expect(other.getByText(words)).toBeVisible()
  await expect(other.getByText('隔壁翻了屋顶')).toHaveCount(0)
  await check(other)
  await other.getByRole('link', { name: '我来答' }).click()
  await check(other)
  await press(other, '就这样答')
  await expect(other).toHaveTitle(/^错误/)
  await other.getByRole('radio', { name: /^愿意谈/ }).check()
  await press(other, '就这样答')
  await expect(other.getByText('愿意谈。')).toBeVisible()

  await page.reload()
  await expect(page.getByText('对方愿意谈。')).toBeVisible()
  await check(page)
  await desk.goto(`/desk/cases/${number}`)
  await check(desk)
  await other.getByRole('link', { name: '要改，在这里' }).click()
  await other.getByRole('radio', { name: /^不想谈了/ }).check()
  await press(other, '就这样答')
  await desk.goto(`/desk/cases/${number}/settled`)
  await expect(desk).toHaveURL(`/desk/cases/${number}`)
  await Promise.all([desk.context().close(), other.context().close()])
})
