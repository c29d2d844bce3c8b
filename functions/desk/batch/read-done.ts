import { type BatchKind, mostInBatch } from '#domain/moves/batch.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { ownMove } from '../done/own-move.ts'
import type { DeskCasePorts } from '../ports.ts'
import { subjectOf } from '../ui/case-list.tsx'

/** A case that this person moved, and the number of the event. */
export interface DoneCase {
  number: string
  seq: number
}

/** A moved case, as the page of what was done shows it. */
export interface DoneLine extends DoneCase {
  title: string
}

/** The value of a done case in a query, such as 2026-483071:3. */
export const doneValue = ({ number, seq }: DoneCase): string => `${number}:${seq}`

/** The done cases of a query; malformed values are left out. */
export const doneIn = (values: readonly string[]): DoneCase[] =>
  values.slice(0, mostInBatch).flatMap((value) => {
    const [, number, seq] = /^(20\d{2}-\d{6,7}):(\d{1,6})$/.exec(value) ?? []
    return number ? [{ number, seq: Number(seq) }] : []
  })

/** The cases that this person moved in this way with these events; others are left out. */
export const readDone = async (
  { store }: Pick<DeskCasePorts, 'store'>,
  member: StaffMember,
  kind: BatchKind,
  done: readonly DoneCase[],
): Promise<DoneLine[]> => {
  const lines: DoneLine[] = []
  for (const { number, seq } of done) {
    const stored = await store.openCase(number)
    const event = stored && ownMove(member, stored.events, stored.record.about, seq)
    if (stored && event?.kind === kind) lines.push({ number, seq, title: subjectOf(stored.record) })
  }
  return lines
}
