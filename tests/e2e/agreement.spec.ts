import { expect, type Page, test } from '@playwright/test'
import { check, phone, scriptsOff } from './inspect.ts'
import { codeOn, enterCode, fillForm, follow, press, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** An agreement from its draft to what is done of it: both sides by their codes, the mediator between them. */

/** The number of sheets of paper that a page takes. */
const sheets = async (page: Page): Promise<number> => {
  const margin = { top: '10mm', bottom: '10mm', left: '12mm', right: '12mm' }
  const pdf = await page.pdf({ format: 'A4', margin })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

const day = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

test('an agreement is drafted, read by both sides, signed and performed', async ({ page, browser }) => {
  test.setTimeout(200_000)
  await fillForm(page, { narrative: '隔壁翻了屋顶，雨水落进我家院子。', request: '请他家装水槽。' })
  const { code, number } = await sendForm(page)
  const made = async () =>
    (await browser.newContext({ viewport: phone, javaScriptEnabled: !scriptsOff() })).newPage()
  const desk = await made()
  await signIn(desk, sampleStaff('village'))
  const move = async (kind: string, button: string, fill: () => Promise<void> = async () => undefined) => {
    await desk.goto(`/desk/cases/${number}/${kind}`)
    await fill()
    await press(desk, button)
  }
  await move('accepted', '受理', () => desk.getByLabel('事由').fill('屋檐滴水'))
  await move('party', '登记当事人、代理人', async () => {
    await desk.getByLabel('全名').fill('陈大山')
    await desk.getByRole('radio', { name: '申请人说的' }).check()
  })
  await move('invitation', '写给对方的话', async () => {
    await desk.getByRole('radio', { name: '对方' }).check()
    await desk.getByLabel('给对方的话').fill('想请您来商量檐水怎么引开。')
  })
  await follow(page, code)
  await page.getByRole('link', { name: '请您先看' }).click()
  await page.getByLabel('行，可以给对方看').check()
  await press(page, '就这样答')
  await move('invited', '请对方来，给查询码')
  const given = await codeOn(desk)
  const other = await made()
  await enterCode(other, given)
  await press(other, '换新的查询码')
  await press(other, '我已记下，看我的案件')
  await move('mediating', '开始调解')

  await desk.goto(`/desk/cases/${number}/agreement`)
  await check(desk)
  const fill = (name: string, text: string) => desk.locator(`[name="${name}"]`).fill(text)
  const tick = (name: string, value: string) => desk.locator(`[name="${name}"][value="${value}"]`).check()
  await fill('facts', '新檐比旧檐伸出四十厘米，雨水落进院内，墙脚受潮。')
  await fill('what1', '装一道檐沟，把水引到路边水沟')
  await tick('by1', '2')
  await fill('due1', day(10))
  await fill('what2', '付修墙的石灰和工钱')
  await tick('by2', '2')
  await fill('yuan2', '600')
  await fill('due2', day(15))
  await fill('what3', '以后不得起诉')
  await tick('by3', '1')
  await press(desk, '写好了，给双方看')
  await expect(desk).toHaveTitle(/^错误/)
  await expect(desk.getByRole('link', { name: /不能叫人不起诉/ })).toBeVisible()
  await check(desk)
  await fill('what3', '撤掉五根竹竿')
  await press(desk, '写好了，给双方看')
  await check(desk)

  await page.reload()
  for (const one of [page, other]) {
    await one.goto('/track/case')
    await check(one)
    await one.getByRole('link', { name: '看草稿' }).click()
    await expect(one.getByText('装一道檐沟')).toBeVisible()
    await check(one)
    await press(one, '这份草稿我看过')
    await expect(one.getByText('您看过这一版了')).toBeVisible()
  }
  await desk.goto(`/desk/cases/${number}/agreement/print`)
  await check(desk)
  expect(await sheets(desk)).toBe(1)
  await desk.goto(`/desk/cases/${number}/agreement`)
  await expect(desk.getByText('看过这一版')).toHaveCount(2)
  await desk.getByRole('link', { name: '签好了，或者口头说定了' }).click()
  await check(desk)
  await desk.getByRole('radio', { name: /^书面/ }).check()
  for (const name of ['signed1', 'signed2', 'sealedOn']) await fill(name, day(0))
  await desk.getByLabel(/我自己撤不回来/).check()
  await press(desk, '记下：谈成了')
  await expect(desk.getByText(/起生效/)).toBeVisible()
  await check(desk)
  await desk.getByRole('link', { name: '打印司法确认申请书和调解证明' }).click()
  await check(desk)

  await other.goto('/track/agreement')
  await expect(other.getByText('还剩 30 天')).toBeVisible()
  await other
    .getByRole('listitem')
    .filter({ hasText: '第 2 条' })
    .getByRole('button', { name: '做到了' })
    .click()
  await check(other)
  await page.goto('/track/agreement')
  await page
    .getByRole('listitem')
    .filter({ hasText: '第 2 条' })
    .getByRole('button', { name: '对方做到了' })
    .click()
  await check(page)
  await page.goto('/track/case')
  await expect(page.getByRole('heading', { name: '说好的 3 件，做到了 1 件' })).toBeVisible()
  await check(page)
  await desk.goto(`/desk/cases/${number}`)
  await expect(desk.getByText(/3 条，做到了 1 条/)).toBeVisible()
  await check(desk)
  await Promise.all([desk.context().close(), other.context().close()])
})
