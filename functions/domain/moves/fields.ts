import { lengths, units } from '#domain/basics/bounds.ts'
import { normaliseCaseNumber, normaliseDigits, readLine, readText } from '#domain/basics/normalise.ts'
import { readDay } from '#domain/basics/read-day.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Day } from '#domain/basics/time.ts'
import { type Matter, matterIds, matters } from '#domain/words/matters.ts'
import { type OutsideKind, outsideIds, outsides } from '#domain/words/outside-bodies.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { Move, MoveField } from './move.ts'
import { type MoveKind, moves } from './table.ts'

/** The input of a move: bounded, normalised, then validated, like a filing. */

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

/** What can be wrong with a field of a move. */
type MoveFaultCode = 'required' | 'unknown' | 'type' | 'tooLong' | 'number' | 'past' | 'future'

export interface MoveFieldFault {
  field: MoveField
  code: MoveFaultCode
}

/** The options of a field: units within reach, colleagues, clocks that can be extended … */
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

interface MoveFieldRow {
  label: string
  hint?: string
  /** Longest text, in code points. */
  max?: number
  read: Read
  input: 'text-area' | 'line' | 'choice' | 'choices'
  /** Of a text area. */
  rows?: number
  wide?: boolean
  /** Kept as it is in the readable part of the row; the others are sealed, or `buildMove` knows where they go. */
  plain?: true
}

/** A row of text whose bound is both what is read and what the form says. */
const prose = (max: number, row: Pick<MoveFieldRow, 'label' | 'hint' | 'rows'>) =>
  ({ ...row, max, read: text(readText, max), input: 'text-area' }) as const
const line = (max: number, row: Pick<MoveFieldRow, 'label' | 'hint' | 'wide'>) =>
  ({ ...row, max, read: text(readLine, max), input: 'line' }) as const
const oneOf = (field: MoveField, row: Pick<MoveFieldRow, 'label' | 'plain'>) =>
  ({ ...row, read: choice(field), input: 'choice' }) as const

const dayHint = '写成 2026-12-03 这样。'

/** Every field a move can ask for, once: its words, its bound, how it is read and shown, where the answer is kept. */
const fieldTable: Record<MoveField, MoveFieldRow> = {
  message: prose(lengths.message, {
    label: '给他的话',
    hint: '他用查询码看得到。称“您”，话短一点，日子写上周几。',
    rows: 4,
  }),
  reason: prose(lengths.reason, { label: '理由和经过（内部）', hint: '只有办这件案子的人看得到。', rows: 6 }),
  body: line(lengths.body, { label: '该找的单位', wide: true }),
  subject: line(lengths.subject, {
    label: '事由',
    hint: '一句话，不写人名。比如：屋檐滴水、工钱没有结清。',
    wide: true,
  }),
  matter: oneOf('matter', { label: '这件投诉属于' }),
  people: {
    label: '涉及多少人',
    hint: '不清楚就空着。',
    read: number(1, 100_000),
    input: 'line',
    plain: true,
  },
  unit: oneOf('unit', { label: '交给哪个单位' }),
  proper: oneOf('proper', { label: '应该由谁办' }),
  staff: oneOf('staff', { label: '交给谁' }),
  answerBy: {
    label: '哪天前回话',
    hint: dayHint,
    read: date((day, today) => (day < today ? 'past' : null)),
    input: 'line',
    plain: true,
  },
  outside: oneOf('outside', { label: '移送到', plain: true }),
  deliveryBy: oneOf('deliveryBy', { label: '怎么送到的' }),
  deliveryOn: {
    label: '哪天送到的',
    hint: dayHint,
    read: date((day, today) => (day > today ? 'future' : null)),
    input: 'line',
  },
  colour: oneOf('colour', { label: '应该是什么颜色', plain: true }),
  other: {
    label: '另一件的案件编号',
    hint: '像 2026-483071 这样。',
    read: ([value = '']) =>
      value.length > units.short ? fail('unknown') : ok(normaliseCaseNumber(value) || undefined),
    input: 'line',
    plain: true,
  },
  rule: oneOf('rule', { label: '延哪个期限' }),
  days: { label: '延多少天', read: number(1, 365), input: 'line' },
  ways: {
    label: '告诉他还有哪些路',
    read: (values, { ways = [] }) => {
      // No duplicates, and no more values than there are remedies: the history stores its content permanently.
      if (values.length > ways.length) return fail('unknown')
      const chosen = [...new Set(values)]
      if (!chosen.every((value) => ways.some(({ id }) => id === value))) return fail('unknown')
      return ok(chosen.length > 0 ? chosen : undefined)
    },
    input: 'choices',
    plain: true,
  },
  duty: oneOf('duty', { label: '报告的是哪一条', plain: true }),
  otherName: line(lengths.name, { label: '对方的全名' }),
}

export const moveFields = Object.keys(fieldTable) as MoveField[]

export const moveField = (field: MoveField): MoveFieldRow => fieldTable[field]

/** Answers that are kept as they are in the readable part of the row. */
export const plainAnswers = (input: MoveInput): Partial<MoveInput> =>
  Object.fromEntries(
    moveFields.flatMap((field) => (fieldTable[field].plain && input[field] ? [[field, input[field]]] : [])),
  )

/** Options that are the same for all cases. */
export const fixedOptions: MoveOptions = {
  matter: matterIds.map((id) => ({ id, name: matters[id].name })),
  outside: outsideIds.map((id) => ({ id, name: outsides[id].name })),
  deliveryBy: Object.entries(deliveries).map(([id, name]) => ({ id, name })),
}

/** The fields of a move in the order of the table, required ones first. */
export const fieldsOf = (kind: MoveKind, track: Track): { field: MoveField; needed: boolean }[] => {
  const { needs, onTrack, may = [] }: Move = moves[kind]
  return [
    ...[...needs, ...(onTrack?.[track] ?? [])].map((field) => ({ field, needed: true })),
    ...may.map((field) => ({ field, needed: false })),
  ]
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
  const input: Record<string, unknown> = {}
  const faults: MoveFieldFault[] = []
  for (const { field, needed } of fieldsOf(kind, track)) {
    const read = fieldTable[field].read(values(field), { ...fixedOptions, ...options }, today)
    if (!read.ok) faults.push({ field, code: read.error })
    else if (read.value !== undefined) input[field] = read.value
    else if (needed) faults.push({ field, code: 'required' })
  }
  return faults.length > 0 ? fail(faults) : ok(input as MoveInput)
}
