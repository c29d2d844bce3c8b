import { expect, test } from '@playwright/test'
import { browserPath } from '../support/browser.ts'
import { fillForm, fits, follow, sendForm } from './people.ts'
import { checkedPaths } from './static-pages.ts'

/** Text at 200 %, set in the browser as people do: no page needs a sideways scroll, even at 320 px. */

test.use({
  viewport: { width: 320, height: 740 },
  launchOptions: {
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--blink-settings=defaultFontSize=32'],
  },
})

const asked = [
  '/search?q=老公打我',
  '/search?q=zzzz',
  '/deadlines/when?limit=labour-arbitration&from=2026-01-10',
  '/deadlines/when?limit=x&from=2026-02-30',
  '/file/from/unpaid-wages/safe.firm.still',
  '/nothing/',
]

test('the text is twice as large as usual', async ({ page }) => {
  await page.goto('/')
  expect(await page.locator('html').evaluate((html) => getComputedStyle(html).fontSize)).toBe('36px')
})

for (let part = 0; part < 4; part += 1)
  test(`no static page overflows, part ${part + 1}`, async ({ page }) => {
    test.setTimeout(120_000)
    for (const path of checkedPaths.filter((_, index) => index % 4 === part))
      await test.step(path, async () => {
        await page.goto(path)
        await fits(page)
      })
  })

test('no page of the Worker overflows', async ({ page }) => {
  test.setTimeout(60_000)
  for (const path of asked)
    await test.step(path, async () => {
      await page.goto(path)
      await fits(page)
    })
  await page.goto('/file/')
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await fits(page)
  await fillForm(page, { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' })
  await page.getByRole('button', { name: '下一步：核对信息' }).click()
  await fits(page)
  await page.goBack()
  await expect(page.getByLabel('发生了什么')).toBeVisible()
  await fillForm(page, { narrative: '隔壁翻了屋顶。', request: '请他家装水槽。' })
  const { code } = await sendForm(page)
  await fits(page)
  await follow(page, code)
  await fits(page)
})
