import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'

/** Steps of `npm test` and `npm run test:deep`: each runs even if an earlier one failed, and is counted. */

const output = 'tests/.output'

export interface Count {
  passed: number
  failed: number
  /** Names and short messages of failed tests: printed above the last line, where a truncated log still has them. */
  failures?: string[]
  /** Names of tests that were left out, with what they need (needing.ts); printed as well. */
  skipped?: string[]
}

/** Prints each line of a command as soon as it comes, after the name of its step: two steps may run at once. */
const print = (title: string, stream: Readable): void => {
  createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${title} │ ${line}\n`))
}

const run = async (
  title: string,
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<boolean> => {
  const started = performance.now()
  process.stdout.write(`\n── ${title}\n`)
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  for (const stream of [child.stdout, child.stderr]) print(title, stream)
  const status = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null)).on('close', resolve)
  })
  const seconds = Math.round((performance.now() - started) / 1000)
  process.stdout.write(`── ${title}: ${status === 0 ? 'ok' : 'failed'}, ${seconds} s\n`)
  return status === 0
}

/** A step that has not begun. */
export type Step = () => Promise<Count>

/** Each check counts as one test. */
export const check =
  (title: string, command: string, ...args: string[]): Step =>
  async () =>
    (await run(title, command, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [title] }

/** Steps one after another. */
export const inTurn = async (...steps: Step[]): Promise<Count[]> => {
  const counts: Count[] = []
  for (const step of steps) counts.push(await step())
  return counts
}

/**
 * Lanes at once, each with its steps one after another. Most suites keep one core busy, so two lanes take little more than
 * the longer of them.
 */
export const atOnce = async (...lanes: Step[][]): Promise<Count[]> =>
  (await Promise.all(lanes.map((lane) => inTurn(...lane)))).flat()

/** Count of a runner; a run that broke without a failed test counts as one failure. */
const tests = async (
  { title, report, day, server }: { title: string; report: string; day?: string | undefined; server?: 'box' },
  read: (report: unknown) => Count,
  command: string,
  ...args: string[]
): Promise<Count> => {
  rmSync(report, { force: true })
  const named = day ? `${title} on ${day}` : title
  const environment = { ...(day && { TEST_DAY: day }), ...(server && { SERVER: server }) }
  const fine = await run(named, command, args, environment)
  try {
    const count = read(JSON.parse(readFileSync(report, 'utf8')))
    const inStep = (names: string[] = []) => names.map((name) => `${named}: ${name}`)
    const all = { ...count, failures: inStep(count.failures), skipped: inStep(count.skipped) }
    if (count.failed > 0 || fine) return all
    return { ...all, failed: 1, failures: [`${named} stopped without a failed test`] }
  } catch {
    return { passed: 0, failed: 1, failures: [`${named} wrote no report`] }
  }
}

/** A name and the first lines of a message, without colours. */
const failure = (name: string, message = ''): string => {
  const plain = stripVTControlCharacters(message).split('\n').slice(0, 12).join('\n    ')
  return plain === '' ? name : `${name}\n    ${plain}`
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults?: {
    name?: string
    status?: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[]
  }[]
}

/** @param report Vitest's JSON. A file whose set-up broke has failed, though none of its tests ran. */
export const vitestCount = (report: unknown): Count => {
  const { numPassedTests, numFailedTests, testResults = [] } = report as VitestReport
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  )
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  const skipped = testResults
    .filter((file) => !broken.includes(file))
    .flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'skipped'))
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    failures: [
      ...failed.map(({ fullName, failureMessages }) => failure(fullName, failureMessages?.[0])),
      ...broken.map(({ name = '', message }) => failure(relative('.', name), message)),
    ],
    skipped: skipped.map(({ fullName }) => fullName),
  }
}

interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs?: {
    title: string
    tests: { status: string; projectName: string; results: { error?: { message?: string } }[] }[]
  }[]
}

const playwrightFailures = ({ title, suites = [], specs = [] }: PlaywrightSuite): string[] => [
  ...suites.flatMap(playwrightFailures),
  ...specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) =>
        failure(
          `[${projectName}] ${title} › ${spec.title}`,
          results.find(({ error }) => error)?.error?.message,
        ),
      ),
  ),
]

/** @param report Playwright's JSON. What passed only on a second try (flaky) has failed. */
export const playwrightCount = (report: unknown): Count => {
  const { stats, suites = [] } = report as {
    stats: Record<'expected' | 'unexpected' | 'flaky', number>
    suites?: PlaywrightSuite[]
  }
  const { expected, unexpected, flaky } = stats
  return { passed: expected, failed: unexpected + flaky, failures: suites.flatMap(playwrightFailures) }
}

/**
 * @param day yyyy-mm-dd the tests live on (day.ts); without it each suite's own
 * @param files beginnings of paths; without them every file of the project
 * @param without paths of files that are left out
 */
export const vitest =
  (
    project: 'unit' | 'worker' | 'http' | 'dev' | 'box' | 'http-box' | 'package',
    day?: string,
    files: string[] = [],
    without: string[] = [],
  ): Step =>
  () => {
    const report = `${output}/${project}.json`
    return tests(
      { title: `${project} tests`, report, day },
      vitestCount,
      'vitest',
      ...['run', ...files, '--project', project, ...without.flatMap((file) => ['--exclude', file])],
      ...['--reporter=default', '--reporter=json'],
      `--outputFile.json=${report}`,
    )
  }

/**
 * playwright.config.ts names the report's path as well.
 *
 * @param day as above
 * @param project 'scripts on' or 'scripts off'; without it both
 * @param server 'box': a county's own box instead of the Workers
 */
export const browser =
  (day?: string, project?: string, server?: 'box'): Step =>
  () =>
    tests(
      {
        ...{ title: `browser tests${server ? ' on a box' : ''}`, report: `${output}/e2e.json`, day },
        ...(server && { server }),
      },
      playwrightCount,
      'playwright',
      'test',
      ...(project === undefined ? [] : ['--project', project]),
    )

/** Deletes the counts of earlier runs. */
export const begin = (): void => {
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
}

const sum = (counts: Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  failures: counts.flatMap(({ failures = [] }) => failures),
  skipped: counts.flatMap(({ skipped = [] }) => skipped),
})

const say = (counts: Count[]): Count => {
  const total = sum(counts)
  for (const name of total.skipped ?? []) process.stdout.write(`\nskipped: ${name}\n`)
  for (const name of total.failures ?? []) process.stdout.write(`\nfailed: ${name}\n`)
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  process.exitCode = total.failed > 0 || counts.some(({ passed, failed }) => passed + failed === 0) ? 1 : 0
  return total
}

const countOf = (name: string) => `${output}/${name}.count.json`

/** Prints the last line and stores the count for `test:sum`. A step without a count is a failure. */
export const finish = (name: string, counts: Count[]): void => {
  const total = say(counts)
  mkdirSync(output, { recursive: true })
  writeFileSync(countOf(name), JSON.stringify(total))
}

/** Prints one line for several runs; a run without a count has failed. */
export const finishAll = (...names: string[]): void => {
  say(
    names.map((name) => {
      try {
        return JSON.parse(readFileSync(countOf(name), 'utf8')) as Count
      } catch {
        return { passed: 0, failed: 1, failures: [`${name} was not counted`] }
      }
    }),
  )
}
