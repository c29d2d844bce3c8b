import { addDays, type Day, daysBetween } from '#domain/basics/time.ts'
import { fadedSince, judgedOn, quietSince } from '#domain/figures/early-signs.ts'
import { type DayCount, signAbout, signRows } from '#domain/figures/sign-rows.ts'
import { signTrial } from '#domain/figures/sign-trial.ts'
import type { FigureRow } from '#domain/figures/tally.ts'
import { startOf } from '#domain/places/starting-unit.ts'
import { drawRegion } from '../../functions/console/seed/begin.ts'
import { drawOf } from '../../functions/console/seed/draw.ts'
import { sampleSubjects } from '../../functions/console/seed/matters.ts'

/**
 * Years of the sample county, drawn as `npm run seed` draws where a case comes from, what it is about and when, on which the
 * rule of early signs is run day by day. Nothing changes in such a year but what is planted.
 */

/** As the sample: 5,000 cases in 18 months, of which the last twelve are looked at. */
const first: Day = '2025-05-30'
const last: Day = '2026-11-29'
const yearFrom: Day = '2025-11-30'
const cases = 5000

/** A real outbreak: so many cases more of one kind at one unit, over so many days. */
const outbreak = { cases: signTrial.extra, days: 7 * signTrial.weeks }

interface Matter {
  unit: string
  key: string
}
const pairOf = ({ unit, key }: Matter): string => `${unit} ${key}`

/** What one year gives. */
export interface SignYear {
  /** All that was received in the year. */
  received: number
  signs: number
  /** Signs of a pair and time in which nothing was planted. */
  wrong: number
  planted: number
  found: number
  /** What the rule itself says afterwards of the signs whose 28 days are over. */
  judged: number
  faded: number
}

/** Draws one county and runs the rule on it. */
const signYear = (name: string, outbreaks: number): SignYear => {
  const draw = drawOf(name)
  const days = daysBetween(first, last)
  const received = new Map<Day, Map<string, Matter & { n: number }>>()
  const put = (day: Day, matter: Matter) => {
    const own = received.get(day) ?? new Map()
    received.set(day, own)
    own.set(pairOf(matter), { ...matter, n: (own.get(pairOf(matter))?.n ?? 0) + 1 })
  }
  const drawMatter = (): Matter => {
    const region = drawRegion(draw)
    const { category } = draw.weighted(sampleSubjects)
    const unit = startOf({ track: 'mediation', category, region, about: 'none', danger: false })
    return { unit: unit.id, key: category }
  }
  for (let index = 0; index < cases; index += 1)
    put(addDays(first, Math.floor(days * draw.share() ** 0.85)), drawMatter())
  const planted = Array.from({ length: outbreaks }, () => {
    const from = addDays(yearFrom, draw.whole(0, daysBetween(yearFrom, last) - 2 * outbreak.days))
    const matter = drawMatter()
    for (let index = 0; index < outbreak.cases; index += 1)
      put(addDays(from, draw.whole(0, outbreak.days - 1)), matter)
    return { ...matter, from, to: addDays(from, outbreak.days) }
  })

  const counted: DayCount[] = []
  const signs: DayCount[] = []
  const sum: SignYear = { received: 0, signs: 0, wrong: 0, planted: outbreaks, found: 0, judged: 0, faded: 0 }
  const found = new Set<(typeof planted)[number]>()
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const own = [...(received.get(day)?.values() ?? [])]
    if (day >= yearFrom) sum.received += own.reduce((all, { n }) => all + n, 0)
    const today = own.map(
      (row): FigureRow => ({
        ...{ ...row, dim: 'category', about: signAbout, measure: 'received', value: 0 },
      }),
    )
    const since = fadedSince(day)
    const rows = signRows(
      day,
      first,
      today,
      counted.filter(({ period }) => period >= since),
      signs.filter(({ period }) => period >= quietSince(day) || period === judgedOn(day)),
    )
    for (const { measure, unit, key, n } of rows) {
      if (measure === 'sign') signs.push({ period: day, unit, key, n })
      if (day < yearFrom) continue
      if (measure === 'signFaded' || measure === 'signHeld') sum.judged += 1
      if (measure === 'signFaded') sum.faded += 1
      if (measure !== 'sign') continue
      sum.signs += 1
      const real = planted.filter(
        (one) => pairOf(one) === `${unit} ${key}` && one.from <= day && day <= one.to,
      )
      for (const one of real) found.add(one)
      if (real.length === 0) sum.wrong += 1
    }
    counted.push(...own.map((row) => ({ ...row, period: day })))
  }
  return { ...sum, found: found.size }
}

/** The sums of several counties. */
export const signYears = (counties: number, outbreaks: number): SignYear => {
  const years = Array.from({ length: counties }, (_, index) =>
    signYear(`signs ${index + 1} of ${outbreaks}`, outbreaks),
  )
  const of = (id: keyof SignYear) => years.reduce((sum, year) => sum + year[id], 0)
  return {
    ...{
      received: of('received'),
      signs: of('signs'),
      wrong: of('wrong'),
      planted: of('planted'),
      found: of('found'),
    },
    ...{ judged: of('judged'), faded: of('faded') },
  }
}
