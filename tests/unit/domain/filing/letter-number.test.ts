import { describe, expect, it } from 'vitest'
import { letterFault, letterNumberOf, readLetterNumber } from '#domain/filing/letter-number.ts'

describe('the number on a letter', () => {
  const mac = 'd1e4a90c3b7f2260'.repeat(4)
  const number = letterNumberOf(mac)

  it('has twelve digits, the same for the same fingerprint', () => {
    expect(number).toMatch(/^\d{12}$/)
    expect(letterNumberOf(mac)).toBe(number)
    expect(letterNumberOf(mac.replace('d', 'e'))).not.toBe(number)
    expect(letterNumberOf('0'.repeat(64))).toMatch(/^0{11}\d$/)
  })

  it('has a check digit that finds every single wrong digit', () => {
    expect(letterFault(number)).toBeNull()
    for (let at = 0; at < 12; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const wrong = number.slice(0, at) + digit + number.slice(at + 1)
        if (wrong !== number) expect(letterFault(wrong), wrong).toBe('checkDigit')
      }
    }
  })

  it.each([
    (text: string) => text.match(/\d{4}/g)?.join(' ') ?? '',
    (text: string) => `信上的号码：${text}。`,
    (text: string) => text.replaceAll(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? ''),
    (text: string) => `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`,
  ])('is read as people type it', (typed) => {
    expect(readLetterNumber(typed(number))).toBe(number)
  })

  it.each([
    ['', 'empty'],
    ['1234567890123456', 'codeGiven'],
    ['1234', 'digits'],
    ['1'.repeat(13), 'digits'],
  ])('%s: %s', (typed, fault) => {
    expect(letterFault(readLetterNumber(typed))).toBe(fault)
  })
})
