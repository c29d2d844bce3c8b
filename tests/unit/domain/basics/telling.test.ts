import { describe, expect, it } from 'vitest'
import { namesOneOf, type Told, toldIn } from '#domain/basics/telling.ts'

/** What in a public text leads to a person, a case or a day. */

describe('a text for everybody', () => {
  it.each<[string, Told | null]>([
    ['路灯坏了，晚上看不见路，能不能修一修？', null],
    ['已经报了计划，明年 3 月开工，年底以前修好 12 盏。', null],
    ['要花 35000 元，由镇里出。', null],
    ['垃圾桶改为每天收 2 次，按县府办〔2026〕15号文办。', null],
    ['12345 热线也能问。', null],
    ['请打 13800001234。', 'phone'],
    ['请打１３８ ０００１ ２３４５。', 'phone'],
    ['村部电话 0715-6621234', 'phone'],
    ['6621234', 'phone'],
    ['身份证 34082119700101123X', 'identity'],
    ['案件编号 2026-483071', 'caseNumber'],
    ['皖H12345 常停在路口', 'plate'],
    ['皖H·D12345 的车', 'plate'],
    ['加微信号联系', 'link'],
    ['写信到 a@b.cn', 'link'],
    ['见 https://example.cn', 'link'],
    ['11月24日反映的', 'day'],
    ['十一月二十四日', 'day'],
    ['正月初八去看过', 'day'],
    ['2026-11-24', 'day'],
    ['2026.11.24', 'day'],
    ['3 号楼门前', 'address'],
    ['北街 12 号旁边', 'address'],
    ['五栋二单元', 'address'],
    ['王主任答应的', 'person'],
    ['李大爷说的', 'person'],
  ])('“%s” tells %s', (text, told) => {
    expect(toldIn(text)).toBe(told)
  })

  it.each<[string, string[], boolean]>([
    ['请陈大山家让一让', ['陈大山'], true],
    ['请陈 大山家让一让', ['陈大山'], true],
    ['请大家让一让', ['陈大山', ''], false],
    ['请大家让一让', ['大'], false],
    ['刘湾组的水沟堵了', ['刘湾组'], true],
  ])('“%s” names one of %j: %s', (text, given, named) => {
    expect(namesOneOf(text, given)).toBe(named)
  })
})
