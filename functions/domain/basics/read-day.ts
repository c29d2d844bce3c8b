import { units } from './bounds.ts'
import { normaliseLine, normaliseWidth } from './normalise.ts'
import type { Day } from './time.ts'

// White space can match in one part of the expression only, so that it never backtracks.
const written = /^(\d{4})(?:\s*[^\d\s]\s*|\s+)(\d{1,2})(?:\s*[^\d\s]\s*|\s+)(\d{1,2})(?:\s*[^\d\s])?$/

/**
 * Reads a day that exists, from a date field or as people write it: 2026-12-3, 2026.12.3, ２０２６ 年 12 月 3
 * 日.
 * @returns null for anything else, and for texts over `units.day` code units
 */
export const readDay = (value: string): Day | null => {
  if (value.length > units.day) return null
  const [, year, month, date] = written.exec(normaliseWidth(normaliseLine(value))) ?? []
  if (!year || !month || !date) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) ? day : null
}
