/**
 * The day of a test run. `TEST_DAY=2028-02-29` sets it: the unit and worker suites are frozen at ten in the
 * morning of that day in China; the http and browser suites run on it with a running clock.
 */
const testDay = process.env['TEST_DAY']
if (testDay !== undefined && !/^\d{4}-\d\d-\d\d$/.test(testDay))
  throw new Error(`TEST_DAY=${testDay}: expected a day such as 2028-02-29`)

/** RFC 3339. Default: a Tuesday in a year with known holidays. */
export const startAt = `${testDay ?? '2026-11-24'}T10:00:00+08:00`

// All processes of a run must agree on it.
process.env['CLOCK_OFFSET'] ??= String(testDay === undefined ? 0 : Date.parse(startAt) - Date.now())

/** Offset of a server's clock in milliseconds; 0 without TEST_DAY. */
export const clockOffset = Number(process.env['CLOCK_OFFSET'])
