import { pinyin } from 'pinyin-pro'
import { foldParts, type PinyinTable } from '#domain/search/pinyin.ts'
import type { SearchSource } from './build-index.ts'

/** Words of the library by pinyin, as typed without tones. */

const syllablesOf = (word: string): string[] => pinyin(word, { toneType: 'none', type: 'array', v: true })

/** Words people use: tags and words of the search, of two to six characters. */
const wordsOf = (sources: SearchSource[], sounds: string[]): string[] =>
  [...new Set([...sources.flatMap(({ tags, said = [] }) => [...tags, ...said]), ...sounds])].filter((word) =>
    /^\p{Script=Han}{2,6}$/u.test(word),
  )

/** The table for `wordsOfPinyin`. Words of one sound share an entry, up to four. */
export const pinyinTable = (sources: SearchSource[], sounds: string[]): PinyinTable => {
  const words: PinyinTable['words'] = {}
  for (const word of wordsOf(sources, sounds)) {
    const syllables = syllablesOf(word)
    // As typed with spaces, and as typed without.
    for (const key of new Set([foldParts(syllables), foldParts([syllables.join('')])]))
      words[key] = [...(words[key] ?? []), word].slice(0, 4)
  }
  const syllables = new Set<string>()
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    const spelled = foldParts(syllablesOf(String.fromCodePoint(code)))
    if (/^[a-z]+$/.test(spelled)) syllables.add(spelled)
  }
  return { words, syllables: [...syllables].sort() }
}
