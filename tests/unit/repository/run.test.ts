import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { longSpecs, longWorkerFiles } from '../../support/long-files.ts'
import { atOnce, playwrightCount, vitestCount } from '../../support/run.ts'

/** How results are counted, and what an installation relies on. */

describe('the count of test results', () => {
  it('counts a test that passed only on its second try as failed', () => {
    const stats = { expected: 70, unexpected: 1, flaky: 2, skipped: 3 }
    expect(playwrightCount({ stats })).toMatchObject({ passed: 70, failed: 3 })
    expect(readFileSync('playwright.config.ts', 'utf8')).toMatch(/^ {2}retries: 0,$/m)
  })

  it('equals the count in Vitest’s report', () => {
    expect(vitestCount({ numPassedTests: 5, numFailedTests: 2, numTotalTests: 9 })).toMatchObject({
      passed: 5,
      failed: 2,
    })
  })

  it('counts a file whose set-up broke, though none of its tests ran, and says why', () => {
    const name = resolve('tests/dev/dev.test.ts')
    const skipped = { fullName: 'shows a page', status: 'skipped' }
    const broken = { name, status: 'failed', message: 'connect ECONNREFUSED', assertionResults: [skipped] }
    expect(vitestCount({ numPassedTests: 4, numFailedTests: 0, testResults: [broken] })).toEqual({
      ...{ passed: 4, failed: 1, skipped: [] },
      failures: ['tests/dev/dev.test.ts\n    connect ECONNREFUSED'],
    })
    const failed = { fullName: 'shows a page', status: 'failed', failureMessages: [] }
    const testResults = [{ ...broken, assertionResults: [failed] }]
    expect(vitestCount({ numPassedTests: 4, numFailedTests: 1, testResults }).failed).toBe(1)
  })

  it('names each test that was skipped, beside a failed one too', () => {
    const assertionResults = [
      { fullName: 'a case survives [needs dpkg-deb]', status: 'skipped' },
      { fullName: 'pages are served', status: 'failed', failureMessages: [] },
    ]
    const testResults = [{ status: 'failed', assertionResults }]
    expect(vitestCount({ numPassedTests: 0, numFailedTests: 1, testResults })).toEqual({
      ...{ passed: 0, failed: 1, failures: ['pages are served'] },
      skipped: ['a case survives [needs dpkg-deb]'],
    })
  })

  it('names each failed test with the start of its message', () => {
    const assertionResults = [
      { fullName: 'sums add up', status: 'passed', failureMessages: [] },
      {
        fullName: 'days pass',
        status: 'failed',
        failureMessages: ['\u001b[31mexpected 1\u001b[39m\nto be 2'],
      },
    ]
    const count = vitestCount({ numPassedTests: 1, numFailedTests: 1, testResults: [{ assertionResults }] })
    expect(count.failures).toEqual(['days pass\n    expected 1\n    to be 2'])
    const tests = (status: string) => [
      { status, projectName: 'scripts off', results: [{ error: { message: 'no page' } }] },
    ]
    const specs = [
      { title: 'files a case', tests: tests('unexpected') },
      { title: 'follows it', tests: tests('expected') },
      { title: 'prints it', tests: tests('flaky') },
    ]
    const stats = { expected: 1, unexpected: 1, flaky: 1 }
    expect(
      playwrightCount({ stats, suites: [{ title: 'x.spec.ts', suites: [{ title: 'a', specs }] }] }).failures,
    ).toEqual(['[scripts off] a › files a case\n    no page', '[scripts off] a › prints it\n    no page'])
  })
})

interface Entry {
  version?: string
  integrity?: string
  resolved?: string
  link?: boolean
}

it('files that only test:deep runs are there', () => {
  const files = [...longWorkerFiles, ...longSpecs.map((name) => `tests/e2e/${name}`)]
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})

describe('steps', () => {
  it('run at once in lanes, one after another in a lane, and none is left out after a failure', async () => {
    const order: string[] = []
    const step = (name: string, failed: number) => async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      order.push(`${name} ends`)
      return { passed: 1 - failed, failed }
    }
    const counts = await atOnce([step('long', 1), step('after', 0)], [step('beside', 0)])
    expect(counts).toEqual([
      { passed: 0, failed: 1 },
      { passed: 1, failed: 0 },
      { passed: 1, failed: 0 },
    ])
    expect(order.slice(0, 2)).toEqual(['long begins', 'beside begins'])
    expect(order.indexOf('after begins')).toBeGreaterThan(order.indexOf('long ends'))
  })
})

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Entry>
  }
  const entries = Object.entries(packages).filter(([path]) => path !== '')

  it('has a SHA-512 for every package, so that npm ci verifies each download', () => {
    expect(entries.length).toBeGreaterThan(500)
    expect(
      entries
        .filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
        .map(([path]) => path),
    ).toEqual([])
  })

  it('names no registry host', () => {
    expect(entries.filter(([, entry]) => entry.resolved || entry.link).map(([path]) => path)).toEqual([])
  })
})

describe('npm install', () => {
  const said = (agent?: string) =>
    spawnSync('node', ['functions/console/say-node.mjs'], {
      encoding: 'utf8',
      env: { ...process.env, npm_config_user_agent: agent },
    }).stdout

  it.each([
    ['npm/11.19.1 node/v20.20.2 linux x64', 1],
    ['npm/10.9.0 node/v22.11.0 linux x64', 1],
    ['npm/10.9.0 node/v22.12.0 linux x64', 0],
    ['npm/11.19.1 node/v24.21.0 linux x64', 0],
    [undefined, 0],
  ])('with user agent %s prints %i sentences about its Node version', (agent, sentences) => {
    expect(said(agent).split('\n')).toHaveLength(sentences + 1)
    expect(said(agent)).toMatch(
      sentences ? /^npm runs on Node 2\d\.\d+ here, older than 22\.12: that is fine/ : /^$/,
    )
  })

  it('prints errors only, so no warning about packages that ask for a newer Node', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^loglevel=error$/m)
  })
})

describe('checks that contributors and CI run', () => {
  const { devDependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'devDependencies' | 'scripts',
    Record<string, string>
  >
  const workflow = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as {
    permissions: unknown
    jobs: Record<string, { steps: { uses?: string; run?: string }[] }>
  }
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  it('.nvmrc names the Node version of the packages', () => {
    expect(readFileSync('.nvmrc', 'utf8')).toBe(`${devDependencies['node']?.split('.')[0]}\n`)
  })

  it('the public workflow runs the two commands that `.ci/run` starts with', () => {
    const commands = steps.flatMap(({ run }) => run ?? [])
    expect(commands).toEqual(['npm ci', 'npm test'])
    const ours = readFileSync('.ci/run', 'utf8').match(/^npm (ci|test)/gm)
    expect(ours).toEqual(commands)
  })

  it('`npm test` contains every check of `npm run check`', () => {
    const checks = scripts['check']?.split(' && ').map((command) => command.replace(/^npm run --silent /, ''))
    expect(checks).toHaveLength(6)
    const steps = readFileSync('tests/support/run-all.ts', 'utf8')
    for (const command of checks ?? []) expect(steps).toContain(`'${command.split(' ')[0]}'`)
  })

  it('the public workflow pins actions by commit and has read permission only', () => {
    for (const { uses } of steps) expect(uses ?? 'a command').toMatch(/@[0-9a-f]{40}$|^a command$/)
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })
})
