import type { SearchDoc, SearchIndex } from '#domain/search/search-index.ts'
import { normaliseSearch, type TokenMode, tokensOf } from '#domain/search/search-tokens.ts'
import { tellingBy } from './telling.ts'

/** Builds the search index: BM25F, with the weight of each token in each document computed in advance. */

/** A document as the build collects it, with the fields a question is compared with. */
export interface SearchSource extends SearchDoc {
  tags: string[]
  summary: string
  /** How people describe such matters. */
  said?: string[]
  /** How different people would ask what the page answers. */
  asked?: string[]
}

/** Tuned on one half of tests/search/queries.tsv and on 150 real questions of which no way to ask was made. */
const weights = {
  /** How much a match in a field counts … */
  field: { title: 6, tags: 5, summary: 3, said: 0.4, asked: 4, text: 0.9 },
  /** … and how much the field's length reduces it. */
  length: { title: 0.3, tags: 0.2, summary: 0.3, said: 0.5, asked: 0.5, text: 0.7 },
  /** How soon repetitions of a token stop counting (k1 of BM25). */
  saturation: 4,
}
type Field = keyof typeof weights.field
const names = Object.keys(weights.field) as Field[]

const counts = (tokens: string[]): Map<string, number> => {
  const times = new Map<string, number>()
  for (const token of tokens) times.set(token, (times.get(token) ?? 0) + 1)
  return times
}

/** How often each token stands in a document, in all fields. */
const timesOf = (fields: { times: Map<string, number> }[]): Map<string, number> => {
  const all = new Map<string, number>()
  for (const { times } of fields) for (const [token, n] of times) all.set(token, (all.get(token) ?? 0) + n)
  return all
}

/** Token → documents and weights, from all documents. */
export const buildTokens = (sources: SearchSource[], mode: TokenMode = 'both'): SearchIndex['tokens'] => {
  const documents = sources.map((source) =>
    names.map((name) => {
      const value = source[name] ?? ''
      const text = Array.isArray(value) ? value.join('，') : value
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
      const weight = weights.field[name]
      const lengthCounts = weights.length[name]
      const norm = 1 - lengthCounts + lengthCounts * (length / Math.max(1, averages[at] ?? 1))
      for (const [token, n] of times) total.set(token, (total.get(token) ?? 0) + (weight * n) / norm)
    }
    return total
  })
  const inDocuments = counts(frequency.flatMap((total) => [...total.keys()]))

  const telling = tellingBy(
    documents.map((document, at) => ({ times: timesOf(document), asked: sources[at]?.asked ?? [] })),
    inDocuments,
    mode,
  )

  const tokens: SearchIndex['tokens'] = {}
  for (const [doc, total] of frequency.entries())
    for (const [token, n] of total) {
      const df = inDocuments.get(token) ?? 1
      const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5))
      const most = 100 * idf * telling(token)
      const weight = Math.round((most * n * (weights.saturation + 1)) / (n + weights.saturation))
      if (weight <= 0) continue
      tokens[token] ??= []
      tokens[token].push(doc, weight)
    }
  return tokens
}
