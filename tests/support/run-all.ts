/**
 * npm test: checks, then the tests of the rules, the Workers and the built site, then one line with the count; npm run
 * test:deep tests the box. It checks and never fixes; each step runs even if an earlier one failed, so that one run
 * reports everything.
 */
import { longWorkerFiles } from './long-files.ts'
import { atOnce, begin, browser, check, finish, inTurn, vitest } from './run.ts'

begin()
const [built, client] = await inTurn(
  check('build', 'npm', 'run', '--silent', 'build'),
  check('client', 'npm', 'run', '--silent', 'client'),
)
const isBuilt = built?.failed === 0
const inNode = [
  check('biome', 'biome', 'ci', '--error-on-warnings', '--colors=off', '.'),
  check('knip', 'knip'),
  check('astro check', 'astro', 'check', '--minimumFailingSeverity', 'hint'),
  check('tsc', 'tsc', '--noEmit'),
  vitest('unit'),
  ...(isBuilt ? [vitest('http')] : []),
]
const counts = await atOnce([vitest('worker', undefined, [], longWorkerFiles)], inNode)
// Alone: the browser has two pages open at a time.
const seen = isBuilt ? await inTurn(browser()) : []
finish(
  'test',
  [built, client, ...counts, ...seen].filter((count) => count !== undefined),
)
