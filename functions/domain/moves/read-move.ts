import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import type { Track } from '#domain/words/tracks.ts'
import { type MoveField, type MoveInput, type MoveOptions, moveField, noWay, optionsOf } from './fields.ts'
import type { Move } from './move.ts'
import type { MoveFaultCode } from './readers.ts'
import { elsewhere } from './session-fields.ts'
import { type MoveKind, moves } from './table.ts'

/** The form of a move: which fields it has, and what was posted in them. */

export interface MoveFieldFault {
  field: MoveField
  code: MoveFaultCode
}

export interface FieldOfMove {
  field: MoveField
  needed: boolean
  /** Asked only if the case has options for it. */
  ifOffered?: true
}

/** A field that need not be filled in stands beside the one that it explains. */
const beside: Partial<Record<MoveField, MoveField>> = { place: 'room' }

const placed = (fields: FieldOfMove[]): FieldOfMove[] => {
  const has = (name: MoveField | undefined) => fields.some(({ field }) => field === name)
  const moved = fields.filter(({ field }) => has(beside[field]))
  return fields
    .filter((one) => !moved.includes(one))
    .flatMap((one) => [one, ...moved.filter(({ field }) => beside[field] === one.field)])
}

/** The fields of a move in the order of the table, required ones first but for what explains one of them. */
export const fieldsOf = (kind: MoveKind, track: Track): FieldOfMove[] => {
  const { needs, onTrack, may = [], ifAlone, ifOffered = ifAlone ? ['unit'] : [] }: Move = moves[kind]
  return placed([
    ...ifOffered.map((field) => ({ field, needed: true, ifOffered: true }) as const),
    ...[...needs, ...(onTrack?.[track] ?? [])].map((field) => ({ field, needed: true })),
    ...may.map((field) => ({ field, needed: false })),
  ])
}

/** The fields that a move asks for in this case. */
export const askedOf = (kind: MoveKind, track: Track, options: MoveOptions): FieldOfMove[] =>
  fieldsOf(kind, track).filter(
    ({ field, ifOffered }) => !ifOffered || (optionsOf(field, options)?.length ?? 0) > 0,
  )

/** Who stands for another says for whom, and by what: a proxy by a paper, a guardian after the ward was heard. */
const standing = ({ role, actsFor, authority, heard }: MoveInput): MoveFieldFault[] => {
  const missing: MoveField[] = []
  if ((role === 'proxy' || role === 'guardian') && !actsFor) missing.push('actsFor')
  if (role === 'proxy' && !authority) missing.push('authority')
  if (role === 'guardian' && !heard) missing.push('heard')
  return missing.map((field) => ({ field, code: 'required' }))
}

/** Rules between fields: 这些都不合适 stands alone and is explained; a place that is no room of the unit is described. */
const between = ({ ways, reason, room, place }: MoveInput, wrong: MoveFieldFault[]): MoveFieldFault[] => {
  if (room === elsewhere && !place && !wrong.some(({ field }) => field === 'place'))
    return [{ field: 'place', code: 'required' }]
  if (!ways?.includes(noWay)) return []
  if (ways.length > 1) return [{ field: 'ways', code: 'either' }]
  return reason || wrong.some(({ field }) => field === 'reason')
    ? []
    : [{ field: 'reason', code: 'required' }]
}

/**
 * Validates the posted fields of a move.
 * @param values all values posted for a field
 * @returns the input, or the faults in the order of the form
 */
export const readMove = (
  kind: MoveKind,
  track: Track,
  values: (field: MoveField) => string[],
  options: MoveOptions,
  today: Day,
): Result<MoveInput, MoveFieldFault[]> => {
  const input: MoveInput = {}
  const faults: MoveFieldFault[] = []
  for (const { field, needed } of askedOf(kind, track, options)) {
    const read = moveField(field).read(values(field), optionsOf(field, options) ?? [], today)
    if (!read.ok) faults.push({ field, code: read.error })
    else if (read.value !== undefined) Object.assign(input, { [field]: read.value })
    else if (needed) faults.push({ field, code: 'required' })
  }
  faults.push(...between(input, faults), ...standing(input))
  return faults.length > 0 ? fail(faults) : ok(input)
}
