/**
 * Figures for the public: every one is rounded to the nearest 5, parts and totals by themselves. Two tables count the same
 * cases, and a total is the sum of its parts; so where all parts happened to be rounded the same way, a small number could be
 * computed from the others. There the total, or the largest part of the second table, moves by 5 more until it cannot
 * (docs/adr/0056-public-statistics.md).
 */

const step = 5
/** A number is at most so far from the multiple it is rounded to. */
const most = 2
/** Numbers that can be under 5 are published as one of these. */
const isSmall = (figure: number): boolean => figure <= step

/** A range of numbers, both ends in it. */
interface Span {
  low: number
  high: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** The nearest multiple of 5. */
export const rounded = (count: number): number => Math.round(count / step) * step

/** What a published figure says of the number behind it. */
export const spanOf = (figure: number): Span => ({ low: Math.max(0, figure - most), high: figure + most })

/** What published parts say of their sum. */
const sumSpan = (figures: readonly number[]): Span => ({
  low: sum(figures.map((figure) => spanOf(figure).low)),
  high: sum(figures.map((figure) => spanOf(figure).high)),
})

/** True if what is known of the sum leaves a small part fewer than three numbers that it can be. */
const tells = (parts: readonly number[], total: Span): boolean => {
  const all = sumSpan(parts)
  return parts.some((part) => {
    const { low, high } = spanOf(part)
    const least = Math.max(low, total.low - (all.high - high))
    const greatest = Math.min(high, total.high - (all.low - low))
    return isSmall(part) && greatest - least < most
  })
}

/** The multiple of 5 next to the true total that tells nothing of any part; undefined if there is none. */
const safeTotal = (total: number, tables: readonly (readonly number[])[]): number | undefined => {
  const near = rounded(total)
  const farthest = Math.max(near, ...tables.map((parts) => sumSpan(parts).high))
  for (let away = 0; away <= farthest; away += step)
    for (const one of [near - away, near + away])
      if (one >= 0 && !tables.some((parts) => tells(parts, spanOf(one)))) return one
  return undefined
}

/** The same figures, of which the largest is 5 more or less. */
const moved = (parts: readonly number[], by: number): number[] => {
  const largest = parts.indexOf(Math.max(...parts))
  return parts.map((part, index) => (index === largest ? part + by : part))
}

/**
 * Rounds two tables of the same cases, and their total.
 * @param first counts of its parts
 * @param second counts of its parts; the sum is the same
 */
export const roundedTables = (
  first: readonly number[],
  second: readonly number[],
): { first: number[]; second: number[]; total: number } => {
  const kept = first.map(rounded)
  let other = second.map(rounded)
  for (;;) {
    const open = !tells(kept, sumSpan(other)) && !tells(other, sumSpan(kept))
    const total = open ? safeTotal(sum(first), [kept, other]) : undefined
    if (total !== undefined) return { first: kept, second: other, total }
    // With equal sums nothing tells of anything, so this ends.
    other = moved(other, Math.sign(sum(kept) - sum(other)) * step)
  }
}
