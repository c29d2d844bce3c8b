import { pages } from '#domain/routes/site.ts'
import type { SearchDoc, SearchIndex } from '#domain/search/search-index.ts'
import type { Question } from './question.ts'
import { weights } from './weights.ts'

/** Ranks documents: adds up the weights of the question's tokens in each document, best first. */

const scores = (index: SearchIndex, tokens: Map<string, number>): Float64Array => {
  const sums = new Float64Array(index.docs.length)
  for (const [token, weight] of tokens) {
    // `hasOwn`: a question may contain "constructor".
    const postings = Object.hasOwn(index.tokens, token) ? (index.tokens[token] ?? []) : []
    for (let at = 0; at < postings.length; at += 2) {
      const doc = postings[at] as number
      sums[doc] = (sums[doc] ?? 0) + weight * (postings[at + 1] as number)
    }
  }
  return sums
}

/** Words that ask for the law itself; without them statutes rank below the texts that explain them. */
const asksForLaw = (text: string): boolean =>
  /法[规律条]|条[文款例]|第.{1,9}条|法典?第?\d|法$|法第|规定|解释/.test(text)

/** Words that ask for a story; without them stories rank below lessons: their tale has words of many matters. */
const asksForStory = (text: string): boolean => /故事|例子|别人家/.test(text)

/** A matter for somebody else has a line on one page; see content/other-matters.yaml. */
const isOtherMatter = ({ url }: SearchDoc): boolean => url.startsWith(`${pages.contactsOthers.path}#`)

const kindWeight = (doc: SearchDoc, text: string): number => {
  const { kind } = doc
  if (kind === 'law') return asksForLaw(text) ? 1 : weights.law
  if (kind === 'question') return weights.short
  if (isOtherMatter(doc)) return weights.elsewhere
  return kind === 'story' && !asksForStory(text) ? weights.story : 1
}

export interface Match {
  doc: SearchDoc
  score: number
}

/** Does the question contain the whole of a short title? */
const isNamed = ({ title }: SearchDoc, text: string): boolean => {
  const name = title.replace(/[《》]/g, '')
  return name.length <= 9 && text.includes(name)
}

/** Documents that match a question, best first; none with a score of 0. */
export const rank = (index: SearchIndex, { tokens, text }: Question): Match[] => {
  const sums = scores(index, tokens)
  const matches = index.docs
    .map((doc, at) => ({
      doc,
      score: (sums[at] ?? 0) * kindWeight(doc, text) * (isNamed(doc, text) ? 1 + weights.named : 1),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return inOneSubject(matches)
}

/**
 * The subjects of the best matches tell the subject of the question, so that a single stray word counts less. A matter
 * for somebody else has no subject: it gains half of what the strongest one does, or every text more in a subject would
 * push it down.
 */
const inOneSubject = (matches: Match[]): Match[] => {
  const best = matches.slice(0, 12)
  const weight = ({ score }: Match): number => score * score
  const all = best.reduce((sum, match) => sum + weight(match), 0)
  const shares = new Map<string, number>()
  for (const match of best)
    if (match.doc.category !== 'other')
      shares.set(match.doc.category, (shares.get(match.doc.category) ?? 0) + weight(match) / all)
  const strongest = Math.max(0, ...shares.values())
  const shareOf = (doc: SearchDoc): number =>
    isOtherMatter(doc) ? strongest / 2 : (shares.get(doc.category) ?? 0)
  return matches
    .map((match) => ({ ...match, score: match.score * (1 + weights.subject * shareOf(match.doc)) }))
    .sort((a, b) => b.score - a.score)
}
