import { lengths, units } from '#domain/basics/bounds.ts'
import { normaliseCaseNumber, normaliseDigits, readLine, readText } from '#domain/basics/normalise.ts'
import { readDay } from '#domain/basics/read-day.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import type { FaultCode } from '#domain/filing/schema.ts'
import { type Matter, matterIds, matters } from '#domain/words/matters.ts'
import { type OutsideKind, outsideIds, outsides } from '#domain/words/outside-bodies.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { Move, MoveField } from './move.ts'
import { type MoveKind, moves } from './table.ts'

/** What staff type when they make a move: bounded, normalised, then judged, like a filing. */

export interface MoveInput {
  message?: string
  reason?: string
  body?: string
  subject?: string
  matter?: Matter
  people?: number
  unit?: string
  proper?: string
  staff?: string
  answerBy?: Day
  outside?: OutsideKind
  deliveryBy?: 'hand' | 'post' | 'phone' | 'code'
  deliveryOn?: Day
  colour?: string
  other?: string
  rule?: string
  days?: number
  ways?: string[]
  duty?: string
  otherName?: string
}

type MoveFaultCode = FaultCode | 'past' | 'future' | 'number' | 'tooMany'

export interface MoveFieldFault {
  field: MoveField
  code: MoveFaultCode
}

/** What a choice can be, by field: units in reach, colleagues, clocks that can be extended … */
export type MoveOptions = Partial<Record<MoveField, readonly { id: string; name: string }[]>>

export const deliveries = {
  hand: '当面交给他',
  post: '邮寄，他签收了',
  phone: '电话里说了',
  code: '他用查询码看了',
}

type Read = (values: string[], options: MoveOptions, today: Day) => Result<unknown, MoveFaultCode>

const text =
  (read: typeof readText, max: number): Read =>
  ([value = '']) => {
    const written = read(value, max)
    return written === null ? fail('tooLong') : ok(written || undefined)
  }

const choice =
  (field: MoveField): Read =>
  ([value = ''], options) =>
    value === ''
      ? ok(undefined)
      : options[field]?.some(({ id }) => id === value)
        ? ok(value)
        : fail('unknown')

const number =
  (least: number, most: number): Read =>
  ([value = '']) => {
    if (value.length > units.count) return fail('number')
    const digits = normaliseDigits(value)
    if (digits === '') return ok(undefined)
    const count = /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN
    return count >= least && count <= most ? ok(count) : fail('number')
  }

const date =
  (wrong: (day: Day, today: Day) => MoveFaultCode | null): Read =>
  ([value = ''], _, today) => {
    if (value.trim() === '') return ok(undefined)
    const day = readDay(value)
    if (!day) return fail('type')
    const fault = wrong(day, today)
    return fault ? fail(fault) : ok(day)
  }

const readers: Record<MoveField, Read> = {
  message: text(readText, lengths.message),
  reason: text(readText, lengths.reason),
  body: text(readLine, lengths.body),
  subject: text(readLine, lengths.subject),
  matter: choice('matter'),
  people: number(1, 100_000),
  unit: choice('unit'),
  proper: choice('proper'),
  staff: choice('staff'),
  answerBy: date((day, today) => (day < today ? 'past' : null)),
  outside: choice('outside'),
  deliveryBy: choice('deliveryBy'),
  deliveryOn: date((day, today) => (day > today ? 'future' : null)),
  colour: choice('colour'),
  other: ([value = '']) =>
    value.length > units.short ? fail('unknown') : ok(normaliseCaseNumber(value) || undefined),
  rule: choice('rule'),
  days: number(1, 365),
  ways: (values, { ways = [] }) => {
    // Each way once, and no more values than there are ways: history keeps for good what is written into it.
    if (values.length > ways.length) return fail('unknown')
    const chosen = [...new Set(values)]
    if (!chosen.every((value) => ways.some(({ id }) => id === value))) return fail('unknown')
    return ok(chosen.length > 0 ? chosen : undefined)
  },
  duty: choice('duty'),
  otherName: text(readLine, lengths.name),
}

/** Choices that are the same for every case. */
export const fixedOptions: MoveOptions = {
  matter: matterIds.map((id) => ({ id, name: matters[id].name })),
  outside: outsideIds.map((id) => ({ id, name: outsides[id].name })),
  deliveryBy: Object.entries(deliveries).map(([id, name]) => ({ id, name })),
}

/** The fields a move asks for, needed ones first as the table names them. */
export const fieldsOf = (kind: MoveKind, track: Track): { field: MoveField; needed: boolean }[] => {
  const { needs, onTrack, may = [] }: Move = moves[kind]
  return [
    ...[...needs, ...(onTrack?.[track] ?? [])].map((field) => ({ field, needed: true })),
    ...may.map((field) => ({ field, needed: false })),
  ]
}

/**
 * Judges what was posted for a move.
 * @param values every value posted under a field's name
 * @returns the input, or each fault in the order of the form
 */
export const readMove = (
  kind: MoveKind,
  track: Track,
  values: (field: MoveField) => string[],
  options: MoveOptions,
  today: Day,
): Result<MoveInput, MoveFieldFault[]> => {
  const input: Record<string, unknown> = {}
  const faults: MoveFieldFault[] = []
  for (const { field, needed } of fieldsOf(kind, track)) {
    const read = readers[field](values(field), { ...fixedOptions, ...options }, today)
    if (!read.ok) faults.push({ field, code: read.error })
    else if (read.value !== undefined) input[field] = read.value
    else if (needed) faults.push({ field, code: 'required' })
  }
  return faults.length > 0 ? fail(faults) : ok(input as MoveInput)
}
