import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { arrived, fits } from './people.ts'

/** Checks that every page must pass: axe, target size, width. */

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Contrast of 7:1 included (WCAG 1.4.6, AAA). */
const enhanced = { 'color-contrast-enhanced': { enabled: true } }

// Legacy mode runs in the page itself: without iframes it finds the same, and opens no second page each time.
export const axe = async (page: Page, withContrast = false): Promise<void> => {
  const runOnly = { type: 'tag' as const, values: tags }
  await arrived(page)
  // What sticks to the edge of the window covers what happens to be below it; whoever reads on scrolls.
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('.pick-bar')) bar.style.position = 'static'
  })
  const { violations } = await new AxeBuilder({ page })
    .options(withContrast ? { runOnly, rules: enhanced } : { runOnly })
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** Links in running text and inputs inside a larger label are exempt, as in WCAG 2.5.8. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>('a[href], button, select, textarea, input:not([type=hidden])'),
    )
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        if (width === 0 || target.closest('.trap, .skip-link, .visually-hidden, .term')) return false
        if (target.closest('p, figcaption, small, .hint, label, blockquote, dd, li:not(.telephone) > span'))
          return false
        const item = target.closest('.text li:not(.telephone)')
        // The parent has more text than the link: the link is inside a sentence.
        if (item && (item.textContent?.trim().length ?? 0) > (target.textContent?.trim().length ?? 0) + 4)
          return false
        if (target.matches('[type=radio], [type=checkbox]'))
          return (target.closest('.choice')?.clientHeight ?? 0) < 44
        return height < 44
      })
      .map((target) => target.outerHTML.slice(0, 120)),
  )

/** @param withAxe false for pages whose layout was already checked on another page */
export const inspect = async (page: Page, withAxe = true): Promise<void> => {
  if (withAxe) await axe(page)
  expect(await smallTargets(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await fits(page)
}

/** The phone on which a journey is played. */
export const phone = { width: 360, height: 740 }

/** True in the project that runs without scripts. */
export const scriptsOff = (): boolean => test.info().project.name === 'scripts off'

/** Checks a page of a journey. axe is a script: with scripts off, only the width is checked. */
export const check = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 320, height: 640 })
  await (scriptsOff() ? fits(page) : inspect(page))
  await page.setViewportSize(phone)
}
