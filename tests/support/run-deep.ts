/**
 * npm run test:deep: tests that changes rarely break and that take long, after `npm test`. Each step is one row; it ends
 * with one line with the count.
 */
import { longWorkerFiles } from './long-files.ts'
import { atOnce, browser, check, finish, inTurn, vitest } from './run.ts'

/** A holiday in a year without known holidays, a leap day, and the last day of a year in China. */
const caseDay = '2027-05-01'
const serverDay = '2028-02-29'
const days = [caseDay, serverDay, '2026-12-31']

/** Unit tests of what depends on the day: the rules, and the journeys on Node. Texts of the site do not. */
const dated = ['tests/unit/domain', 'tests/unit/desk', 'tests/unit/store', 'tests/unit/node']

// `npm test` checks some pages of each kind in the browser (tests/e2e/static-pages.ts), and leaves long files out.
process.env['EVERY_PAGE'] = '1'

const built = await inTurn(check('build', 'npm', 'run', '--silent', 'build'))
// The rules of dates on each day; the servers on one; what is done with cases on another, on a county's own box, where the
// suite of the Workers runs as well and takes a fraction of the time.
const counts = await atOnce(
  [vitest('box', caseDay), vitest('http-box'), vitest('package')],
  [
    ...days.map((day) => vitest('unit', day, dated)),
    ...[vitest('http', serverDay), vitest('dev'), vitest('worker', undefined, longWorkerFiles)],
  ],
)
// `npm test` has the browser ask the Workers; here it asks a county's own box.
const alone = await inTurn(
  browser(serverDay, 'scripts on', 'box'),
  check('mutants', 'npm', 'run', '--silent', 'test:mutants'),
)
finish('deep', [...built, ...counts, ...alone])
