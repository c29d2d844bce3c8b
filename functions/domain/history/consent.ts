import { sinceReopened } from './case-history.ts'
import type { CaseEvent } from './events.ts'
import { decidesToTalk, peopleIn } from './roles.ts'

/**
 * Whether the people of the other side want a mediation: one clear refusal ends it, silence is none, and who agreed can
 * stop at any time (人民调解法 17, 23).
 */

const kinds = ['agreed', 'refused', 'refusal-disputed'] as const

/**
 * The last that a person said since the case was last reopened, or that was recorded for them; undefined while they are
 * silent. Whoever talks about it anew is asked anew.
 */
export const consentIn = (events: readonly CaseEvent[], party: number): CaseEvent | undefined => {
  const said = sinceReopened(events).findLast(
    ({ kind, data }) => data.party === party && kinds.some((one) => one === kind),
  )
  // Who disputes a refusal has said nothing.
  return said?.kind === 'refusal-disputed' ? undefined : said
}

/**
 * True if somebody whom it is about, or their guardian, does not want to talk, and has not changed their mind. Who is one
 * of many, or stands for others, withdraws for themselves alone.
 */
export const isRefused = (events: readonly CaseEvent[]): boolean =>
  peopleIn(events).some(
    (person) => decidesToTalk(person.role) && consentIn(events, person.party)?.kind === 'refused',
  )
