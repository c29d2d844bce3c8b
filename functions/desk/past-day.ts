import type { Context } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import type { Day } from '#domain/basics/time.ts'
import { queryValue } from '#http/query.ts'

/** The day in the query of a sheet (`day`) if it is one and not still to come, otherwise today. */
export const pastDay = (c: Context, today: Day): Day => {
  const day = readDay(queryValue(c, 'day'))
  return day && day <= today ? day : today
}
