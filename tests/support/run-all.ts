/**
 * npm test: checks, then every test that a change can break, then one line with the count. It checks and never
 * fixes; each step runs even if an earlier one failed, so that one run reports everything.
 */
import { begin, browser, check, finish, vitest } from './run.ts'

begin()
const build = check('build', 'npm', 'run', '--silent', 'build')
finish('test', [
  build,
  check('client', 'npm', 'run', '--silent', 'client'),
  check('biome', 'biome', 'ci', '--error-on-warnings', '--colors=off', '.'),
  check('knip', 'knip'),
  check('astro check', 'astro', 'check', '--minimumFailingSeverity', 'hint'),
  check('tsc', 'tsc', '--noEmit'),
  vitest('unit'),
  vitest('worker'),
  ...(build.failed === 0 ? [vitest('http'), browser()] : []),
])
