/**
 * npm run seed -- [--cases 5000] [--lived 5000] [--months 18] [--until yyyy-mm-dd] [--random name]
 * Fills the local database with sample cases, through the use-cases (docs/how/seed.md). The same arguments give the same
 * cases; what is there already is left as it is. It opens the file that `npm start` serves, and nothing else.
 */
import { dayOf } from '#domain/basics/time.ts'
import { say } from './local-state.ts'
import { clock, withSeedDatabase } from './ports.ts'
import { stateFolder } from './secrets.ts'
import { readPlan } from './seed/read-plan.ts'

const plan = readPlan(process.argv.slice(2), dayOf(clock()))
if (!plan.ok) {
  process.stderr.write(`${plan.error}\n`)
  process.exitCode = 1
} else {
  const [{ seedCases }, { copyCases }] = await Promise.all([
    // Imported here: they read what `npm run generate` writes, and a wrong argument is told before.
    import('./seed/seed-cases.ts'),
    import('./seed/copy-cases.ts'),
  ])
  const started = clock()
  const seconds = () => Math.round((clock() - started) / 1000)
  const { cases, lived } = plan.value
  let told = 0
  const tell = (done: number) => {
    if (seconds() < told + 5 && done < cases) return
    told = seconds()
    say(`${done} of ${cases} cases, ${told} s`)
  }
  await withSeedDatabase(stateFolder(), async (database, machine) => {
    const seeded = await seedCases(database, machine, { ...plan.value, cases: lived }, tell)
    const copied = await copyCases(database, machine, plan.value, tell)
    const left = [...seeded.left.values()].reduce((sum, times) => sum + times, 0)
    say(
      `${seeded.added + copied} cases added (${copied} of them copies), ${seeded.there} were there; ${seeded.made} steps made, ${left} left out by the rules; ${seconds()} s`,
    )
  })
}
