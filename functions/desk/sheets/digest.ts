import { addDays, type Day, startOfDay } from '#domain/basics/time.ts'
import type { ListScope } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'

/** 每日动态 and 周小结: the cases of a list that changed in a span of days; no changes are reported too (零报告). */

export interface Digest {
  from: Day
  to: Day
  lines: ListedCase[]
  /** True if more cases changed than one sheet shows. */
  more: boolean
  filed: number
  ended: number
  open: number
  overdue: number
}

const mostLines = 200
const mostCounted = 999

/**
 * Reads the content of a sheet.
 * @param from first day of the span
 * @param days number of days
 */
export const readDigest = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'list' | 'countList'>>, 'store' | 'clock'>,
  scopes: ListScope[],
  from: Day,
  days: number,
): Promise<Digest> => {
  const end = startOfDay(addDays(from, days))
  const span = { changedFrom: startOfDay(from), changedBefore: end }
  const found = []
  for (const scope of scopes)
    found.push(...(await store.list({ scope, order: 'changed', limit: mostLines + 1, ...span })))
  const touched = found.sort((a, b) => b.changedAt - a.changedAt)
  const lines = touched.slice(0, mostLines)
  const now = clock()
  const count = async (more: { dueBefore?: number }) => {
    let sum = 0
    for (const scope of scopes) sum += await store.countList({ scope, order: 'due', ...more }, mostCounted)
    return sum
  }
  return {
    from,
    to: addDays(from, days - 1),
    lines,
    more: touched.length > mostLines,
    filed: lines.filter(({ filedAt }) => filedAt >= startOfDay(from) && filedAt < end).length,
    ended: lines.filter(({ status }) => isEnded(status)).length,
    open: await count({}),
    overdue: await count({ dueBefore: now }),
  }
}
