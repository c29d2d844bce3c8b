import { describe, expect, it } from 'vitest'
import { inCounty, isNamed, type LetterLine, parseLetter, piecesOf } from '#domain/content/letter.ts'

const partsOf = (text: string): LetterLine['parts'] => parseLetter(text)[0]?.parts ?? []
const shown = (text: string): string[] =>
  piecesOf(partsOf(text)).map((piece) =>
    piece.map((part) => (typeof part === 'string' ? part : `[${part.label}]`)).join(''),
  )

describe('the pieces of a line of a letter', () => {
  it.each([
    ['{姓名|吴}，{性别|女}，住{住址|村}。', ['[姓名]，', '[性别]，', '住', '[住址]。']],
    ['元（大写：{大写|伍}）。另', ['元（大写：', '[大写]）。', '另']],
    ['日期是{年|2026}年{月|3}月{日|1}日。', ['日期是', '[年]年[月]月[日]日。']],
    ['{年|2026}年{月|3}月{日|1}日以前，', ['[年]年[月]月[日]日以前，']],
    ['（大写：{大写|伍}）。', ['（大写：', '[大写]）。']],
    ['{年|2026} 年 {月|3} 月 {日|1} 日。', ['[年] 年 [月] 月 [日] 日。']],
    ['此致', ['此致']],
    ['{甲|一}{乙|二}', ['[甲]', '[乙]']],
  ])('of %s', (line, pieces) => {
    expect(shown(line)).toEqual(pieces)
  })

  it.each([
    ['年', '借于', '年{', true],
    ['电话', '，电话：', undefined, true],
    ['电话', '，电话', '。', true],
    ['年龄', '，', '岁', false],
    ['用途', undefined, undefined, false],
  ])('a blank for %s between %s and %s is named: %s', (label, before, after, named) => {
    expect(isNamed({ label, example: '' }, before, after)).toBe(named)
  })
})

it('a letter names the county of the site in its examples', () => {
  const body = '{法院的名称|示例县人民法院}，住{住址|示例县示例镇}'
  expect(inCounty(body, '云台县')).toBe('{法院的名称|云台县人民法院}，住{住址|云台县示例镇}')
  // A name is a text, never a pattern.
  expect(inCounty('示例县', '$&区')).toBe('$&区')
})
