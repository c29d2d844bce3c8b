import { pinyin } from 'pinyin-pro'
import type { SearchIndex } from '#domain/search/search-index.ts'

/**
 * Syllables without tones, as typed on a phone, with sounds merged that many regional accents do not
 * distinguish (zh z, ch c, sh s, -ng -n).
 */
const fold = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')

const syllablesOf = (sign: string): string[] => [
  ...new Set(pinyin(sign, { toneType: 'none', type: 'array', multiple: true }).map(fold)),
]

/** The words with their syllables, and every character that sounds like a part of one. */
export const soundTable = (words: string[]): Pick<SearchIndex, 'sounds' | 'syllables'> => {
  const sounds = words.map((word): [string, string[]] => [
    word,
    pinyin(word, { toneType: 'none', type: 'array' }).map(fold),
  ])
  const used = new Set(sounds.flatMap(([, syllables]) => syllables))
  const syllables: SearchIndex['syllables'] = {}
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    const sign = String.fromCodePoint(code)
    const own = syllablesOf(sign).filter((syllable) => used.has(syllable))
    if (own.length > 0) syllables[sign] = own
  }
  return { sounds, syllables }
}
