import type { Instant } from '#domain/basics/time.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { sessionsThat } from '#domain/sessions/sessions.ts'
import type { DeskCase } from '../case/open-case.ts'
import { fixedIn, meetingOf, slotsOf } from './answers.ts'

/** Most meetings of a case that are proposed or planned at a time. */
const mostLive = 3

const isAmong = (chosen: readonly string[] = [], people: readonly number[]): boolean =>
  chosen.every((party) => people.includes(Number(party)))

/** Why the answers of a form about a meeting do not fit the meetings of the case; null if they do. */
export const sessionFault = (
  { events }: DeskCase,
  kind: MoveKind,
  input: MoveInput,
  now: Instant,
): MoveFailure | null => {
  const slots = slotsOf(input)
  if (slots.some(({ start }) => start <= now)) return 'pastTime'
  if (new Set(slots.map(({ id }) => id)).size < slots.length) return 'sameTime'
  if (input.comers && sessionsThat(events, 'live', now).length >= mostLive) return 'manySessions'
  if (kind === 'session-set') {
    const fixed = fixedIn(events, input, now)
    if (!fixed) return 'otherSession'
    return fixed.slot.start <= now ? 'pastTime' : null
  }
  const session = meetingOf(events, input)
  if (kind === 'times-chosen') {
    const open = session?.open.find(({ party }) => String(party) === input.chooser)
    const ids = open?.proposal.slots.map(({ id }) => id) ?? []
    return open && (input.choice ?? []).every((id) => ids.includes(id)) ? null : 'otherSession'
  }
  const people = session?.people ?? []
  return isAmong(input.absentees, people) && isAmong(input.signers, people) ? null : 'otherSession'
}
