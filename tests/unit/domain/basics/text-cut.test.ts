import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText, sentencesOf, shorten } from '#domain/basics/text-cut.ts'

const text = fc.string({ unit: 'binary', maxLength: 40 })

describe('cutting text', () => {
  it('keeps and counts whole characters', () => {
    expect(cutText('问𠮷吉', 2)).toBe('问𠮷')
    expect(cutText('𠮷'.repeat(5), 3)).toBe('𠮷'.repeat(3))
    expect(cutText('短', 20)).toBe('短')
  })

  it('never splits a surrogate pair, never exceeds the length, and leaves short texts unchanged', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, most) => {
        const cut = cutText(whole, most)
        expect(cut.isWellFormed()).toBe(true)
        expect(cut).toBe([...whole].slice(0, most).join(''))
      }),
    )
  })

  it('marks an omission with an ellipsis', () => {
    expect(shorten('一二三四五六', 6)).toBe('一二三四五六')
    expect(shorten('一二三四五六七', 6)).toBe('一二三四……')
  })
})

describe('splitting a text into sentences', () => {
  it.each([
    ['他说：“物业来了一趟。”后来没来。', ['他说：“物业来了一趟。”', '后来没来。']],
    ['（见第三条。）往下看', ['（见第三条。）', '往下看']],
    ['真的？！“好。”\n下一段', ['真的？！', '“好。”', '\n', '下一段']],
    ['没有句号', ['没有句号']],
    ['', []],
  ])('%s', (whole, parts) => {
    expect(sentencesOf(whole)).toEqual(parts)
  })

  it('keeps every character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('字', '。', '”', '“', '\n', '！', '）', '𠮷'), maxLength: 30 }),
        (whole) => {
          expect(sentencesOf(whole).join('')).toBe(whole)
        },
      ),
    )
  })
})
