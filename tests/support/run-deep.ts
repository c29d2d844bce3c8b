/**
 * npm run test:deep: what a change seldom breaks and what takes long, after `npm test`. One step is one row; it ends
 * with one plain line with the count.
 */
import { browser, check, finish, vitest } from './run.ts'

/** A holiday of a year whose holidays are not known yet, a leap day, and the last day of a year in China. */
const days = ['2027-05-01', '2028-02-29', '2026-12-31']
const serverDay = '2028-02-29'

finish('deep', [
  check('build', 'npm', 'run', '--silent', 'build'),
  ...days.flatMap((day) => [vitest('unit', day), vitest('worker', day)]),
  vitest('http', serverDay),
  browser(serverDay),
  vitest('dev'),
  check('mutants', 'npm', 'run', '--silent', 'test:mutants'),
])
