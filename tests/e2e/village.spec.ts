import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { buildLargeCounty } from '../support/large-county.ts'
import { boxFolder, startBox } from '../support/serve-box.ts'
import { answering } from '../support/server.ts'
import { inspect, phone } from './inspect.ts'
import { check, largePhone } from './large-phone.ts'
import { codeOn, fillFields, fits, press } from './people.ts'

/** In a county of many villages the form asks for the town, and the check page for the village (docs/how/filing.md). */

// One program for all of them.
test.describe.configure({ mode: 'default' })

let county: Awaited<ReturnType<typeof boxFolder>>
let running: ReturnType<typeof startBox>
let program = ''
test.beforeAll(async () => {
  test.setTimeout(180_000)
  program = buildLargeCounty(`large-county-${test.info().workerIndex}`)
  county = await boxFolder()
  running = startBox(county.config, [], {}, undefined, program)
  await answering(county.base, 'the large county')
})
test.afterAll(() => {
  running.child.kill('SIGKILL')
  for (const folder of [county.state, dirname(program)]) rmSync(folder, { recursive: true, force: true })
})

const story = { narrative: '隔壁翻了屋顶，水滴进来。', request: '请他家装水槽。' }
const village = (page: Page) => page.getByLabel('是哪个村？')
const goesTo = (page: Page, unit: string) =>
  expect(page.getByText('这件会交给：')).toHaveText(`这件会交给：${unit}人民调解委员会`)
const next = (page: Page) => page.getByRole('button', { name: '下一步：核对信息' }).click()

/** How much wider a list is than what it says, in px. */
const roomIn = (list: Locator): Promise<number> =>
  list.evaluate((select: HTMLSelectElement) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(select)
    const words = select.ownerDocument.createElement('span')
    words.style.font = font
    words.style.whiteSpace = 'nowrap'
    words.textContent = select.selectedOptions[0]?.textContent ?? ''
    select.ownerDocument.body.append(words)
    const { width } = words.getBoundingClientRect()
    words.remove()
    return select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - width
  })

const open = async (browser: Browser, javaScriptEnabled: boolean, viewport = phone): Promise<Page> =>
  (await browser.newContext({ baseURL: county.base, locale: 'zh-CN', javaScriptEnabled, viewport })).newPage()

/** Comes to the check page with a town; the empty form is answered with the places of this county. */
const checkTown = async (page: Page): Promise<void> => {
  await page.goto('/file/')
  await next(page)
  await expect(page).toHaveTitle(/^错误/)
  await fillFields(page, story, 'chengguan')
  await next(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对一下，再提交')
}

for (const scripts of [true, false])
  test.describe(scripts ? 'scripts on' : 'scripts off', () => {
    test('the village is chosen, shown, and gets the case', async ({ browser }) => {
      const page = await open(browser, scripts)
      await checkTown(page)
      await goesTo(page, '城关镇')
      await fits(page)
      await inspect(page, scripts)
      await page.setViewportSize(phone)
      await village(page).selectOption({ label: '西湾村' })
      await press(page, '就是这个村')
      await goesTo(page, '西湾村')
      await expect(village(page)).toHaveCount(0)
      await press(page, '提交')
      await expect(page).toHaveURL('/file/done')
      expect(await codeOn(page)).toMatch(/^\d{16}$/)
      await expect(page.getByText('西湾村人民调解委员会').first()).toBeVisible()
      await page.context().close()
    })

    test('sent with a chosen village, it is shown once more; without one, it goes to the town', async ({
      browser,
    }) => {
      const page = await open(browser, scripts)
      await checkTown(page)
      await village(page).selectOption({ label: '东湾村' })
      await press(page, '提交')
      await goesTo(page, '东湾村')
      // Back in the form, the villages of the town are listed, and the chosen one is.
      await press(page, '回去再改改')
      const place = page.getByLabel('事情在哪里')
      await expect(place.getByRole('option', { selected: true })).toHaveText('城关镇 东湾村')
      await fits(page)
      await place.selectOption('chengguan')
      await next(page)
      await expect(village(page)).toHaveValue('')
      await press(page, '提交')
      await expect(page).toHaveURL('/file/done')
      await expect(page.getByText('城关镇人民调解委员会').first()).toBeVisible()
      await page.context().close()
    })

    test('fits a phone of 320 px with text at 200 %', async ({ playwright }) => {
      const large = await playwright.chromium.launch(largePhone.launchOptions)
      const page = await open(large, scripts, largePhone.viewport)
      await checkTown(page)
      await expect(village(page)).toBeVisible()
      await check(page, scripts)
      // A list cuts what is too long for it, and nothing overflows.
      expect(await roomIn(village(page))).toBeGreaterThan(0)
      await large.close()
    })
  })
