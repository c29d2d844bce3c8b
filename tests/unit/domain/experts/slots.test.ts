import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minute } from '#domain/basics/bounds.ts'
import { dayOf, rfc3339, spokenTime, startOfDay, weekday } from '#domain/basics/time.ts'
import { expertSchema, expertsSchema } from '#domain/content/experts.ts'
import { slotsFrom, slotsOn } from '#domain/experts/slots.ts'

/** Which times an expert can be booked: the hours of the data by day of the week, without days off and holidays. */

const calendar = { holidays: new Set(['2026-10-01']) }
const expert = {
  length: 30,
  weekly: [
    { day: 2, from: '09:00', to: '10:45' },
    { day: 7, from: '14:00', to: '15:00' },
    { day: 4, from: '14:30', to: '15:30' },
    { day: 4, from: '08:00', to: '08:30' },
  ],
  off: ['2026-11-24'],
}

describe('the consultations of a day', () => {
  it.each<[string, string, string[]]>([
    ['a Tuesday: only whole ones', '2026-12-01', ['09:00', '09:30', '10:00']],
    ['a Thursday with two spans: in order', '2026-12-03', ['08:00', '14:30', '15:00']],
    ['a Sunday, which is 7', '2026-12-06', ['14:00', '14:30']],
    ['a Monday without hours', '2026-11-30', []],
    ['a day off of the expert', '2026-11-24', []],
    ['a Thursday that is a holiday', '2026-10-01', []],
    ['a Thursday beside it', '2026-10-08', ['08:00', '14:30', '15:00']],
    ['a Saturday that is a working day', '2026-10-10', []],
  ])('%s', (_, day, times) => {
    expect(slotsOn(calendar, expert, day).map(({ start }) => spokenTime(start))).toEqual(times)
  })

  it('are named by their start', () => {
    expect(slotsOn(calendar, expert, '2026-12-01')[0]).toEqual({
      id: '202612010900',
      start: Date.parse('2026-12-01T09:00:00+08:00'),
    })
  })
})

describe('what can be booked', () => {
  it.each([
    ['2026-11-30T00:00:00+08:00', '2026-12-01T09:00:00+08:00', '2026-12-27T14:30:00+08:00'],
    ['2026-11-30T23:59:59+08:00', '2026-12-01T09:00:00+08:00', '2026-12-27T14:30:00+08:00'],
    ['2026-12-01T00:00:00+08:00', '2026-12-03T08:00:00+08:00', '2026-12-29T10:00:00+08:00'],
  ])('at %s is from %s to %s', (now, first, last) => {
    const slots = slotsFrom(calendar, expert, Date.parse(now))
    expect([slots[0], slots.at(-1)].map((slot) => rfc3339(slot?.start ?? 0))).toEqual([first, last])
  })

  it('is always in the hours of the data, never today, on no day off, and no two overlap', () => {
    const time = fc.integer({ min: 0, max: 47 }).map((half) => {
      const hours = String(Math.floor(half / 2)).padStart(2, '0')
      return `${hours}:${half % 2 === 0 ? '00' : '30'}`
    })
    const span = fc
      .tuple(fc.integer({ min: 1, max: 7 }), time, time)
      .filter(([, from, to]) => from < to)
      .map(([day, from, to]) => ({ day, from, to }))
    const off = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 })
    const start = startOfDay('2026-11-30')
    fc.assert(
      fc.property(
        fc.uniqueArray(span, { minLength: 1, maxLength: 7, selector: ({ day }) => day }),
        fc.integer({ min: 10, max: 180 }),
        off,
        off,
        fc.integer({ min: 0, max: 86_399_999 }),
        (weekly, length, free, holy, past) => {
          const days = (list: number[]) => list.map((add) => dayOf(start + add * 86_400_000))
          const holidays = new Set(days(holy))
          const one = { weekly, length, off: days(free) }
          const slots = slotsFrom({ holidays }, one, start + past)
          for (const [index, slot] of slots.entries()) {
            const day = dayOf(slot.start)
            expect(day > '2026-11-30' && day <= '2026-12-28').toBe(true)
            expect(one.off.includes(day) || holidays.has(day)).toBe(false)
            const hours = weekly.find((each) => each.day === (weekday(day) || 7))
            const end = slot.start + length * minute
            expect(hours && spokenTime(slot.start) >= hours.from).toBe(true)
            expect(end <= Date.parse(`${day}T${hours?.to}:00+08:00`)).toBe(true)
            expect(end <= (slots[index + 1]?.start ?? end)).toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the file', () => {
  const right = {
    ...{ id: 'one', field: 'legal', name: '示例律师', title: '律师', unit: 'shili-centre', place: '一楼' },
    ...{ length: 30, weekly: [{ day: 1, from: '09:00', to: '10:00' }], off: [] as string[] },
  }
  const span = (from: string, to: string, day = 1) => ({ weekly: [{ day, from, to }] })

  it.each<[string, object, string]>([
    ['nothing wrong', {}, ''],
    ['the end of the day', span('23:30', '24:00'), ''],
    ['an unknown field', { field: 'tax' }, 'field'],
    ['a telephone number', { phone: '13800000000' }, 'phone'],
    ['a day 0', span('09:00', '10:00', 0), 'weekly.0.day'],
    ['an hour 9:00', span('9:00', '10:00'), 'weekly.0.from'],
    ['less than one consultation', span('09:00', '09:20'), 'weekly.0: expected 30 minutes'],
    ['hours over midnight', span('23:00', '01:00'), 'weekly.0: expected 30 minutes'],
    ['no hours', { weekly: [] }, 'weekly'],
    ['a day off that is none', { off: ['2026-02-30'] }, 'off.0'],
    [
      'hours that overlap',
      { weekly: [...right.weekly, { day: 1, from: '09:30', to: '11:00' }] },
      'weekly.1: expected hours that do not overlap',
    ],
  ])('with %s: %j', (_, changes, fault) => {
    const read = expertSchema.safeParse({ ...right, ...changes })
    const faults = read.success
      ? ''
      : read.error.issues
          .map(({ path, message, ...issue }) =>
            [path.join('.'), message, 'keys' in issue ? issue.keys : ''].join(': '),
          )
          .join('\n')
    expect(faults).toContain(fault)
    expect(read.success).toBe(fault === '')
  })

  it('may be empty', () => expect(expertsSchema.safeParse({ experts: [] }).success).toBe(true))
})
