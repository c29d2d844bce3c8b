import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomDigits } from '#domain/basics/random.ts'
import {
  checkDigit,
  codeFault,
  codeGroups,
  makeTrackingCode,
  readCode,
} from '#domain/filing/tracking-code.ts'

const digits = fc.stringMatching(/^\d{15}$/)

describe('the check digit (ISO 7064 MOD 11,10)', () => {
  it('agrees with the worked example of the standard', () => {
    expect(checkDigit('0794')).toBe(5)
  })

  it.each([
    // Numbers in public use under the same scheme: Germany's tax number, Croatia's personal number.
    ['8609574271', 9],
    ['3657426180', 9],
    ['6943515153', 0],
    ['3339200596', 1],
  ])('agrees with numbers in public use: %s ends with %i', (digits, last) => {
    expect(checkDigit(digits)).toBe(last)
  })

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(15), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const code = body + checkDigit(body)
        const wrong = code.slice(0, at) + ((Number(code[at]) + shift) % 10) + code.slice(at + 1)
        expect(codeFault(code)).toBeNull()
        expect(codeFault(wrong)).toBe('checkDigit')
      }),
    )
  })

  it('catches swapped neighbours, except for one pair of digits in forty-five', () => {
    const all = Array.from({ length: 10 }, (_, digit) => digit)
    const pairs = all.flatMap((one) => all.slice(one + 1).map((other) => [one, other] as const))
    fc.assert(
      fc.property(digits, fc.nat(13), (body, at) => {
        const missed = pairs.filter(([one, other]) => {
          const [right, swapped] = [[one, other].join(''), [other, one].join('')].map(
            (pair) => body.slice(0, at) + pair + body.slice(at + 2),
          )
          return codeFault(`${swapped}${checkDigit(right ?? '')}`) === null
        })
        expect(missed).toHaveLength(1)
      }),
    )
  })
})

describe('tracking codes', () => {
  it('are 16 digits in four groups', () => {
    const code = makeTrackingCode((count) => crypto.getRandomValues(new Uint8Array(count)))
    expect(codeFault(code)).toBeNull()
    expect(codeGroups(code)).toEqual([code.slice(0, 4), code.slice(4, 8), code.slice(8, 12), code.slice(12)])
  })

  it('discard random bytes that would make some digits likelier', () => {
    const bytes = [255, 250, 249, 7, 251, 13]
    expect(randomDigits((count) => Uint8Array.from(bytes.splice(0, count)), 3)).toBe('973')
  })

  it('have no more digits than requested, even with bytes left over', () => {
    const bytes = [255, 1, 2, 3, 4, 5]
    expect(randomDigits((count) => Uint8Array.from(bytes.splice(0, count)), 3)).toBe('123')
  })

  it('without digits have no groups', () => {
    expect(codeGroups('')).toEqual([])
  })

  it.each([
    ['', 'empty'],
    ['2026-483071', 'numberGiven'],
    ['2026483071', 'numberGiven'],
    ['20264830712', 'numberGiven'],
    ['123456789012345', 'digits'],
    ['12345678901234567', 'digits'],
    ['12345678901234a6', 'digits'],
  ])('equal to %j are malformed', (code, fault) => {
    expect(codeFault(code)).toBe(fault)
  })
})

describe('a tracking code in typed text', () => {
  const code = '1528932767689762'

  it.each([
    ['as it is', code],
    ['in groups', '1528 9327 6768 9762'],
    ['with dashes, dots and quotes', '“1528-9327·6768、9762”。'],
    ['in full-width digits', '１５２８　９３２７　６７６８　９７６２'],
    ['after a label', '查询码：1528 9327 6768 9762。'],
    ['beside labels that are numerals', '第一组 1528 第二组 9327 第三组 6768 第四组 9762'],
    ['in Chinese numerals', '一五二八 九三二七 六七六八 九七六二'],
    ['as it is read aloud', '幺五二八，九三二七，六七六八，九七六二'],
    ['next to its case number', '编号 2026-483071 查询码 1528 9327 6768 9762'],
    ['given twice, as on the slip', '查询码 1528932767689762 念作 1528 9327 6768 9762'],
  ])('is read %s', (_, typed) => {
    expect(readCode(typed)).toBe(code)
  })

  it.each([
    ['too few digits', '查询码 1528 9327 6768', '152893276768'],
    ['a part missing in words', '1528 9327 什么 6768 9762', '1528932767689762'],
    ['two different codes', `${code} 和 1528932767689763`, `${code}1528932767689763`],
    ['no digit at all', '忘了', ''],
    ['nothing', '', ''],
  ])('with %s is not recognised: all digits remain', (_, typed, digitsLeft) => {
    expect(readCode(typed)).toBe(digitsLeft)
  })

  it.each([
    ['〇一二三四五六七八九〇一二三四五', '0123456789012345'],
    ['零幺两三四五六七八九○一二三四五', '0123456789012345'],
  ])('in numerals is read sign by sign: %s', (typed, digits) => {
    expect(readCode(typed)).toBe(digits)
  })
})
