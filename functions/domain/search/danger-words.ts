import type { DangerWords } from './search-index.ts'
import { wordBorders } from './search-tokens.ts'

/**
 * Which hotlines a question calls for, by the words of danger in content/search.yaml. A phrase counts if it
 * is said itself, not if it is part of other words: 领了结婚证 contains 了结, 他年轻生了病 contains 轻生. In
 * doubt it counts: missing a person in danger is worse than showing one number too many.
 */

/** How many characters before and after a phrase can change its meaning. */
const near = 10

/** How many characters may be between two links of a chain: 男人(喝了酒又)打(了)我. */
const gap = 7

/** Particles and pronouns join any other word: 死了 says nothing about where 想死 ends. */
const little = /[了的着过得我你他她它俺咱们不没去来就都也还又要想会能把被给人]/u

/** A part of the text: index of its first character, and index after its last. */
type Piece = [start: number, end: number]

/** Every occurrence of one of the words. */
const placesOf = (text: string, words: string[]): Piece[] =>
  words.flatMap((word) => {
    const places: Piece[] = []
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      places.push([at, at + word.length])
    return places
  })

const reachesInto = ([from, to]: Piece, [start, end]: Piece): boolean =>
  from < end && start < to && (from < start || end < to)

/**
 * A two-character phrase that the segmenter splits: 轻生 in 年轻|生. Longer phrases do not occur by chance.
 * @param words where the segmenter sees words
 */
const isTorn = ([start, end]: Piece, text: string, words: Piece[]): boolean =>
  end - start === 2 &&
  words.some(
    ([from, to]) =>
      ((from < start && start < to && to < end) || (start < from && from < end && end < to)) &&
      !little.test(text.slice(from, to)),
  )

/** Where one of the words is said itself: not part of a word in `unless`, and no word of `not` close by. */
const saidAt = (text: string, words: string[], { unless = [], not = [] }: DangerWords): Piece[] => {
  const occurrences = placesOf(text, words)
  if (occurrences.length === 0) return []
  const others = placesOf(text, unless)
  const signs = placesOf(text, not)
  return occurrences.filter(
    (piece) =>
      !others.some((other) => reachesInto(other, piece)) &&
      !signs.some(([from, to]) => from >= piece[0] - near && to <= piece[1] + near),
  )
}

/** Is one word of each link said, in order and close together? */
const isChained = ([first = [], ...rest]: Piece[][]): boolean => {
  let ends = first.map(([, end]) => end)
  for (const link of rest)
    ends = link
      .filter(([start]) => ends.some((end) => start >= end && start <= end + gap))
      .map(([, end]) => end)
  return ends.length > 0
}

const calls = (text: string, rule: DangerWords, words: () => Piece[]): boolean =>
  saidAt(text, rule.words ?? [], rule).some((piece) => !isTorn(piece, text, words())) ||
  (rule.chain !== undefined && isChained(rule.chain.map((link) => saidAt(text, link, rule))))

/**
 * Finds the hotlines for the words of danger in a question.
 * @param rules content/search.yaml, `danger`, in their order
 * @param typed a normalised question, bounded by the caller
 * @returns ids of the hotlines, in calling order, each once
 */
export const dangerLines = (rules: DangerWords[], typed: string): string[] => {
  const text = typed.replace(/\s+/gu, '')
  let borders: Piece[] | undefined
  const words = (): Piece[] => {
    borders ??= wordBorders(text)
    return borders
  }
  return [...new Set(rules.filter((rule) => calls(text, rule, words)).flatMap(({ contacts }) => contacts))]
}
