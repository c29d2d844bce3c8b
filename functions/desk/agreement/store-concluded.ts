import type { CurrentAgreement } from '#domain/agreement/current.ts'
import type { Result } from '#domain/basics/result.ts'
import type { EventData } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { AllowedMove } from '../moves/judge-move.ts'
import { eventsOfMove } from '../moves/move-case.ts'

/** How an agreement binds (人民调解法 29, 30): by the last signature and the seal, or by what was said. */
export type Concluded = Required<Pick<EventData, 'form' | 'effectiveOn'>> & Pick<EventData, 'signed'>

/**
 * Stores that the draft of a case was made: the move 调解成功, with how and from which day on it binds.
 * @param move `settled`, as it was judged
 * @returns `stale` if others changed the case meanwhile
 */
export const storeConcluded = (
  { append }: Pick<DeskStore, 'append'>,
  move: AllowedMove,
  { parties, version }: Pick<CurrentAgreement, 'parties' | 'version'>,
  how: Concluded,
  who: Pick<NewEvent, 'actor' | 'acting' | 'at'>,
): Promise<Result<null, 'stale'>> =>
  append(
    move.deskCase.stored,
    eventsOfMove(move, {}, who).map((event) =>
      event.kind === 'settled' ? { ...event, data: { ...event.data, parties, version, ...how } } : event,
    ),
  )
