/**
 * npm run test:deep: tests that changes rarely break and that take long, after `npm test`. Each step is one row; it ends
 * with one line with the count.
 */
import { browser, check, finish, vitest } from './run.ts'

/** A holiday in a year without known holidays, a leap day, and the last day of a year in China. */
const days = ['2027-05-01', '2028-02-29', '2026-12-31']
const serverDay = '2028-02-29'

// `npm test` checks some pages of each kind in the browser (tests/e2e/static-pages.ts).
process.env['EVERY_PAGE'] = '1'

finish('deep', [
  check('build', 'npm', 'run', '--silent', 'build'),
  // The leap day has the servers below, so it needs no third run of the Workers.
  ...days.flatMap((day) => [vitest('unit', day), ...(day === serverDay ? [] : [vitest('worker', day)])]),
  vitest('http', serverDay),
  browser(serverDay),
  vitest('dev'),
  check('mutants', 'npm', 'run', '--silent', 'test:mutants'),
])
