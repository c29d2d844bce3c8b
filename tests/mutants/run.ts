/**
 * npm run test:mutants: do the unit tests of the rules fail when a rule changes? Each rule is changed in one place at a time, and the tests
 * that belong to it must fail. Without a name: the rules that decide most; `--all`: every file of the table; names
 * (`clocks/calendar desk/access`): those. Prints the survivors of each file, then one line with the count.
 */
import { type ChildProcess, fork } from 'node:child_process'
import equivalent from './equivalent.json' with { type: 'json' }
import { type Mutant, mutantsOf } from './mutate.ts'
import type { Task, Verdict } from './worker.ts'

/** Files of rules, and the unit tests that belong to each; both are paths below `domain`. */
const first = {
  'clocks/clocks': ['clocks/clock-history', 'clocks/clocks', 'clocks/hearings', 'clocks/hours'],
  'clocks/county-calendar': ['clocks/clock-history', 'clocks/count-limit'],
  'clocks/hearings': ['clocks/hearings'],
  'clocks/stages': ['clocks/clock-history', 'clocks/clocks', 'clocks/hours'],
  'clocks/duty': ['clocks/duty'],
  'clocks/rules': ['clocks/rules', 'clocks/clocks'],
  'clocks/calendar': ['clocks/working-days', 'clocks/calendar', 'clocks/count-limit'],
  'moves/rules': ['moves/rules'],
  'moves/standing': ['moves/standing', 'moves/standing-sides'],
  'desk/access': ['desk/access', 'desk/scopes'],
  'filing/tracking-code': ['filing/tracking-code'],
  'notices/may-tell': ['notices/may-tell'],
  'notices/notices': ['notices/notices'],
  'clocks/held': ['clocks/held', 'clocks/held-talk', 'clocks/held-two'],
  'clocks/kept-until': ['clocks/kept-until', 'clocks/held'],
  'desk/lost-code': ['desk/lost-code'],
  'following/objecting': ['following/objecting'],
  'figures/days': ['figures/periods'],
  'figures/three-three': ['figures/shares'],
  'figures/early-signs': ['figures/shares'],
}
const further = {
  'moves/targets': ['moves/targets', 'desk/access'],
  'places/starting-unit': ['places/starting-unit', 'desk/access'],
  'history/encoding': ['history/encoding'],
  'clocks/warnings': ['clocks/warnings'],
  'clocks/hours-left': ['clocks/hours'],
  'history/status-replay': ['history/status-replay'],
  'following/rating': ['following/rating'],
  'following/rating-faults': ['following/rating-faults'],
  'desk/rating-tasks': ['desk/ratings'],
  'desk/units-above': ['desk/ratings', 'following/urging'],
  'desk/rating-figures': ['desk/ratings'],
  'desk/rating-groups': ['desk/rating-groups'],
  'notices/attempts': ['notices/attempts'],
  'notices/hours': ['notices/hours', 'notices/may-tell'],
  'following/urging': ['following/urging'],
  'following/writing': ['following/writing'],
  'history/conversation': ['history/conversation'],
  'figures/case-day': ['figures/case-day'],
  'figures/periods': ['figures/periods'],
  'desk/supervisions': ['desk/head'],
  'desk/marks': ['desk/head'],
  'desk/places': ['desk/head'],
  'desk/head-figures': ['desk/head'],
  'desk/first-things': ['desk/head'],
}
const table: Record<string, readonly string[]> = { ...first, ...further }

const named = process.argv.slice(2)
const chosen = named.includes('--all') ? Object.keys(table) : named.length > 0 ? named : Object.keys(first)
const pathOf = (name: string) => `functions/domain/${name}.ts`
for (const name of chosen) if (!table[name]) throw new Error(`no tests are named for ${pathOf(name)}`)

const start = (): ChildProcess =>
  fork(new URL('worker.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

/** A mutant that ends the process counts as killed. */
const tryOne = (child: ChildProcess, task: Task): Promise<Verdict> =>
  new Promise((done) => {
    const end = (verdict: Verdict) => {
      child.removeAllListeners()
      done(verdict)
    }
    child.once('message', end)
    child.once('exit', () => end('killed'))
    child.send(task)
  })

const tryAll = async (tasks: Task[]): Promise<Verdict[]> => {
  const verdicts: Verdict[] = []
  const queue = tasks.entries()
  const work = async () => {
    let child = start()
    for (const [index, task] of queue) {
      const verdict = await tryOne(child, task)
      verdicts[index] = verdict
      if (verdict !== 'endless' && child.connected) continue
      child.kill('SIGKILL')
      child = start()
    }
    child.disconnect()
  }
  // The machine that runs `.ci/run` has two cores.
  await Promise.all([work(), work()])
  return verdicts
}

const print = (text: string) => process.stdout.write(`${text}\n`)
/**
 * equivalent.json: mutants that no test can kill because they are equivalent, and why. An entry whose mutant is gone
 * or was killed counts as a failure, so that the list stays current.
 */
const reasonFor = ({ file, before, after }: Mutant) =>
  equivalent.find((entry) => pathOf(entry.file) === file && entry.before === before && entry.after === after)

const mutants = mutantsOf(chosen.map(pathOf))
let [passed, failed] = [0, 0]
for (const name of chosen) {
  const [file, tests] = [pathOf(name), table[name] ?? []]
  const own = mutants.filter((mutant) => mutant.file === file)
  const [untouched, ...verdicts] = await tryAll([
    { file, tests },
    ...own.map(({ text }) => ({ file, tests, text })),
  ])
  if (untouched !== 'survived') {
    print(`${file}: its tests fail without any mutant`)
    failed += 1
    continue
  }
  const alive = own.filter((_, index) => verdicts[index] === 'survived')
  const survivors = alive.filter((mutant) => !reasonFor(mutant))
  const endless = verdicts.filter((verdict) => verdict === 'endless').length
  print(
    `${file}: ${own.length} mutants, ${own.length - alive.length} killed (${endless} never ended), ` +
      `${alive.length - survivors.length} equivalent, ${survivors.length} survived`,
  )
  for (const { line, before, after } of survivors) print(`  ${file}:${line}\n    - ${before}\n    + ${after}`)
  const idle = equivalent.filter(
    (entry) => entry.file === name && !alive.some((mutant) => reasonFor(mutant) === entry),
  )
  for (const { before, after } of idle)
    print(`  equivalent.json names a mutant that does not survive\n    - ${before}\n    + ${after}`)
  passed += own.length - survivors.length
  failed += survivors.length + idle.length
}
print(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
