import { describe, expect, it } from 'vitest'
import { lengths, messagesPerDay, units } from '#domain/basics/bounds.ts'
import { askedCall, mayWrite, readWriting, writeUntil, wroteEnough } from '#domain/following/writing.ts'
import type { CaseEvent } from '#domain/history/events.ts'

const start = Date.parse('2026-11-24T10:00:00+08:00')
const day = 86_400_000
const history = (...rows: [kind: string, days: number][]): CaseEvent[] =>
  rows.map(([kind, days], index) => ({
    ...{ seq: index + 1, kind: kind as CaseEvent['kind'], actor: 'party:1', at: start + days * day },
    ...{ unit: 'u', acting: '', data: {}, hash: '' },
  }))

describe('the holder of a code can write', () => {
  it('without a last day while the case is open', () => {
    const open = history(['filed', 0], ['closed', 1], ['reopened', 2])
    expect(writeUntil(open)).toBeNull()
    expect(mayWrite(open, start + 400 * day)).toBe(true)
  })

  it.each([
    ['its result', history(['filed', 0], ['declined', 2]), '2026-12-26'],
    ['its closing', history(['filed', 0], ['settled', 2], ['closed', 5]), '2026-12-29'],
    [
      'its end, whatever is written since',
      history(['filed', 0], ['closed', 2], ['message', 9]),
      '2026-12-26',
    ],
  ])('until the end of the thirtieth day after %s', (_, events, last) => {
    expect(writeUntil(events)).toBe(last)
    const midnight = Date.parse(`${last}T23:59:59.999+08:00`)
    expect([mayWrite(events, midnight), mayWrite(events, midnight + 1)]).toEqual([true, false])
  })

  it('a bounded number of times on a day of the calendar of China', () => {
    const many = history(...Array.from({ length: messagesPerDay }, (): [string, number] => ['wrote', 0]))
    expect(wroteEnough(many, 'party:1', start + 1)).toBe(true)
    expect(wroteEnough(many.slice(1), 'party:1', start + 1)).toBe(false)
    expect(wroteEnough(many, 'party:2', start + 1)).toBe(false)
    const midnight = Date.parse('2026-11-25T00:00:00+08:00')
    expect(wroteEnough(many, 'party:1', midnight - 1)).toBe(true)
    expect(wroteEnough(many, 'party:1', midnight)).toBe(false)
  })

  it.each([
    ['counts', 'replied', true],
    ['counts no', 'urged', false],
  ])('and that %s %s', (_, kind, enough) => {
    const less = Array.from({ length: messagesPerDay - 1 }, (): [string, number] => ['wrote', 0])
    expect(wroteEnough(history(...less, [kind, 0]), 'party:1', start + 1)).toBe(enough)
  })
})

describe('a call is asked for', () => {
  it.each([
    [true, '', '', true],
    [false, '1234', '', true],
    [false, '', '上午', true],
    [false, '', '', false],
    [false, ' ', '\u3000', false],
  ])('by saying so (%s), by a number (%j) or by a time (%j): %s', (asked, number, when, isAsked) => {
    expect(askedCall(asked, number, when)).toEqual(isAsked ? { number, when } : null)
  })
})

const phones = '13800000000，儿子 139-0000-1234'
describe('what the holder wrote', () => {
  it.each([
    ['is trimmed', { text: ' 话　', call: null }, { text: '话' }],
    ['may be long', { text: '字'.repeat(lengths.reply), call: null }, { text: '字'.repeat(lengths.reply) }],
    ['may be a call alone', { text: '', call: { number: '', when: '' } }, { text: '', call: {} }],
    [
      'names a number by its last digits',
      { text: '话', call: { number: '１２３４', when: ' 周三上午 ' } },
      { text: '话', call: { number: '13900001234', when: '周三上午' } },
    ],
    [
      'names a whole number, however it is written',
      { text: '', call: { number: '+86 138 0000 0000', when: '' } },
      { text: '', call: { number: '13800000000' } },
    ],
  ])('%s', (_, typed, words) => {
    expect(readWriting(typed, phones)).toStrictEqual({ ok: true, value: words })
  })

  it.each([
    [{ text: ' ', call: null }, ['text required']],
    [{ text: '字'.repeat(lengths.reply + 1), call: null }, ['text tooLong']],
    [{ text: '话', call: { number: '9999', when: '' } }, ['call.number otherNumber']],
    [{ text: '话', call: { number: '234', when: '' } }, ['call.number otherNumber']],
    [{ text: '话', call: { number: '01234', when: '' } }, ['call.number otherNumber']],
    [{ text: '话', call: { number: '13900001234，13800000000', when: '' } }, ['call.number otherNumber']],
    [{ text: '字'.repeat(lengths.reply + 1), call: { number: '9999', when: '' } }, ['text tooLong']],
    [
      { text: '话', call: { number: '9999', when: '字'.repeat(lengths.callWhen + 1) } },
      ['call.when tooLong'],
    ],
    [{ text: '话', call: { number: '我家的', when: '' } }, ['call.number otherNumber']],
    [
      { text: '话', call: { number: `${'话'.repeat(units.short - 3)}1234`, when: '' } },
      ['call.number otherNumber'],
    ],
    [{ text: '话', call: { number: '8'.repeat(100_000), when: '' } }, ['call.number otherNumber']],
    [{ text: '话', call: { number: '', when: '字'.repeat(lengths.callWhen + 1) } }, ['call.when tooLong']],
  ])('%j is refused: %j', (typed, faults) => {
    const read = readWriting(typed, phones)
    expect(read.ok ? read.value : read.error.map(({ field, code }) => `${field} ${code}`)).toEqual(faults)
  })

  it.each([
    '尾号1234',
    '后四位 1234',
    '后4位是1234',
    '1234。',
    '１２３４',
    '12-34',
    '139 0000 1234',
    '+8613900001234',
    `${'话'.repeat(units.short - 4)}1234`,
  ])('understands %s', (number) => {
    const read = readWriting({ text: '', call: { number, when: '' } }, phones)
    expect(read).toEqual({ ok: true, value: { text: '', call: { number: '13900001234' } } })
  })

  it('understands a number written as it was filed, however odd', () => {
    const odd = '05626012-345'
    expect(readWriting({ text: '', call: { number: odd, when: '' } }, odd)).toMatchObject({ ok: true })
  })

  it('asks for the whole number where two end alike', () => {
    const two = '13800001234，13900001234，0715-6621234'
    const read = (number: string) => readWriting({ text: '', call: { number, when: '' } }, two)
    const sameEnding = { ok: false, error: [{ field: 'call.number', code: 'sameEnding' }] }
    expect(read('1234')).toEqual(sameEnding)
    expect(readWriting({ text: '', call: { number: '1234', when: '' } }, two.slice(0, 23))).toEqual(
      sameEnding,
    )
    expect(read('13900001234')).toMatchObject({ ok: true, value: { call: { number: '13900001234' } } })
    expect(read('6621234')).toMatchObject({ ok: true, value: { call: { number: '07156621234' } } })
  })

  it('asks for no call where no number was given', () => {
    expect(readWriting({ text: '话', call: { number: '', when: '' } }, '')).toEqual({
      ok: false,
      error: [{ field: 'call.number', code: 'noNumber' }],
    })
  })
})
