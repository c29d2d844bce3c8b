import { expect, test } from '@playwright/test'
import { codeOn, fillForm, fits, follow, sendForm } from './people.ts'
import { acceptCase } from './staff.ts'

const story = {
  narrative: '隔壁翻了屋顶，一下雨水就落到我家院子里。\n去说过两次，他不认。',
  request: '请他家装水槽。',
}

test('a resident reads, files a case, closes the phone, returns and follows the case', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000)
  await page.goto('/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '学法' }).click()
  await page.getByRole('region', { name: '邻里相邻' }).getByRole('heading', { level: 3 }).first().click()
  await expect(page.locator('figure.law').first()).toContainText(/《.+》第/)
  await fits(page)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '故事' }).click()
  await page.locator('main').getByRole('heading', { level: 3 }).first().click()
  await expect(page.getByText('本故事由多起同类纠纷改编合成')).toBeVisible()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '电话' }).click()
  await expect(page.getByRole('link', { name: /拨打公共法律服务热线/ })).toHaveAttribute('href', 'tel:12348')

  await fillForm(page, story)
  await page.getByLabel('发生了什么').fill('')
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page).toHaveTitle(/^错误：/)
  await fits(page)
  await page
    .getByRole('alert')
    .getByRole('link', { name: /请写一写发生了什么/ })
    .click()
  await expect(page.getByLabel('您希望怎么解决')).toHaveValue(story.request)
  await page.getByLabel('发生了什么').fill(story.narrative)

  // Back to the form with 改 once, to check that nothing is lost.
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await page.getByRole('button', { name: /改\s*希望怎么解决/ }).click()
  await expect(page.getByLabel('发生了什么')).toHaveValue(story.narrative)
  await page.getByLabel('您希望怎么解决').fill('请他家装水槽，墙脚他修。')
  const { code, number } = await sendForm(page)
  expect(code).toMatch(/^\d{16}$/)
  await expect(page.getByText('柳湾村人民调解委员会')).toBeVisible()
  await fits(page)
  await page.reload()
  expect(await codeOn(page)).toBe(code)
  await page.getByRole('button', { name: '我已记下' }).click()
  await expect(page).toHaveURL('/track/#noted')
  await expect(page.getByText('记好了')).toBeVisible()
  await page.goBack()
  await expect(page.locator('.code')).toHaveCount(0)

  const later = await browser.newContext()
  const phone = await later.newPage()
  await follow(phone, code)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('您的案件：已登记')
  await expect(
    phone
      .getByText('还剩 3 天')
      .or(phone.getByText(/还剩 \d 天/))
      .first(),
  ).toBeVisible()

  await acceptCase(browser, number, {
    subject: '屋檐滴水',
    message: '吴大姐您好，周六上午在村部，您方便吗？',
  })
  await phone.reload()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('您的案件：已受理')
  await expect(phone.getByText('柳湾村人民调解委员会受理了您的事，正式开始办。')).toBeVisible()
  await expect(phone.getByText('周六上午在村部')).toBeVisible()
  await expect(phone.locator('.timeline time')).toHaveCount(2)
  await expect(phone.locator('main')).not.toContainText('屋顶')
  await fits(phone)
  await phone.getByRole('button', { name: '退出查询' }).click()
  await expect(phone).toHaveURL('/track/')
  await phone.goto('/track/case')
  await expect(phone).toHaveURL('/track/')
  await later.close()
})

test('a person in danger finds help first and says how to contact them', async ({ page }) => {
  await fillForm(page, story)
  const question = page.getByRole('group', { name: /眼下有没有人打您/ })
  // Before any answer, script or button.
  for (const name of ['打 110', '12338 妇联', '12356 有人听您说', '马上离开'])
    await expect(question.getByRole('link', { name })).toBeVisible()
  await question.getByLabel('有', { exact: true }).check()
  const next = page.getByRole('button', { name: '下一步：核对信息' })
  if (!(await page.getByText('您的安全最要紧').isVisible())) await next.click()
  const help = page.locator('.danger')
  await expect(help.getByRole('link', { name: '打 110' })).toHaveAttribute('href', 'tel:110')
  await expect(help.getByRole('link', { name: '马上离开' })).toHaveAttribute('href', /^(https:|\/leave$)/)
  await fits(page)
  await page.getByRole('group', { name: '能给您打电话吗' }).getByLabel('不行').check()
  await page.getByRole('group', { name: '能给您发短信吗' }).getByLabel('可以').check()
  await page.getByLabel('什么时候联系方便').fill('白天')
  const { code } = await sendForm(page)
  // From here on the case looks like any other.
  await expect(page.locator('main')).not.toContainText(/危险|安全最要紧/)
  await expect(page.locator('main a[href="tel:110"]')).toHaveCount(0)
  await page.getByRole('button', { name: '我已记下' }).click()
  await follow(page, code)
  await expect(page.locator('main')).not.toContainText(/危险|安全最要紧/)
  await expect(page.getByText('示例县矛盾纠纷调处中心').first()).toBeVisible()
})

test('a person who is not sure is guided to the right track and back', async ({ page }) => {
  await page.goto('/file/')
  await page.getByRole('link', { name: /不确定/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('该选哪一种')
  await page.getByRole('link', { name: '选“咨询求助”' }).click()
  await expect(page).toHaveURL('/file/#track-consult')
  await expect(page.locator('#track-consult')).toHaveValue('consult')
})

test('Back from the check page finds the form as it was left', async ({ page }) => {
  await fillForm(page, story)
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对一下，再提交')
  await page.goBack()
  await expect(page.getByLabel('发生了什么')).toHaveValue(story.narrative)
  await expect(page.getByLabel('您希望怎么解决')).toHaveValue(story.request)
  await expect(page.getByLabel('是哪方面的事')).toHaveValue('neighbour')
  await expect(page.getByLabel('事情在哪里')).toHaveValue('qingshi-liuwan')
  await expect(page.getByLabel('怎么称呼您')).toHaveValue('吴秀兰')
  await expect(page.getByLabel('您的电话')).toHaveValue('138 0000 0000')
})

test('an anonymous filing states its consequences before sending', async ({ page }) => {
  await fillForm(page, story)
  await page.getByLabel('我不想留姓名和电话').check()
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page.getByRole('alert')).toContainText('又填了姓名或电话')
  await page.getByLabel('怎么称呼您').fill('')
  await page.getByLabel('您的电话').fill('')
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page.getByText('查询码丢了，就再也查不到')).toBeVisible()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.locator('.code span')).toHaveCount(4)
})

test('a wrong code gets a helpful message', async ({ page }) => {
  await page.goto('/track/')
  const field = page.getByLabel('16 位查询码')
  for (const [typed, words] of [
    ['1234', '少了或者多了'],
    ['1234567890123456', '对不上'],
  ] as const) {
    await field.fill(typed)
    await page.getByRole('button', { name: '查进度' }).click()
    await expect(page.getByRole('alert')).toContainText(words)
    await expect(field).toHaveValue(typed)
  }
  await fits(page)
})
