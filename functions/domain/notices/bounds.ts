import { day, hour, minute } from '#domain/basics/bounds.ts'

/** Times and sizes of sending notices; durations in milliseconds. */

/** Events of a case within this time are one notice: a desk that accepts often writes a line as well. */
export const noticeWindow = 5 * minute
/** How long a sweep has for the rows it claims. */
export const claimLife = 5 * minute
/** Rows that a sweep claims and tries at a time, and how often it does. Few, because a sweep that dies leaves them unsure. */
export const claimRows = 5
export const claimPages = 20
/** Attempts in a row that may fail before a sweep stops: the provider is down. */
export const failuresToStop = 10
/** How long messages wait when the account of the provider takes none. */
export const stoppedFor = 30 * minute
/** How long a provider may take to answer. */
export const answerTime = 10_000
/** How long rows are kept: to holders, and to staff, whose last row says what they were told of. */
export const holderNoticeLife = 30 * day
export const staffNoticeLife = 200 * day

/** How long after an attempt that failed the next one is made; after the last, the row is dead. */
export const retryAfter = [10 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour] as const
