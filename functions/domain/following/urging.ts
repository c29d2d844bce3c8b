import { type Day, dayOf, type Instant } from '#domain/basics/time.ts'
import { type Clock, clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'

/**
 * Urging (催办): once for each clock after half of it; the second goes to the unit above as well. Clocks that the holder
 * does not see are never urged, so nothing here depends on danger (rules.md R49).
 */

/** What an urge would be about now. */
export interface UrgeChance {
  /** Ids of the rules whose clocks are urged. */
  rules: string[]
  /** True from the second urge on: the unit above is told as well, if there is one. */
  again: boolean
}

/** Why nothing can be urged: it was; nothing is past its half before `from`; or no clock runs. */
export type UrgeFault = { why: 'already' } | { why: 'early'; from: Day } | { why: 'none' }

const isRunning = ({ state }: Clock): boolean => state === 'running' || state === 'overdue'

const urgesIn = (events: readonly CaseEvent[]): CaseEvent[] => events.filter(({ kind }) => kind === 'urged')

const isUrged = ({ rule, startedAt }: Clock, events: readonly CaseEvent[]): boolean =>
  urgesIn(events).some(({ at, data }) => at >= startedAt && data.urges?.includes(rule.id))

/** The first half of any of these clocks; none of their stages is earlier. */
const firstHalf = (clocks: readonly Clock[]): Instant =>
  Math.min(...clocks.flatMap(({ stages }) => stages.map(([, at]) => at)))

/**
 * What the holder can urge now, or why not. An urge is about all clocks that are past their half, so that two of them are
 * not two urges. The count begins anew when the case is reopened.
 */
export const urgeChance = (events: CaseEvent[], now: Instant): UrgeChance | UrgeFault => {
  const running = publicClocks(clocksOf(events, now)).filter(isRunning)
  const fresh = running.filter((clock) => !isUrged(clock, events))
  const due = fresh.filter(({ stage }) => stage !== 'early')
  if (due.length > 0) {
    const latest = sinceReopened(events)
    return { rules: due.map(({ rule }) => rule.id), again: urgesIn(latest).length > 0 }
  }
  if (running.length > fresh.length) return { why: 'already' }
  return fresh.length > 0 ? { why: 'early', from: dayOf(firstHalf(fresh)) } : { why: 'none' }
}

/** True if something can be urged now. */
export const mayUrge = (chance: UrgeChance | UrgeFault): chance is UrgeChance => 'rules' in chance
