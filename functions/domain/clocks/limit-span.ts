import type { Limit } from '#domain/content/deadlines.ts'

/** The length of a limit in words: 3 年, 6 个月, 30 天. */
export const spanOf = ({ days, months, years }: Pick<Limit, 'days' | 'months' | 'years'>): string =>
  years ? `${years} 年` : months ? `${months} 个月` : `${days} 天`

/** The same for a page: number and unit stay on one line. */
export const shownSpan = (limit: Parameters<typeof spanOf>[0]): string => spanOf(limit).replace(' ', '\u00a0')

/**
 * Limits that the page of an ended case shows by itself; others are shown only if `ways` includes its
 * subject.
 */
export const limitsOfEnds = ['judicial-confirmation', 'petition-review', 'petition-recheck'] as const
