import type { Instant } from '#domain/basics/time.ts'
import { consentIn, isRefused } from '#domain/history/consent.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { invitedIn, othersIn } from '#domain/history/other-side.ts'
import { decidesToTalk, peopleIn } from '#domain/history/roles.ts'
import { type Session, type SessionState, sessionsIn } from '#domain/sessions/sessions.ts'
import { signaturesOf } from '#domain/sessions/signatures.ts'
import type { MoveKind } from './table.ts'

/** The steps of a mediation that bring both sides to one table (docs/adr/0042-the-other-party.md). */

const byDraft = {
  drafted: ['invitation-approved'],
  approved: ['invited'],
  declined: ['invitation'],
  // The words were given: for somebody who uses no code, staff write down what they say.
  sent: ['agreed', 'refused'],
} as const satisfies Record<string, readonly MoveKind[]>

/** What is open about meetings: minutes to sign on paper, a time to set, a meeting to record once it has begun. */
const aboutMeetings = (
  events: readonly CaseEvent[],
  sessions: readonly Session[],
  now: Instant,
): readonly MoveKind[] => {
  const isUnsigned = (session: Session): boolean =>
    session.state === 'held' && signaturesOf(events, session, session.minutes.length - 1).length === 0
  return [
    ...(sessions.some(isUnsigned) ? (['minutes-signed'] as const) : []),
    ...(sessions.some(({ state, start }) => state === 'planned' && start <= now)
      ? (['session-held', 'session-absent'] as const)
      : []),
    ...(sessions.some(({ state }) => state === 'proposed') ? (['session-set', 'times-chosen'] as const) : []),
  ]
}

const came: readonly SessionState[] = ['proposed', 'planned', 'off', 'held']

/** Until the other side wants to talk: they are named, words for them are written, approved and given, they answer. */
const towardsConsent = (events: readonly CaseEvent[], others: readonly number[]): readonly MoveKind[] => {
  if (others.length === 0) return ['party']
  const draft = draftIn(events)
  if (draft) return byDraft[draft.state]
  return others.some((party) => invitedIn(events, party)) ? byDraft.sent : ['invitation']
}

/** Whether a person whose answer counts was neither invited nor given a code. */
const isLeft = (events: readonly CaseEvent[]): boolean =>
  peopleIn(events).some(
    ({ party, side, role }) => side === 'other' && decidesToTalk(role) && !invitedIn(events, party),
  )

/** Once somebody wants to talk: words that are on their way, a time, and who of the other side was not asked yet. */
const withSomebody = (events: readonly CaseEvent[], stands: boolean): readonly MoveKind[] => {
  const draft = draftIn(events)
  return [
    ...(draft && draft.state !== 'sent' ? byDraft[draft.state] : []),
    ...(stands ? [] : (['mediating', 'times-proposed'] as const)),
    ...(isLeft(events) ? (['invitation'] as const) : []),
  ]
}

/**
 * The next of these steps, by how far a case is; once the other side wants to talk, a time is agreed, and another one after
 * a meeting that came to nothing. Empty while nothing of these is next.
 * @param events of a mediation in hand at its desk
 */
export const towardsTable = (events: readonly CaseEvent[], now: Instant): readonly MoveKind[] => {
  if (isRefused(events)) return ['failed']
  const sessions = sessionsIn(events)
  const others = othersIn(events)
  const agreed = others.some((party) => consentIn(events, party)?.kind === 'agreed')
  const stands = sessions.some(({ state }) => came.includes(state))
  const rest = agreed ? withSomebody(events, stands) : towardsConsent(events, others)
  return [...aboutMeetings(events, sessions, now), ...rest]
}
