import type { Day } from '#domain/basics/time.ts'
import { county } from '#generated/county.ts'
import type { LastDay } from './calendar.ts'
import { lastDayAfter } from './county-calendar.ts'
import type { limitsOfEnds } from './limit-span.ts'

export type EndLimit = (typeof limitsOfEnds)[number]

/** The last day of a limit that runs from a day after the end of a case, by the published calendar. */
export const lastDayOf = (limit: EndLimit, from: Day): LastDay =>
  lastDayAfter(from, county.limits.find(({ id }) => id === limit)?.days ?? 0)
