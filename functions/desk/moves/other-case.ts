import { fail, ok, type Result } from '#domain/basics/result.ts'
import { readersMayKnow } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { type ActingStaff, type DeskCase, openCase } from '../case/open-case.ts'
import type { AllowedMove } from './judge-move.ts'

/** The second case of a move that links or merges two. */

/**
 * The other case a move names. This person must be able to see it, and all who will read its number here must be
 * allowed to know that it exists (rules.md R50). A case is merged only into an open one of the same person: two people
 * with one dispute each keep their own case, their code and their answer.
 */
export const otherOf = async (
  ports: Pick<Ports<Pick<DeskStore, 'openCase' | 'samePerson'>>, 'store' | 'clock'>,
  { kind, deskCase: { record, events } }: AllowedMove,
  { by, input }: { by: ActingStaff; input: MoveInput },
): Promise<Result<DeskCase | null, MoveFailure>> => {
  if (!input.other) return ok(null)
  const other = input.other === record.number ? null : await openCase(ports, by, input.other)
  if (!other) return fail('otherUnknown')
  if (!readersMayKnow(listedAs(events, record.about), other.record.about)) return fail('otherHidden')
  if (kind !== 'merged') return ok(other)
  if (isEnded(other.record.status)) return fail('otherEnded')
  return (await ports.store.samePerson(record.id, other.record.id)) ? ok(other) : fail('otherPerson')
}

/** The event that links the other case back to this one, and says whether this one was merged into it; none if a reader there must not know of this case. */
export const linkBack = (
  { kind, deskCase }: AllowedMove,
  other: DeskCase,
  by: Pick<NewEvent, 'actor' | 'acting' | 'at'>,
): NewEvent[] =>
  readersMayKnow(listedAs(other.events, other.record.about), deskCase.record.about)
    ? [
        {
          ...{ ...by, kind: 'linked', unit: other.record.unit },
          data: { other: deskCase.record.number, ...(kind === 'merged' && { merges: true }) },
        },
      ]
    : []
