import { expect, type Locator, type Page, test } from '@playwright/test'
import { fillForm, sendForm } from './people.ts'
import { sampleStaff, signIn } from './staff.ts'

/** What staff see on a phone (360 × 740) before they scroll, and how a head finds what is red below. */

// The folds need no script.
test.use({ javaScriptEnabled: false })

const firstCase = (page: Page): Locator => page.locator('.case-rows > li').first()

const topOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.y ?? Number.NaN

test('the first case is on the first screen of the list and of today; a red one is found from the unit above', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000)
  await fillForm(page, { narrative: '地界不清，动过手。', request: '请人来量一量。' })
  const { number } = await sendForm(page)

  const village = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await signIn(village, sampleStaff('village'))
  expect(await topOf(firstCase(village))).toBeLessThan(560)
  await village.goto('/desk/cases/')
  expect(await topOf(firstCase(village))).toBeLessThan(560)
  const choices = village.getByRole('navigation', { name: '只看' })
  await expect(choices).toBeHidden()
  await village.getByText('只看：在办').click()
  await choices.getByRole('link', { name: '待受理' }).click()
  // A filter that is on stands open.
  await expect(choices.getByRole('link', { name: '待受理' })).toHaveAttribute('aria-current', 'true')
  await expect(choices).toBeVisible()
  await village.goto(`/desk/cases/${number}/judged`)
  await village.getByLabel(/^红/).check()
  await village.getByLabel(/^理由/).fill('两家都叫了人，怕再打起来。')
  await village.getByRole('button', { name: '判定预警' }).click()
  await village.close()

  const town = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await signIn(town, sampleStaff('town'))
  const link = town.getByRole('link', { name: /^下级.*红色 [1-9]/ })
  // Below the first things to do.
  expect(await topOf(link)).toBeLessThan(550)
  await link.click()
  const red = town.getByRole('row', { name: /柳湾村/ }).getByRole('link', { name: /柳湾村红色/ })
  await expect(red).toBeInViewport()
  await red.click()
  await expect(town.locator(`.case-rows a[href^="/desk/cases/${number}"]`)).toBeVisible()
  await town.close()
})
