import { describe, expect, it } from 'vitest'
import { dayMessage, readDay, readDayNear, readTypedDay } from '#domain/basics/read-day.ts'

const today = '2026-11-24'

describe('a day as people write it', () => {
  it.each([
    ['2026-3-1', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026 3 1', '2026-03-01'],
    ['2026 - 3 - 1', '2026-03-01'],
    ['２０２６ 年 ３ 月 １ 日', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['２０２６年３月１日', '2026-03-01'],
    ['2026 年 3 月 1 日', '2026-03-01'],
    ['二〇二六年三月一日', '2026-03-01'],
    ['二零二六年十二月三十一日', '2026-12-31'],
    ['2026年十月二十日', '2026-10-20'],
    ['3月1日', '2026-03-01'],
    ['三月一号', '2026-03-01'],
    ['3-1', '2026-03-01'],
    // The last such day, not one to come.
    ['12月1日', '2025-12-01'],
    ['11月24日', '2026-11-24'],
    ['11月25日', '2025-11-25'],
    ['2024-2-29', '2024-02-29'],
  ])('%s', (typed, day) => {
    expect(readTypedDay(typed, today)).toEqual({ ok: true, value: day })
  })

  it.each([
    ['2026-02-30', '没有这一天：2026 年 2 月只有 28 天'],
    ['2024年2月30日', '没有这一天：2024 年 2 月只有 29 天'],
    ['4月31日', '没有这一天：2026 年 4 月只有 30 天'],
  ])('%s does not exist, and the answer says so', (typed, message) => {
    const read = readTypedDay(typed, today)
    expect(read.ok ? '' : dayMessage(read.error)).toBe(message)
  })

  it.each([
    '',
    '去年',
    '2026-13-1',
    '1/2/2026',
    '2026-3',
    '20261301',
    '2'.repeat(40),
    `2026${' '.repeat(10_000)}1${' '.repeat(10_000)}xx`,
  ])('%j is not readable', (typed) => {
    expect(readTypedDay(typed, today)).toEqual({ ok: false, error: 'unreadable' })
    expect(readDay(typed)).toBeNull()
  })

  it.each([
    ['2028-02-20', '2028-02-29'],
    ['2028-03-05', '2028-02-29'],
    ['2029-01-05', '2028-02-29'],
    ['2027-01-05', 'type'],
  ])('on %s, 2月29日 is %s', (now, day) => {
    const read = readDayNear('2月29日', now, () => null)
    expect(read.ok ? read.value : read.error).toBe(day)
  })

  it('needs its year where no today is given', () => {
    expect(readTypedDay('3月1日')).toEqual({ ok: false, error: 'unreadable' })
  })
})
