import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The day the tests live on. `TEST_DAY=2028-02-29` moves it: the unit and worker suites are frozen at ten in the
 * morning of that day in China; the http and browser suites run on it, with a clock that goes on.
 */
const wanted = process.env['TEST_DAY']
if (wanted !== undefined && !/^\d{4}-\d\d-\d\d$/.test(wanted))
  throw new Error(`TEST_DAY=${wanted}: a day like 2028-02-29`)

/** RFC 3339. Without a wish: a Tuesday in a year whose holidays are known. */
export const startAt = `${wanted ?? '2026-11-24'}T10:00:00+08:00`

// All processes of a run must agree on it.
process.env['CLOCK_OFFSET'] ??= String(wanted === undefined ? 0 : Date.parse(startAt) - Date.now())

/** How far the clock of a server is moved, in milliseconds; 0 unless a day is asked for. */
export const clockOffset = Number(process.env['CLOCK_OFFSET'])

/** Environment in which a command of Node lives on that day. */
export const onThatDay = {
  ...process.env,
  ...(clockOffset !== 0 && {
    NODE_OPTIONS: `--import=${pathToFileURL(resolve('tests/support/moved-clock.ts')).href}`,
  }),
}
