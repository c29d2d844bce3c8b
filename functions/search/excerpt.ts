import { sentencesOf, shorten } from '#domain/basics/text-cut.ts'
import type { SearchDoc, SearchIndex } from '#domain/search/search-index.ts'
import type { Question } from './question.ts'

const rarity = (index: SearchIndex, token: string): number =>
  Object.hasOwn(index.tokens, token) ? 1 / ((index.tokens[token]?.length ?? 0) + 2) : 0

/** The sentence of a text that contains most of the question; the first one if several are equal. */
export const excerptOf = (index: SearchIndex, doc: SearchDoc, { tokens }: Question): string => {
  const worths = [...tokens].map(([token, weight]) => [token, weight * rarity(index, token)] as const)
  let best = { sentence: doc.text, worth: -1 }
  for (const sentence of sentencesOf(doc.text)) {
    let worth = 0
    for (const [token, value] of worths) if (sentence.includes(token)) worth += value
    if (worth > best.worth) best = { sentence, worth }
  }
  return shorten(best.sentence.trim(), 90)
}
