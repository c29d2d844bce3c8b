import { chineseNumber } from '#domain/basics/chinese-number.ts'
import { normaliseWidth } from '#domain/basics/normalise.ts'

/**
 * Tokens of a text or a question: words found by a segmenter, and pairs of neighbouring characters, so that a
 * wrong segmentation still matches. The build and the Worker share this.
 */

/** Which tokens to use: the site uses `both`; the others exist for measurements. */
export type TokenMode = 'both' | 'segments' | 'bigrams'

// Created at the first question, because loading its data would slow every start.
let cachedSegmenter: Intl.Segmenter | undefined
const segmenter = (): Intl.Segmenter => {
  cachedSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return cachedSegmenter
}

/** 第一千一百六十五条, 1165条 and 民法典1165 → one token, 条1165. */
const articleTokens = (text: string): string[] =>
  [
    ...text.matchAll(
      /第?([零〇一二两三四五六七八九十百千\d]+)\s*条|(?<=[法典例])\s?(\d{1,4})(?![\d年元万天])/g,
    ),
  ].flatMap(({ 1: chinese, 2: digits }) => {
    const number = chinese ?? digits ?? ''
    const value = chineseNumber(number)
    return Number.isNaN(value) ? [] : [`条${value}`]
  })

/** One form for comparison: NFKC, lower case, traditional characters simplified by `fold`. */
export const normaliseSearch = (text: string, fold: Record<string, string> = {}): string =>
  [...normaliseWidth(text).toLowerCase()].map((sign) => fold[sign] ?? sign).join('')

/** Word boundaries the segmenter finds, as [start, end]. */
export const wordBorders = (text: string): [number, number][] =>
  [...segmenter().segment(text)].map(({ segment, index }) => [index, index + segment.length])

const bigrams = (run: string): string[] =>
  run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))

const segments = (run: string): string[] =>
  [...segmenter().segment(run)].map(({ segment }) => segment).filter((word) => word.length > 1)

/** Tokens of a normalised text, repeated as often as they occur. */
export const tokensOf = (text: string, mode: TokenMode = 'both'): string[] => {
  const runs = text.match(/\p{Script=Han}+/gu) ?? []
  const others = text.match(/[a-z0-9]+/g) ?? []
  return [
    // Single characters too, for 狗 and 咬 in a sentence that no pair matches.
    ...(mode === 'segments' ? [] : runs.flatMap((run) => (run.length > 1 ? [...run] : []))),
    ...(mode === 'segments' ? [] : runs.flatMap(bigrams)),
    // In addition to pairs only longer words: a word of two characters is a pair already.
    ...(mode === 'bigrams'
      ? []
      : runs.flatMap(segments).filter((word) => mode === 'segments' || word.length > 2)),
    ...others,
    ...articleTokens(text),
  ]
}
