import { expect, test } from '@playwright/test'

/** Statutes in texts: the plain meaning first, the words folded under it and open on paper; citations that hold together. */

const quoting = '/guides/eaves-light/safe/water/blocked/'

test('the words of a statute open at a press, and are all on paper', async ({ page }) => {
  await page.goto(quoting)
  const words = page.locator('.fold + .folded')
  const count = await words.count()
  expect(count).toBeGreaterThan(2)
  await expect(words.first()).toBeHidden()
  await page.locator('.fold summary').first().click()
  await expect(words.first()).toBeVisible()
  await expect(words.nth(1)).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  for (const one of await words.all()) await expect(one).toBeVisible()
})

for (const width of [320, 360, 1280])
  test(`no statute and no number of an article is broken across lines at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    for (const path of [
      quoting,
      '/about/kinds/',
      '/deadlines/when?limit=labour-arbitration&from=2026-01-10',
    ]) {
      await page.goto(path)
      for (const fold of await page.locator('.fold summary').all()) await fold.click()
      const broken = await page.locator('.cite').evaluateAll((cites) =>
        cites.flatMap((cite) =>
          [...cite.childNodes].flatMap((part) => {
            const pieces = [...part.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
            return pieces.flatMap((piece) => {
              const range = document.createRange()
              range.selectNodeContents(piece)
              const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
              return lines.size > 1 ? [piece.textContent] : []
            })
          }),
        ),
      )
      expect(broken, path).toEqual([])
      expect(await page.locator('.cite').count(), path).toBeGreaterThan(0)
    }
  })

test('no line of the way here begins with its separator', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(quoting)
  const marks = await page
    .locator('.breadcrumbs li')
    .evaluateAll((items) =>
      items.map((item) => [
        getComputedStyle(item, '::before').content,
        getComputedStyle(item, '::after').content,
      ]),
    )
  expect(marks.map(([before]) => before)).toEqual(marks.map(() => 'none'))
  expect(marks.slice(0, -1).map(([, after]) => after)).toEqual(marks.slice(1).map(() => '"›"'))
})
