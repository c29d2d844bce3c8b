/**
 * A process that tries mutants: vitest is started once, the text of one file is replaced in its plugin, and the
 * matching tests run until the first failure. Files on the disk do not change.
 */
import { resolve } from 'node:path'
import { createVitest } from 'vitest/node'

export interface Task {
  file: string
  /** The text to try in place of the file's; absent: the unchanged file. */
  text?: string
  /** Unit tests, by their paths below tests/unit/domain, without `.test.ts`. */
  tests: readonly string[]
}

export type Verdict = 'killed' | 'endless' | 'survived'

/** Seconds of processor time, many times what these tests need: a mutant still running then counts as endless. */
const patience = 6

let task: Task | undefined

const vitest = await createVitest(
  {
    ...{ config: false, root: process.cwd(), watch: false, reporters: [{}], silent: true },
    ...{
      include: ['tests/unit/domain/**/*.test.ts'],
      setupFiles: ['tests/mutants/seed.ts'],
      env: { TZ: 'UTC' },
    },
    // A module cached on the disk by an earlier run would bypass the plugin.
    ...{ pool: 'threads', isolate: false, maxWorkers: 1, bail: 1, fsModuleCache: false },
  },
  {
    cacheDir: 'tests/.output/mutants',
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        load: (id) => (task && id === resolve(task.file) ? task.text : undefined),
      },
    ],
  },
)

const answer = (verdict: Verdict) => process.send?.(verdict)

process.on('disconnect', () => process.exit())
process.on('message', async (next: Task) => {
  task = next
  const begun = process.cpuUsage()
  // The tests run in their own thread, so this one can still check the time.
  const guard = setInterval(() => {
    if (process.cpuUsage(begun).user < patience * 1_000_000) return
    answer('endless')
    process.disconnect()
  }, 500)
  vitest.invalidateFile(resolve(next.file))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    next.tests.flatMap((name) =>
      vitest.projects.map((project) =>
        project.createSpecification(resolve(`tests/unit/domain/${name}.test.ts`)),
      ),
    ),
  )
  clearInterval(guard)
  const passed = unhandledErrors.length === 0 && testModules.every((module) => module.state() === 'passed')
  answer(passed ? 'survived' : 'killed')
})
