import { describe, expect, it } from 'vitest'
import { foldParts, wordsOfPinyin } from '#domain/search/pinyin.ts'

const table = {
  words: { dasan: ['打伤'], lihun: ['离婚'], qianxin: ['欠薪'] },
  syllables: ['bei', 'er', 'zi', 'da', 'san', 'li', 'hun', 'le', 'qian', 'xin'],
}

describe('a question typed as pinyin', () => {
  it.each([
    ['lihun', ['离婚']],
    ['li hun le', ['离婚']],
    ['qianxin lihun', ['欠薪', '离婚']],
    // The space says that the syllable ends before `er`; without it the letters could be `ger`.
    ['bei da shang er zi', ['打伤']],
    ['beidashanger', []],
    ['lihunx', []],
    ['li le', []],
    ['离婚 lihun', []],
    ['', []],
  ])('%s is read as %j', (typed, words) => {
    expect(wordsOfPinyin(typed, table)).toEqual(words)
  })

  it('has one spelling for sounds that accents do not tell apart', () => {
    expect(foldParts(['zhang', 'shan'])).toBe(foldParts(['zan', 'san']))
  })
})
