import type { CaseEvent } from '#domain/history/events.ts'
import type { SessionFacts } from '#domain/history/session-facts.ts'
import type { Session } from './sessions.ts'

/**
 * Who signed one version of the minutes on paper, and when: what was recorded before the next version took its place. A
 * correction is signed anew.
 * @param version from 0
 */
export const signaturesOf = (
  events: readonly CaseEvent[],
  { id, minutes }: Pick<Session, 'id' | 'minutes'>,
  version: number,
): SessionFacts[] => {
  const [from, until = Number.POSITIVE_INFINITY] = minutes.slice(version)
  if (from === undefined) return []
  return events.flatMap(({ seq, kind, data: { session } }) =>
    kind === 'minutes-signed' && session?.id === id && seq > from && seq < until ? session : [],
  )
}
