import type { Page } from '@playwright/test'
import { browserPath } from '../support/browser.ts'
import { axe } from './inspect.ts'
import { fits } from './people.ts'

/** A narrow phone with text at 200 %. */
export const largePhone = {
  viewport: { width: 320, height: 740 },
  launchOptions: {
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--blink-settings=defaultFontSize=32'],
  },
}

/** Checks the page in sight; axe needs scripts. */
export const check = async (page: Page, scripts: boolean): Promise<void> => {
  await fits(page)
  if (scripts) await axe(page)
}
