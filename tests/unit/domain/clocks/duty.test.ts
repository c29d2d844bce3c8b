import { describe, expect, it } from 'vitest'
import { onDuty } from '#domain/clocks/duty.ts'
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

  it('is nobody where a county has no rota', () => {
    expect(onDuty([], Date.parse('2026-11-23T10:00:00+08:00'))).toBeNull()
  })
})

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
