import { normaliseLine } from './normalise.ts'
import type { Day } from './time.ts'

/** A day that exists, as a date field gives it or as people write it: 2026-12-3, 2026.12.3, ２０２６ 年 12 月 3 日. */
export const readDay = (value: string): Day | null => {
  const [, year, month, day] =
    /^(\d{4})\s*\D\s*(\d{1,2})\s*\D\s*(\d{1,2})\s*\D?$/.exec(normaliseLine(value).normalize('NFKC')) ?? []
  if (!year || !month || !day) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${written}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(written) ? written : null
}
