import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import type { SeedPlan } from './seed-cases.ts'

/** The arguments of `npm run seed`. */

const usage =
  'npm run seed -- [--cases 5000] [--lived 5000] [--months 18] [--until yyyy-mm-dd] [--random name]'

/** A plan, and how many of its cases are lived; the others are copies of these. */
export type Plan = SeedPlan & { lived: number }

const most = { cases: 1_000_000, months: 60 }

/** A whole number within bounds, or the sentence that says what is wrong with it. */
const count = (name: string, typed: string, highest: number): Result<number, string> => {
  const value = /^\d{1,7}$/.test(typed) ? Number(typed) : 0
  return value >= 1 && value <= highest
    ? ok(value)
    : fail(`--${name} ${typed}: write a whole number from 1 to ${highest}.`)
}

const untilOf = (typed: string, today: Day): Result<Day, string> => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(`${typed}T00:00:00Z`))
  if (!isDay || new Date(`${typed}T00:00:00Z`).toISOString().slice(0, 10) !== typed)
    return fail(`--until ${typed}: write a day of the calendar as yyyy-mm-dd.`)
  return typed > today
    ? fail(`--until ${typed}: today is ${today}, and nothing happens after today.`)
    : ok(typed)
}

/**
 * Reads the arguments.
 * @param today without `--until` everything happened before today
 * @returns the plan, or a sentence that says what is wrong
 */
export const readPlan = (args: string[], today: Day): Result<Plan, string> => {
  const texts = { type: 'string' } as const
  let values: Partial<Record<'cases' | 'lived' | 'months' | 'until' | 'random', string>>
  try {
    const options = { cases: texts, lived: texts, months: texts, until: texts, random: texts }
    ;({ values } = parseArgs({ args, options }))
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  const cases = count('cases', values.cases ?? '5000', most.cases)
  const lived = count('lived', values.lived ?? '5000', most.cases)
  const months = count('months', values.months ?? '18', most.months)
  const until = untilOf(values.until ?? today, today)
  const random = values.random ?? '1'
  for (const read of [cases, lived, months, until]) if (!read.ok) return read
  if (!/^[\w-]{1,40}$/.test(random))
    return fail(
      `--random ${random}: write up to 40 letters, digits, - or _; another name draws another county.`,
    )
  if (!cases.ok || !lived.ok || !months.ok || !until.ok) return fail(usage)
  return ok({
    ...{ cases: cases.value, lived: Math.min(lived.value, cases.value) },
    ...{ months: months.value, until: until.value, random },
  })
}
