import type { Limit } from '#domain/content/deadlines.ts'

/** How long a limit is, as a person says it: 3 年, 6 个月, 30 天. */
export const spanOf = ({ days, months, years }: Pick<Limit, 'days' | 'months' | 'years'>): string =>
  years ? `${years} 年` : months ? `${months} 个月` : `${days} 天`

/** Limits that a case page names by itself when the case has ended; others only where `ways` says so. */
export const limitsOfEnds = ['judicial-confirmation', 'petition-review'] as const
