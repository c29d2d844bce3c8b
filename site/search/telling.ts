import { normaliseSearch, type TokenMode, tokensOf } from '#domain/search/search-tokens.ts'

/**
 * How well a word tells which page answers. People tell a story around their question, and a rare word of the story
 * weighs most by its rarity alone. The ways to ask say which words count: those that the page of a way holds elsewhere
 * too, more often than another page would (the probability of a term in a relevant document: Greiff 1998; Zhao and
 * Callan, "Term necessity prediction", 2010).
 */

/** What is known of a document: how often its tokens stand in it, in all fields, and its ways to ask. */
export interface Told {
  times: Map<string, number>
  asked: string[]
}

/** A way counts as much as this many ways with words of the same length that are as frequent. */
const prior = 8
const least = 0.1

class Share {
  ways = 0
  held = 0
}

const shareIn = <Key>(shares: Map<Key, Share>, key: Key): Share => {
  const share = shares.get(key) ?? new Share()
  shares.set(key, share)
  return share
}

/**
 * The factor of each token, from 0.1 to 1.
 * @param inDocuments number of documents that hold a token
 */
export const tellingBy = (
  documents: Told[],
  inDocuments: Map<string, number>,
  mode: TokenMode,
): ((token: string) => number) => {
  const kind = (token: string): string =>
    `${Math.min(3, token.length)} ${Math.floor(Math.log2(inDocuments.get(token) ?? 1))}`
  const own = new Map<string, Share>()
  const alike = new Map<string, Share>()
  for (const { times, asked } of documents)
    for (const way of asked) {
      const tokens = tokensOf(normaliseSearch(way), mode)
      const here = new Map<string, number>()
      for (const token of tokens) here.set(token, (here.get(token) ?? 0) + 1)
      for (const [token, n] of here) {
        const held = (times.get(token) ?? 0) > n ? 1 : 0
        for (const share of [shareIn(own, token), shareIn(alike, kind(token))]) {
          share.ways += 1
          share.held += held
        }
      }
    }
  return (token) => {
    const like = alike.get(kind(token)) ?? new Share()
    const expected = (like.held + 0.3) / (like.ways + 1)
    const { ways, held } = own.get(token) ?? new Share()
    const onItsPage = Math.min(0.98, (held + prior * expected) / (ways + prior))
    const elsewhere = (inDocuments.get(token) ?? 1) / documents.length
    return Math.max(least, Math.sqrt(Math.max(0, (onItsPage - elsewhere) / (1 - elsewhere))))
  }
}
