/**
 * npm test: checks, then every test, then one plain line with the count. It checks and never fixes; each step runs
 * even when one before it failed, so that one run says everything.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const output = 'tests/.output'
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })

interface Count {
  passed: number
  failed: number
}

const run = (title: string, command: string, ...args: string[]): boolean => {
  const started = Date.now()
  process.stdout.write(`\n── ${title}\n`)
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = Math.round((Date.now() - started) / 1000)
  process.stdout.write(`── ${title}: ${status === 0 ? 'ok' : 'failed'}, ${seconds} s\n`)
  return status === 0
}

/** Each check counts as one test. */
const check = (title: string, command: string, ...args: string[]): Count =>
  run(title, command, ...args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** What a runner reports; a run that broke without failing a test counts as one failure. */
const tests = (
  title: string,
  report: string,
  read: (report: unknown) => Count,
  command: string,
  ...args: string[]
): Count => {
  const fine = run(title, command, ...args)
  try {
    const count = read(JSON.parse(readFileSync(`${output}/${report}`, 'utf8')))
    return fine || count.failed > 0 ? count : { ...count, failed: 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const vitestCount = (report: unknown): Count => {
  const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number }
  return { passed: numPassedTests, failed: numFailedTests }
}

const playwrightCount = (report: unknown): Count => {
  const { expected, unexpected, flaky } = (
    report as { stats: Record<'expected' | 'unexpected' | 'flaky', number> }
  ).stats
  return { passed: expected + flaky, failed: unexpected }
}

const vitest = (project: string) =>
  tests(
    `${project} tests`,
    `${project}.json`,
    vitestCount,
    'vitest',
    ...[
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${output}/${project}.json`,
    ],
  )

const build = check('build', 'npm', 'run', '--silent', 'build')
const counts = [
  build,
  check('biome', 'biome', 'ci', '--error-on-warnings', '--colors=off', '.'),
  check('astro check', 'astro', 'check', '--minimumFailingSeverity', 'hint'),
  check('tsc', 'tsc', '--noEmit'),
  vitest('unit'),
  vitest('worker'),
  ...(build.failed === 0
    ? [vitest('http'), tests('browser tests', 'e2e.json', playwrightCount, 'playwright', 'test')]
    : []),
]

const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0)
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exitCode = sum('failed') > 0 || counts.some((count) => count.passed + count.failed === 0) ? 1 : 0
