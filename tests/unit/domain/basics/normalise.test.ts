import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestText } from '#domain/basics/bounds.ts'
import {
  codePoints,
  normaliseCaseNumber,
  normaliseDigits,
  normaliseLine,
  normaliseText,
  readLine,
  readText,
} from '#domain/basics/normalise.ts'

describe('normalising text', () => {
  it.each([
    ['　两头有全角空格　', '两头有全角空格'],
    ['一\r\n二\r三', '一\n二\n三'],
    ['e\u0301', 'é'],
    ['控\u0000制\u001b字\u0085符', '控制字符'],
    ['反\u202e向', '反向'],
    ['半个\ud83d表情', '半个\ufffd表情'],
    ['عربي 😀', 'عربي 😀'],
    ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
    ['\u200b\u3164 \u200d\n\u2060', ''],
  ])('turns %j into %j', (typed, normal) => {
    expect(normaliseText(typed)).toBe(normal)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
        expect(normaliseLine(normaliseLine(text))).toBe(normaliseLine(text))
      }),
    )
  })

  it('splits runs of combining marks longer than any script has, which bounds the time to order them', () => {
    const pile = `a${'\u0301\u0323'.repeat(3000)}b`
    const normal = normaliseText(pile)
    expect(normal.replaceAll('\u034f', '').length).toBe(pile.normalize('NFC').length)
    expect(normal).not.toMatch(/(?:(?!\u034f)\p{M}){31}/u)
    expect(normaliseText(normal)).toBe(normal)
    expect(normaliseText(`a${'\u0301'.repeat(20)}`)).not.toContain('\u034f')
  })

  it('reads no more than the longest field, for every caller', () => {
    expect(normaliseText('字'.repeat(longestText + 5))).toHaveLength(longestText)
  })

  it('returns a text within its bound, and null for a longer one', () => {
    expect(readText(' 一\r\n二 ', 3)).toBe('一\n二')
    expect(readText('😀😀😀', 3)).toBe('😀😀😀')
    expect(readText('一二三四', 3)).toBeNull()
    // A text far over its bound is refused unread, even if nothing would remain of it.
    expect(readLine('\u0000'.repeat(12), 3)).toBe('')
    expect(readLine('\u0000'.repeat(13), 3)).toBeNull()
  })

  it('turns line breaks of a one-line field into spaces', () => {
    expect(normaliseLine('张\n三\t')).toBe('张 三')
  })
})

describe('normalising numbers', () => {
  it.each([
    ['４８３０ １７２５－6904—3184', '4830172569043184'],
    ['4830.1725.6904.3184', '4830172569043184'],
    ['（0551）6000 0000', '055160000000'],
  ])('turns %j into %j', (typed, normal) => {
    expect(normaliseDigits(typed)).toBe(normal)
  })

  it('adds the dash of a case number', () => {
    expect(
      ['2026 483071', '2026-483071', '２０２６４８３０７１', '20264830715'].map(normaliseCaseNumber),
    ).toEqual(['2026-483071', '2026-483071', '2026-483071', '2026-4830715'])
  })
})

it.each([
  ['the private place of a character in names', '刘\uE863', '刘䶮'],
  ['the first and last of the row', '\uE815\uE864', '⺁龻'],
  ['a private character without a place in it', '刘\uE000\uF8FF', '刘\uE000\uF8FF'],
])('%s', (_, typed, normal) => {
  expect(normaliseText(typed)).toBe(normal)
})

it('the length of a text counts code points, not surrogate halves', () => {
  expect(codePoints('😀好')).toBe(2)
})
