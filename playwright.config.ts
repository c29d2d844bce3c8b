import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { everyPage } from './tests/e2e/static-pages.ts'
import { browserPath } from './tests/support/browser.ts'
import { clockOffset } from './tests/support/day.ts'
import { longSpecs } from './tests/support/long-files.ts'
import './tests/support/moved-clock.ts'

/**
 * Journeys run twice, with scripts on and off; the checks of every page run once. `SERVER=box` asks the program of a county's
 * own box instead of the Workers.
 */

// Playwright loads this file in each of its processes; the environment carries the values they must share.
process.env['LIUCHIXIANG_STATE'] ??= join(tmpdir(), `liuchixiang-e2e-${process.pid}`)
// Below the ports a system gives away (Linux: from 32,768).
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 12_000))
const base = `http://127.0.0.1:${process.env['E2E_PORT']}`

const startWorkers = clockOffset === 0 ? 'npm start' : 'node tests/support/start-on-a-day.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: everyPage ? [] : longSpecs,
  outputDir: 'tests/.output/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test that passes only on its second try counts as failed.
  retries: 0,
  reporter: [['line'], ['json', { outputFile: 'tests/.output/e2e.json' }]],
  use: {
    baseURL: base,
    // What never comes fails with its line, before the time of its test is over.
    actionTimeout: 45_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 360, height: 740 },
    launchOptions: {
      executablePath: await browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      // Every file: one that no list named would never run.
      name: 'scripts on',
    },
    {
      name: 'scripts off',
      testMatch: [
        'journeys.spec.ts',
        'no-cookies.spec.ts',
        'library.spec.ts',
        'rating.spec.ts',
        'two-sides.spec.ts',
        'agreement.spec.ts',
        'following.spec.ts',
        'desk-*.spec.ts',
      ],
      use: { javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: process.env['SERVER'] === 'box' ? 'node tests/support/box-on-a-day.ts' : startWorkers,
    url: `${base}/healthz`,
    timeout: 180_000,
    // Without the past of a county: tests know their cases by what they file.
    env: {
      PORT: process.env['E2E_PORT'] ?? '',
      LIUCHIXIANG_STATE: process.env['LIUCHIXIANG_STATE'] ?? '',
      HISTORY: 'no',
    },
  },
})
