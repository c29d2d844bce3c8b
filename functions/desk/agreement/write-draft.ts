import { nextVersion } from '#domain/agreement/current.ts'
import { readDraft, type TypedDraft } from '#domain/agreement/draft.ts'
import type { AgreementText } from '#domain/agreement/items.ts'
import type { DraftFault } from '#domain/agreement/read-item.ts'
import { sumOf } from '#domain/agreement/sum.ts'
import { textIn } from '#domain/agreement/text-in.ts'
import { hex } from '#domain/basics/hex.ts'
import { ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import { judgeMove } from '../moves/judge-move.ts'
import { actorOf } from '../moves/move-case.ts'
import type { DeskCasePorts } from '../ports.ts'
import type { AgreementView } from './read-agreement.ts'

interface Writing {
  by: StaffMember
  /** Sequence number of the last event the person saw. */
  seen: number
  typed: TypedDraft
  colleagues: readonly { id: string; name: string }[]
}

/** The event of a version: its text under the record, and in the open its sum and who owes what to whom by when. */
const eventOf = async (
  { record, events }: DeskCase,
  text: AgreementText,
  salt: string,
  who: Pick<NewEvent, 'actor' | 'acting' | 'at'>,
): Promise<NewEvent<'agreement'>> => ({
  ...who,
  kind: 'agreement',
  unit: record.unit,
  scope: 'record',
  words: { salt, ...text },
  data: {
    parties: text.parties.map(({ party }) => party),
    agreement: {
      version: nextVersion(events),
      sum: await sumOf(salt, text),
      items: text.items.map(({ id, by, to, dueOn }) => ({ id, by, to, ...(dueOn && { dueOn }) })),
    },
  },
})

/** True if the newest version is this very text by the same person: the button was pressed twice. */
const isRepeat = (
  { deskCase, words, agreement }: AgreementView,
  { by, seen }: Writing,
  text: AgreementText,
) => {
  const written = agreement && textIn(words, agreement)
  const event = deskCase.events.find(({ seq }) => seq === agreement?.seq)
  return (
    event?.seq === seen + 1 &&
    event.actor === `staff:${by.id}` &&
    JSON.stringify(written) === JSON.stringify({ ...text })
  )
}

/**
 * Writes a version of the agreement of a case.
 * @returns the faults of the form, or why the move is not open
 */
export const writeDraft = async (
  { store, clock, random }: Pick<DeskCasePorts, 'store' | 'clock' | 'random'>,
  view: AgreementView,
  writing: Writing,
): Promise<Result<null, MoveFailure | DraftFault[]>> => {
  const { deskCase, people } = view
  const at = clock()
  const text = readDraft(writing.typed, people, writing.colleagues, dayOf(at))
  const move = judgeMove('agreement', deskCase, writing.seen)
  if (!move.ok) return text.ok && isRepeat(view, writing, text.value) ? ok(null) : move
  if (!text.ok) return text
  const who = { ...actorOf(writing.by), at }
  const event = await eventOf(deskCase, text.value, hex(random(16)), who)
  return store.append(deskCase.stored, [event])
}
