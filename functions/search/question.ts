import { lengths, units } from '#domain/basics/bounds.ts'
import { cutText } from '#domain/basics/text-cut.ts'
import { wordsOfPinyin } from '#domain/search/pinyin.ts'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { normaliseSearch, type TokenMode, tokensOf, wordBorders } from '#domain/search/search-tokens.ts'
import { withoutCourtesy } from './courtesy.ts'
import { weights } from './weights.ts'

/** Turns a question into weighted tokens: typed words, words that sound alike, and synonyms. */

/** Longest question that is read, in characters: about a minute of dictation. */
const longestQuestion = lengths.question

/** Cuts a text to the length the search reads, never inside a character. */
export const cutQuestion = (text: string): string =>
  cutText(text.slice(0, units.question).trim(), longestQuestion)

export interface Question {
  /** As typed, normalised, with known typing errors corrected. */
  text: string
  /** The whole text, or the words that its pinyin may mean. */
  words: string[]
  tokens: Map<string, number>
}

/**
 * Words of the list `sounds` that a text contains by sound: 宅鸡地 → 宅基地. Skips what is a word itself
 * (中指 is not 种子) and parts of a word (找什 in 找什么): a misspelling consists of characters the segmenter
 * leaves single.
 */
const soundsIn = (index: SearchIndex, text: string): string[] => {
  const words = wordBorders(text)
  const borders = new Set(words.flat())
  return index.sounds.flatMap(([word, syllables]) => {
    if (text.includes(word)) return []
    for (let at = 0; at + word.length <= text.length; at += 1) {
      const end = at + word.length
      const window = text.slice(at, end)
      const same = syllables.every((syllable, place) =>
        (index.syllables[window[place] ?? ''] ?? []).includes(syllable),
      )
      if (!same || Object.hasOwn(index.tokens, window)) continue
      const whole = borders.has(at) && borders.has(end)
      if (whole && !words.some(([from, to]) => from === at && to === end)) return [word]
    }
    return []
  })
}

/** Letters beside Chinese characters as the words they mean, where all of them are pinyin: 被 jiabao 了 → 被家暴了. */
const besideHan = (text: string, { pinyin }: SearchIndex): string =>
  text.replace(/[a-z][^\p{Script=Han}]*/gu, (run) => wordsOfPinyin(run, pinyin).join('，') || run)

const holds = (text: string, words: string[]): boolean => words.some((word) => text.includes(word))

/** Turns typed text into weighted tokens: slips corrected, similar sounds and synonyms added. */
export const readQuestion = (index: SearchIndex, typed: string, mode: TokenMode): Question => {
  const written = withoutCourtesy(normaliseSearch(cutQuestion(typed), index.fold))
  const spelled = wordsOfPinyin(written, index.pinyin)
  const words = spelled.length > 0 ? spelled : [besideHan(written, index)]
  let text = words.join('，')
  for (const [slip, meant] of index.slips) text = text.replaceAll(slip, meant)
  const tokens = new Map<string, number>()
  for (const token of tokensOf(text, mode)) tokens.set(token, Math.min(2, (tokens.get(token) ?? 0) + 1))
  const heard = soundsIn(index, text)
  for (const token of heard.flatMap((word) => tokensOf(word, mode))) tokens.set(token, tokens.get(token) ?? 1)
  const said = [text, ...heard].join('，')
  for (const { say, mean } of index.synonyms)
    if (holds(said, say))
      for (const token of mean.flatMap((word) => tokensOf(word, mode)))
        tokens.set(token, Math.max(tokens.get(token) ?? 0, weights.added))
  for (const { words, unless } of index.weak)
    if (!holds(text, unless))
      for (const token of words.filter((word) => text.includes(word)).flatMap((word) => tokensOf(word, mode)))
        tokens.set(token, weights.weak * Math.min(1, tokens.get(token) ?? 1))
  return { text, words, tokens }
}
