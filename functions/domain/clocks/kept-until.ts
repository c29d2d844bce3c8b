import { performanceDays } from '#domain/basics/bounds.ts'
import { addDays, afterDay, dayOf, type Instant } from '#domain/basics/time.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { receivedOn } from '#domain/history/received.ts'
import { resultOf } from '#domain/words/ends.ts'
import { lastDayOf } from './end-limits.ts'

/**
 * Until when what the holder gave is still needed after the end of a case, so that it is not erased (个人信息保护法 47:
 * its purpose is not reached yet).
 */

/** Why it is needed: for what was agreed, for the court that confirms it, or for a review of an answer. */
export type KeptFor = 'performance' | 'confirmation' | 'review'

interface Kept {
  for: KeptFor
  /** The first instant at which it is needed no more. */
  until: Instant
}

/**
 * What runs after the end of a case, over or not. An agreement is performed once the case is closed, which is waited for
 * no longer than `performanceDays`: what is due later stands in its text, which stays (人民调解法 27). A review runs from the
 * day the answer reached the person, or else from the answer itself.
 */
export const keptAfter = (events: readonly CaseEvent[]): Kept[] => {
  const latest = sinceReopened(events)
  const end = latest.findLast(({ kind }) => resultOf(kind))
  if (!end) return []
  const day = dayOf(end.at)
  const kept: Kept[] = []
  if (end.kind === 'settled') {
    kept.push({
      for: 'confirmation',
      until: afterDay(lastDayOf('judicial-confirmation', end.data.effectiveOn ?? day).day),
    })
    if (!latest.some(({ kind }) => kind === 'closed'))
      kept.push({ for: 'performance', until: afterDay(addDays(day, performanceDays)) })
  }
  if (end.kind === 'answered') {
    const reached = receivedOn(events) ?? day
    const last = lastDayOf('petition-review', reached > day ? reached : day)
    kept.push({ for: 'review', until: afterDay(last.day) })
  }
  return kept
}

/** What still runs at an instant, the longest first. */
export const keptFor = (events: readonly CaseEvent[], now: Instant): Kept[] =>
  keptAfter(events)
    .filter(({ until }) => until > now)
    .sort((one, other) => other.until - one.until)
