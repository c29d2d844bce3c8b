import { describe, expect, it } from 'vitest'
import { dutyFrom, onDuty } from '#domain/clocks/duty.ts'
import { dutySchema } from '#domain/content/county.ts'
import { county } from '#generated/county.ts'

/** Who reads now what a person in danger wrote: the rota of content/duty.yaml. */

const rota = [
  { days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00', who: '甲' },
  { days: [6, 7], from: '09:00', to: '17:00', who: '乙' },
  { days: [7], from: '22:00', to: '24:00', who: '丙' },
]

describe('on duty', () => {
  // 2026-11-23 is a Monday; 2026-10-01 a Thursday and a holiday.
  it.each([
    ['2026-11-23T07:59:59+08:00', null],
    ['2026-11-23T08:00:00+08:00', '甲'],
    ['2026-11-27T19:59:59+08:00', '甲'],
    ['2026-11-27T20:00:00+08:00', null],
    ['2026-11-28T08:30:00+08:00', null],
    ['2026-11-28T09:00:00+08:00', '乙'],
    ['2026-11-29T16:59:00+08:00', '乙'],
    ['2026-11-29T17:00:00+08:00', null],
    ['2026-11-29T23:59:59+08:00', '丙'],
    ['2026-11-30T00:00:00+08:00', null],
    // Still Sunday in UTC.
    ['2026-11-30T08:10:00+08:00', '甲'],
    ['2026-10-01T10:00:00+08:00', '甲'],
  ])('at %s is %s', (at, who) => {
    expect(onDuty(rota, Date.parse(at))).toBe(who)
  })

  it('is the first one listed where two are', () => {
    const [first] = rota
    const both = first ? [first, { ...first, who: '丁' }] : []
    expect(onDuty(both, Date.parse('2026-11-23T10:00:00+08:00'))).toBe('甲')
  })

  it('is nobody where a county has no rota', () => {
    expect(onDuty([], Date.parse('2026-11-23T10:00:00+08:00'))).toBeNull()
  })
})

describe('somebody reads what arrives', () => {
  const office = [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00', who: '甲' },
    { days: [6], from: '09:00', to: '17:00', who: '乙' },
  ]
  const night = [
    { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '06:00', who: '丙' },
    { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '24:00', who: '丙' },
  ]
  const monday = [{ days: [1], from: '08:00', to: '12:00', who: '甲' }]
  it.each([
    ['in the hours, at once', office, '2026-11-24T10:00:01+08:00', '2026-11-24T10:00:01+08:00'],
    ['in their first minute, at once', office, '2026-11-24T08:00:00+08:00', '2026-11-24T08:00:00+08:00'],
    ['before them, on the same day', office, '2026-11-24T03:00:00+08:00', '2026-11-24T08:00:00+08:00'],
    ['on Friday night, on Saturday', office, '2026-11-27T20:00:00+08:00', '2026-11-28T09:00:00+08:00'],
    ['on Saturday night, on Monday', office, '2026-11-28T17:00:00+08:00', '2026-11-30T08:00:00+08:00'],
    // 1 October is a holiday and a Thursday, 10 October a Saturday that is worked: a rota knows days of the week alone.
    ['on a holiday in the hours, at once', office, '2026-10-01T08:30:00+08:00', '2026-10-01T08:30:00+08:00'],
    ['on the eve of a holiday, on it', office, '2026-09-30T21:00:00+08:00', '2026-10-01T08:00:00+08:00'],
    ['on a worked Saturday, as on others', office, '2026-10-10T08:30:00+08:00', '2026-10-10T09:00:00+08:00'],
    ['before midnight, at once', night, '2026-11-24T23:59:59+08:00', '2026-11-24T23:59:59+08:00'],
    ['after midnight, at once', night, '2026-11-25T00:00:00+08:00', '2026-11-25T00:00:00+08:00'],
    ['by day, in the evening', night, '2026-11-25T06:00:00+08:00', '2026-11-25T22:00:00+08:00'],
    ['once a week, a week later', monday, '2026-11-23T12:00:00+08:00', '2026-11-30T08:00:00+08:00'],
    ['once a week, on the coming day', monday, '2026-11-29T23:00:00+08:00', '2026-11-30T08:00:00+08:00'],
    ['without a rota, at once', [], '2026-11-28T23:00:00+08:00', '2026-11-28T23:00:00+08:00'],
  ])('%s', (_, table, at, from) => {
    expect(dutyFrom(table, Date.parse(at))).toBe(Date.parse(from))
  })
})

it.each(['24', '25', '26', '27', '28', '29'])(
  'what arrives on the %sth waits for the Monday after',
  (day) => {
    const monday = [{ days: [1], from: '08:00', to: '12:00', who: '甲' }]
    expect(dutyFrom(monday, Date.parse(`2026-11-${day}T10:00:00+08:00`))).toBe(
      Date.parse('2026-11-30T08:00:00+08:00'),
    )
  },
)

describe('a rota', () => {
  const entry = { days: [1], from: '08:00', to: '20:00', who: '值班员' }
  it.each([
    ['a day beyond the week', { ...entry, days: [8] }],
    ['no day', { ...entry, days: [] }],
    ['hours over midnight', { ...entry, from: '20:00', to: '08:00' }],
    ['an hour that does not exist', { ...entry, to: '25:00' }],
    ['an hour without its zero, which would not sort', { ...entry, from: '8:00' }],
  ])('with %s is refused', (_, wrong) => {
    expect(dutySchema.safeParse({ duty: [wrong] }).success).toBe(false)
  })

  it('of the sample county has hours on all days', () => {
    const days = county.duty.flatMap((one) => one.days)
    expect([...new Set(days)].sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})
