import { expect, type Page } from '@playwright/test'

/** Actions of residents, the parts of journeys. */

export interface Story {
  narrative: string
  request: string
}

/**
 * Fills the form in sight as a resident who gives a name.
 * @param region id of the place that is chosen
 */
export const fillFields = async (page: Page, story: Story, region: string): Promise<void> => {
  await page
    .getByRole('group', { name: /眼下有没有人打您/ })
    .getByLabel('没有')
    .check()
  await page
    .getByRole('group', { name: /是不是经手这类事的人/ })
    .getByLabel('不是')
    .check()
  await page.getByLabel(/申请调解/).check()
  await page.getByLabel('是哪方面的事').selectOption('neighbour')
  await page.getByLabel('事情在哪里').selectOption(region)
  await page.getByLabel('发生了什么').fill(story.narrative)
  await page.getByLabel('您希望怎么解决').fill(story.request)
  await page.getByLabel('怎么称呼您').fill('吴秀兰')
  await page.getByLabel('您的电话').fill('138 0000 0000')
  await page.getByLabel(/我读过了，同意/).check()
}

/** Opens the form and fills it. */
export const fillForm = async (page: Page, story: Story): Promise<void> => {
  await page.goto('/file/')
  await fillFields(page, story, 'qingshi-liuwan')
}

/** Presses a button by its whole name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** The digits of the code in sight, which stand in groups. */
export const codeOn = async (page: Page): Promise<string> => {
  const groups = page.locator('.code span')
  // The page may just have begun to arrive, and reading does not wait.
  await groups.nth(3).waitFor({ state: 'attached' })
  return (await groups.allTextContents()).join('')
}

/** Waits until the scripts of the page in sight have run; without scripts, until the page is there. */
const ready = (page: Page): Promise<void> => page.waitForLoadState('domcontentloaded')

/** Checks and sends the form. Returns the contents of the slip. */
export const sendForm = async (page: Page): Promise<{ code: string; number: string }> => {
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对一下，再提交')
  await ready(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page).toHaveURL('/file/done')
  const code = await codeOn(page)
  const number = (await page.locator('.cut b').textContent()) ?? ''
  return { code, number }
}

/** Sends a code, typed as printed on the slip. */
export const enterCode = async (page: Page, code: string): Promise<void> => {
  await page.goto('/track/')
  await page.getByLabel('16 位查询码').fill(code.replace(/(....)/g, '$1 '))
  await page.getByRole('button', { name: '查进度' }).click()
}

/** Opens a case with its code. */
export const follow = async (page: Page, code: string): Promise<void> => {
  await enterCode(page, code)
  // Until its scripts have run: they replace its entry of the history, which would pass for a step back.
  await page.waitForURL('/track/case')
}

/** Waits for all of the page: a click ends where its answer begins, with half a document or none. */
export const arrived = (page: Page): Promise<void> => page.waitForLoadState('load')

/** Asserts that the page has no horizontal overflow; a failure names what is too wide. */
export const fits = async (page: Page): Promise<void> => {
  await arrived(page)
  const { over, wide } = await page.locator('html').evaluate((html) => {
    const room = html.ownerDocument.defaultView?.innerWidth ?? 0
    const elements = [...html.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > room,
    )
    return { over: html.scrollWidth - room, wide: elements.map((element) => element.outerHTML.slice(0, 90)) }
  })
  expect(over > 0 ? wide.slice(-5) : [], `${page.url()}: ${over} px too wide`).toEqual([])
  expect(over).toBeLessThanOrEqual(0)
}
