import { unit } from '#domain/places/areas.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { Track } from '#domain/words/tracks.ts'
import { type MoveField, moveField } from './fields.ts'
import type { Move } from './move.ts'
import { fieldsOf } from './read-move.ts'
import { moves } from './table.ts'

/** Moves that can be made for several cases in one step; each case is still judged and moved by itself. */

interface BatchMove {
  /** The field that each case has for itself. */
  own?: MoveField
  /** The field that all cases share. */
  shared?: MoveField
  /** A case with the danger mark is opened by itself: its person is contacted first (rules.md R49). */
  notInDanger?: true
}

const batchMoves = {
  accepted: { own: 'subject', notInDanger: true },
  assigned: { shared: 'staff' },
} as const satisfies Record<string, BatchMove>

/** The moves of a batch. */
export type BatchKind = keyof typeof batchMoves

export const batchKinds = Object.keys(batchMoves) as BatchKind[]

/** The row of a move in a batch. */
export const batchMove = (kind: BatchKind): BatchMove => batchMoves[kind]

/** Cases in one batch: as many as a page of a list has. A case costs about fifteen statements of a thousand. */
export const mostInBatch = 20

/** The moves that this person's role and kind of unit may make for several cases of their desk. */
export const batchKindsFor = ({ unit: id, role }: Pick<StaffMember, 'unit' | 'role'>): BatchKind[] =>
  batchKinds.filter((kind) => {
    const { can, unitKinds }: Move = moves[kind]
    return roles[role][can] && unitKinds?.includes(unit(id).kind) !== false
  })

/** Why a case cannot be in a batch although its move is open: it needs a decision of its own; null if it can. */
export const aloneBecause = (
  kind: BatchKind,
  { track, danger }: { track: Track; danger: boolean },
): string | null => {
  const { own, shared, notInDanger } = batchMove(kind)
  if (danger && notInDanger) return '当事人有危险：先联系，再单独办。'
  const more = fieldsOf(kind, track).find(({ field, needed }) => needed && field !== own && field !== shared)
  return more ? `还要定“${moveField(more.field).label}”，请打开这一件单独办。` : null
}

/** The name of a field of one case in a form with several. */
export const fieldOfCase = (field: string, number: string): string => `${field}-${number}`

/** The field and the case number in such a name; null for other names. */
export const caseOfField = (name: string): { field: string; number: string } | null => {
  const [, field = '', number = ''] = /^([A-Za-z]+)-(20\d{2}-\d{6,7})$/.exec(name) ?? []
  return number === '' ? null : { field, number }
}
