import { expect, type Page, test } from '@playwright/test'
import { fillForm, follow, sendForm } from './people.ts'

/** One phone for several people: what one of them typed into the page of a case is not put into that of another. */

const story = { narrative: '隔壁翻了屋顶，雨水落进我家院子。', request: '请他家装水槽。' }
const words = '他昨晚又来了'
const message = (page: Page) => page.getByLabel('您要说的')
const number = (page: Page) => page.getByLabel(/^打哪个号码/)

/** The same words would be the same case. */
const newCase = async (page: Page, whose = '') => {
  await fillForm(page, { ...story, request: story.request + whose })
  return (await sendForm(page)).code
}
const send = (page: Page) => page.getByRole('button', { name: '交上去' }).click()
/** Words and a number that is refused, so that they stand on the page. */
const refused = async (page: Page) => {
  await message(page).fill(words)
  await page.getByText('想请人打电话来').click()
  await number(page).fill('987')
  await send(page)
  await expect(page).toHaveTitle(/^错误/)
  await expect(page).toHaveURL('/track/case')
}
const leave = async (page: Page) => {
  await page.getByRole('button', { name: '退出查询' }).click()
  await expect(page).toHaveURL('/track/')
}
const nothingKept = async (page: Page) => {
  await expect(message(page)).toHaveValue('')
  await expect(number(page)).toHaveValue('')
  expect(JSON.stringify(await page.evaluate(() => window.history.state))).not.toContain(words)
}
/** Steps back until the page of a case is in sight, as often as it comes. */
const casesBehind = async (page: Page, seen: (page: Page) => Promise<void>) => {
  let times = 0
  for (let step = 0; step < 8; step += 1) {
    await page.goBack({ waitUntil: 'load' })
    if (!new URL(page.url()).pathname.startsWith('/track')) break
    if (new URL(page.url()).pathname !== '/track/case') continue
    await seen(page)
    times += 1
  }
  expect(times).toBeGreaterThan(0)
}

test.beforeEach(() => test.setTimeout(180_000))

test('words typed for one case never come into the form of the next person’s', async ({ page }) => {
  const one = await newCase(page, '一')
  // Another person’s browser, as far as the site can tell.
  await page.context().clearCookies()
  const other = await newCase(page, '二')
  await page.context().clearCookies()
  await follow(page, one)
  await refused(page)
  // For the same case they are still there.
  await page.goto('/contacts/')
  await page.goBack()
  await expect(message(page)).toHaveValue(words)
  await expect(number(page)).toHaveValue('987')
  // The session ended, and nobody left: the entries of the first case are still behind the back button.
  await page.context().clearCookies()
  await follow(page, other)
  await casesBehind(page, nothingKept)
})

test('once the holder has left or sent, nothing is put back, in their own case either', async ({ page }) => {
  const code = await newCase(page)
  await follow(page, code)
  await message(page).fill(words)
  await send(page)
  await expect(page).toHaveURL('/track/case#replied')
  await page.waitForFunction(() => window.history.state !== null)
  await page.goBack()
  await nothingKept(page)
  await refused(page)
  await leave(page)
  await follow(page, code)
  await casesBehind(page, nothingKept)
})
