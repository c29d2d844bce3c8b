import { test } from '@playwright/test'
import { axe } from './inspect.ts'
import { firstOf } from './static-pages.ts'

/** Contrast of each kind of page in both schemes. */

for (const scheme of ['dark', 'light'] as const)
  test(`every kind of page has enough contrast in the ${scheme} scheme, and with more contrast requested`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    for (const contrast of ['no-preference', 'more'] as const) {
      await page.emulateMedia({ colorScheme: scheme, contrast })
      for (const path of [
        '/',
        '/file/',
        '/lessons/neighbour/eaves-water/',
        '/contacts/',
        '/laws/civil-code/',
        '/about/words/',
        '/deadlines/',
        '/guides/home-life/b/a/b/',
        firstOf('/stories/'),
        '/search?q=老公打我',
        '/deadlines/when?limit=x',
      ]) {
        await page.goto(path)
        await axe(page, true)
      }
    }
  })
