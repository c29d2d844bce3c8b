import type { ListScope } from '../domain/access.ts'
import { addDays, type Day, startOfDay } from '../domain/time.ts'
import type { Ports } from '../ports.ts'
import type { ListedCase } from '../store/store.ts'

/** 每日动态 and 周小结: what moved in a list in a span of days; a day on which nothing did is said so (零报告). */

export interface Digest {
  from: Day
  to: Day
  lines: ListedCase[]
  /** More moved than one sheet shows. */
  more: boolean
  filed: number
  ended: number
  open: number
  overdue: number
}

const mostLines = 200

/**
 * @param from the first day
 * @param days how many
 */
export const readDigest = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  scope: ListScope,
  from: Day,
  days: number,
): Promise<Digest> => {
  const end = startOfDay(addDays(from, days))
  const touched = await store.list({
    ...{ scope, order: 'changed', limit: mostLines + 1 },
    changedFrom: startOfDay(from),
    changedBefore: end,
  })
  const lines = touched.slice(0, mostLines)
  const now = clock()
  const count = (more: { dueBefore?: number }) => store.countList({ scope, order: 'due', ...more }, 999)
  return {
    ...{ from, to: addDays(from, days - 1), lines, more: touched.length > mostLines },
    filed: lines.filter(({ filedAt }) => filedAt >= startOfDay(from) && filedAt < end).length,
    ended: lines.filter(({ status }) =>
      ['settled', 'answered', 'failed', 'closed', 'declined'].includes(status),
    ).length,
    open: await count({}),
    overdue: await count({ dueBefore: now }),
  }
}
