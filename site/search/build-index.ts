import type { SearchDoc, SearchIndex } from '../../functions/domain/search-index.ts'
import { normaliseSearch, type TokenMode, tokensOf } from '../../functions/domain/search-tokens.ts'

/** Makes the index of the search: BM25F, with the weight of each token in each document worked out beforehand. */

/** A document as the build collects it: the fields a question is held against. */
export interface SearchSource extends SearchDoc {
  tags: string[]
  summary: string
}

/** How much a field says about what a document is for, and how much its length counts against it. */
const fields = {
  title: { weight: 5, lengthCounts: 0.3 },
  tags: { weight: 4, lengthCounts: 0.2 },
  summary: { weight: 2.5, lengthCounts: 0.3 },
  text: { weight: 1, lengthCounts: 0.7 },
} as const
type Field = keyof typeof fields
const names = Object.keys(fields) as Field[]

/** How soon a repeated token stops to count (k1 of BM25). */
const saturation = 1.3

const counts = (tokens: string[]): Map<string, number> => {
  const times = new Map<string, number>()
  for (const token of tokens) times.set(token, (times.get(token) ?? 0) + 1)
  return times
}

/** Token → document and weight, from all documents. */
export const buildTokens = (sources: SearchSource[], mode: TokenMode = 'both'): SearchIndex['tokens'] => {
  const documents = sources.map((source) =>
    names.map((name) => {
      const text = name === 'tags' ? source.tags.join('，') : source[name]
      const tokens = tokensOf(normaliseSearch(text), mode)
      return { name, times: counts(tokens), length: tokens.length }
    }),
  )
  const average = (at: number): number =>
    documents.reduce((sum, document) => sum + (document[at]?.length ?? 0), 0) / Math.max(1, documents.length)
  const averages = names.map((_, at) => average(at))

  const frequency = documents.map((document) => {
    const total = new Map<string, number>()
    for (const [at, { name, times, length }] of document.entries()) {
      const { weight, lengthCounts } = fields[name]
      const norm = 1 - lengthCounts + lengthCounts * (length / Math.max(1, averages[at] ?? 1))
      for (const [token, n] of times) total.set(token, (total.get(token) ?? 0) + (weight * n) / norm)
    }
    return total
  })
  const inDocuments = counts(frequency.flatMap((total) => [...total.keys()]))

  const tokens: SearchIndex['tokens'] = {}
  for (const [doc, total] of frequency.entries())
    for (const [token, n] of total) {
      const df = inDocuments.get(token) ?? 1
      const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5))
      const weight = Math.round(100 * ((idf * n * (saturation + 1)) / (n + saturation)))
      if (weight <= 0) continue
      tokens[token] ??= []
      tokens[token].push(doc, weight)
    }
  return tokens
}
