import { day as dayLength } from '#domain/basics/bounds.ts'
import { offset } from '#domain/basics/time.ts'

/**
 * SQL for `endOfDay`: the first instant after the day of an instant in Asia/Shanghai.
 * @param at SQL for a whole number of milliseconds, not a bound value: the driver binds numbers with a fraction
 */
export const endOfDaySql = (at: string): string =>
  `(((${at} + ${offset}) / ${dayLength} + 1) * ${dayLength} - ${offset})`
