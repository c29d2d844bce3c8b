import { lengths } from '#domain/basics/bounds.ts'
import type { Side } from '#domain/history/events.ts'
import { matterIds, matters } from '#domain/words/matters.ts'
import { outsideIds, outsides } from '#domain/words/outside-bodies.ts'
import { afterFields } from './after-fields.ts'
import { consultingFields } from './consulting-fields.ts'
import { line, type MoveFieldRow, oneOf, prose } from './field-row.ts'
import { ledgerFields } from './ledger-fields.ts'
import { peopleFields } from './people-fields.ts'
import { caseNumber, date, number, type Option, type Read, severalOf } from './readers.ts'
import { sessionFields } from './session-fields.ts'
import { supervisingFields } from './supervising-fields.ts'

/** The fields of moves, once: names, types, bounds and options of the answers come from these rows. */

export const deliveries = {
  hand: '当面',
  post: '邮寄，签收了',
  phone: '电话里说了',
  code: '用查询码看了',
}
const deliveryIds = Object.keys(deliveries) as (keyof typeof deliveries)[]

/** Every field a move can ask for: its words, its bound, how it is read and shown, where the answer is kept. */
const fieldTable = {
  message: prose(lengths.message, {
    label: '给申请人的话',
    hint: '用查询码看得到。称“您”，话短一点，日子写上周几。',
    rows: 4,
  }),
  reason: prose(lengths.reason, { label: '理由和经过（内部）', hint: '只有办这件案子的人看得到。', rows: 6 }),
  body: line(lengths.body, { label: '该找的单位' }),
  subject: line(lengths.subject, {
    label: '事由',
    hint: '一句话，不写人名。比如：屋檐滴水、工钱没有结清。',
  }),
  matter: oneOf({
    label: '这件投诉属于',
    options: matterIds.map((id) => ({ id, name: matters[id].name })),
  }),
  people: {
    label: '涉及多少人',
    hint: '不清楚就空着。',
    read: number(1, 100_000),
    input: 'number',
    plain: true,
  },
  unit: oneOf({ label: '交给哪个单位' }),
  proper: oneOf({ label: '应该由谁办' }),
  staff: oneOf({ label: '交给谁' }),
  concerned: oneOf({ label: '哪一位' }),
  answerBy: {
    label: '哪天前回话',
    read: date((day, today) => (day < today ? 'past' : null)),
    input: 'day',
    plain: true,
  },
  outside: oneOf({
    label: '移送到',
    hint: '县里没有上一级可以报的，选上级信访部门；当事人也可以自己打 12345。说的是违纪违法的，选纪检监察机关。',
    options: outsideIds.map((id) => ({ id, name: outsides[id].name })),
    plain: true,
  }),
  deliveryBy: oneOf({
    label: '用什么办法',
    options: deliveryIds.map((id) => ({ id, name: deliveries[id] })),
  }),
  deliveryOn: {
    label: '哪天',
    read: date((day, today) => (day > today ? 'future' : null)),
    input: 'day',
  },
  colour: oneOf({ label: '应该是什么颜色', plain: true }),
  other: {
    label: '另一件的案件编号',
    hint: '像 2026-483071 这样。',
    read: caseNumber,
    input: 'line',
    plain: true,
  },
  rule: oneOf({ label: '延哪个期限' }),
  days: { label: '延多少天', read: number(1, 365), input: 'number' },
  ways: {
    label: '告诉申请人还有哪些路',
    read: severalOf,
    input: 'choices',
    plain: true,
  },
  side: oneOf({
    label: '哪一方提出来的',
    options: [
      { id: 'complainant', name: '申请人' },
      { id: 'other', name: '对方' },
    ] satisfies Option<Side>[],
    plain: true,
  }),
  reached: oneOf({
    label: '打通了没有',
    options: [
      { id: 'yes', name: '打通了' },
      { id: 'no', name: '没有打通' },
    ] satisfies Option<'yes' | 'no'>[],
    plain: true,
  }),
  duty: oneOf({ label: '报告的是哪一条', plain: true }),
  since: {
    label: '这些期限从哪天算起',
    hint: '知道才填：申请人知道受了损害的那天。选了几条、日子不一样的，空着。',
    read: date((day, today) => (day > today ? 'future' : null)),
    input: 'day',
    plain: true,
  },
  ...peopleFields,
  ...afterFields,
  ...sessionFields,
  ...consultingFields,
  ...supervisingFields,
  ...ledgerFields,
} as const satisfies Record<string, MoveFieldRow>

/** The answer to `ways` that says that no other way fits; it needs a reason. */
export const noWay = 'none'

/** The fields that a move can ask for. */
export type MoveField = keyof typeof fieldTable

type Answer<Row> = Row extends { read: Read<infer T> } ? NonNullable<T> : never

/** The answers of a move, read. */
export type MoveInput = { -readonly [F in MoveField]?: Answer<(typeof fieldTable)[F]> }

/** The options of a case by field: units within reach, colleagues, clocks that can be extended … */
export type MoveOptions = Partial<Record<MoveField, readonly Option[]>>

export const moveFields = Object.keys(fieldTable) as MoveField[]

/** The row of a field: label, bound and how it is read. */
export const moveField = (field: MoveField): MoveFieldRow => fieldTable[field]

/** The options of a field: those of the case, or of its row. */
export const optionsOf = (field: MoveField, ofCase: MoveOptions): readonly Option[] | undefined =>
  ofCase[field] ?? moveField(field).options

/** Answers that are kept as they are in the readable part of the row. */
export const plainAnswers = (input: MoveInput): Partial<MoveInput> =>
  Object.fromEntries(
    moveFields.flatMap((field) => (moveField(field).plain && input[field] ? [[field, input[field]]] : [])),
  )
