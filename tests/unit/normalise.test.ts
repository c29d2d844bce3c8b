import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codePoints,
  normaliseCaseNumber,
  normaliseDigits,
  normaliseLine,
  normalisePhone,
  normaliseText,
} from '../../functions/domain/normalise.ts'

describe('text', () => {
  it.each([
    ['　两头有全角空格　', '两头有全角空格'],
    ['一\r\n二\r三', '一\n二\n三'],
    ['e\u0301', 'é'],
    ['控\u0000制\u001b字\u0085符', '控制字符'],
    ['反\u202e向', '反向'],
    ['半个\ud83d表情', '半个\ufffd表情'],
    ['عربي 😀', 'عربي 😀'],
  ])('%j becomes %j', (typed, normal) => {
    expect(normaliseText(typed)).toBe(normal)
  })

  it('is done once: doing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
        expect(normaliseLine(normaliseLine(text))).toBe(normaliseLine(text))
      }),
    )
  })

  it('keeps one line where one line is asked', () => {
    expect(normaliseLine('张\n三\t')).toBe('张 三')
  })
})

describe('numbers', () => {
  it.each([
    ['４８３０ １７２５－6904—3184', '4830172569043184'],
    ['4830.1725.6904.3184', '4830172569043184'],
    ['（0551）6000 0000', '055160000000'],
  ])('%j becomes %j', (typed, normal) => {
    expect(normaliseDigits(typed)).toBe(normal)
  })

  it('drops the country code of a phone', () => {
    expect(['+86 138-0000-0000', '0086 13800000000', '＋８６13800000000'].map(normalisePhone)).toEqual(
      Array(3).fill('13800000000'),
    )
  })

  it('puts the dash of a case number back', () => {
    expect(
      ['2026 483071', '2026-483071', '２０２６４８３０７１', '20264830715'].map(normaliseCaseNumber),
    ).toEqual(['2026-483071', '2026-483071', '2026-483071', '2026-4830715'])
  })
})

it('counts code points, not halves', () => {
  expect(codePoints('😀好')).toBe(2)
})
