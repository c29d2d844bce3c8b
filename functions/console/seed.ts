/**
 * npm run seed -- [--cases 5000] [--lived 5000] [--months 18] [--until yyyy-mm-dd] [--random name]
 * Fills the local database with sample cases, through the use-cases (docs/how/seed.md). The same arguments give the same
 * cases; what is there already is left as it is. It opens the file that `npm start` serves, and nothing else.
 */
import { dayOf } from '#domain/basics/time.ts'
import { clock } from './clock.ts'
import { say } from './local-state.ts'
import { withSeedDatabase } from './ports.ts'
import { stateFolder } from './secrets.ts'
import { type Plan, readPlan } from './seed/read-plan.ts'

const run = async (plan: Plan): Promise<void> => {
  // Imported here: they read what `npm run generate` writes, and a wrong argument is told before.
  const [{ seedCases }, { copyCases }, { closePast }] = await Promise.all([
    import('./seed/seed-cases.ts'),
    import('./seed/copy-cases.ts'),
    import('./seed/closed-days.ts'),
  ])
  const started = clock()
  const seconds = () => Math.round((clock() - started) / 1000)
  let told = 0
  const tell = (done: number) => {
    if (seconds() < told + 5) return
    told = seconds()
    say(`${done} of ${plan.cases} cases, ${told} s`)
  }
  await withSeedDatabase(stateFolder(), async (database, machine) => {
    const seeded = await seedCases(database, machine, { ...plan, cases: plan.lived }, tell)
    const copied = await copyCases(database, machine, plan, tell)
    await closePast(database, machine)
    const left = [...seeded.left.values()].reduce((sum, times) => sum + times, 0)
    say(`${seeded.added} cases added, ${copied} copied, ${seeded.there} were there.`)
    say(`${seeded.made} steps made, ${left} left out by the rules. ${seconds()} s`)
  })
}

try {
  const plan = readPlan(process.argv.slice(2), dayOf(clock()))
  if (!plan.ok) throw new Error(plan.error)
  await run(plan.value)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
