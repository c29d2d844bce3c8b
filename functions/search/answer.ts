import { pages } from '#domain/routes/site.ts'
import { dangerLines } from '#domain/search/danger-words.ts'
import type { SearchDoc, SearchIndex } from '#domain/search/search-index.ts'
import type { TokenMode } from '#domain/search/search-tokens.ts'
import { excerptOf } from './excerpt.ts'
import { readQuestion } from './question.ts'
import { type Match, rank } from './rank.ts'
import { weights } from './weights.ts'

/** What is answered to a question: help lines first where somebody is in danger, and never nothing. */

export interface Found {
  doc: SearchDoc
  score: number
  /** The sentence that fits best. */
  excerpt: string
}

export interface Answer {
  /** Help lines that go before everything, the first first. */
  urgent: SearchDoc[]
  results: Found[]
}

/** Every document that matches what was typed, best first. */
export const ranked = (index: SearchIndex, typed: string): Match[] =>
  rank(index, readQuestion(index, typed, 'both'))

/** Help lines for words of danger, the first to call first. */
const helpLines = (index: SearchIndex, text: string): SearchDoc[] =>
  dangerLines(index.danger, text).flatMap(
    (contact) => index.docs.find((doc) => doc.url === contactUrl(contact)) ?? [],
  )

const contactUrl = (id: string): string => `${pages.contacts.path}#${id}`

/** The number or the name of a line, said: who asks for it gets it first. */
const asksFor = ({ title }: SearchDoc, text: string): boolean =>
  title.split(' ').some((part) => text.includes(part))

/** A help line that no word of danger calls for leads only where it fits far better than all else: it frightens. */
const withoutAlarm = (index: SearchIndex, matches: Match[], text: string): Match[] => {
  const lines = new Set(index.danger.flatMap(({ contacts }) => contacts.map(contactUrl)))
  const isAlarm = ({ doc }: Match): boolean => lines.has(doc.url) && !asksFor(doc, text)
  const first = matches.findIndex((match) => !isAlarm(match))
  const [best, other] = [matches[0], matches[first]]
  return first > 0 && best && other && best.score < weights.alarm * other.score
    ? [other, ...matches.slice(0, first), ...matches.slice(first + 1)]
    : matches
}

/** Where everybody can go on whose words found nothing. */
const wayOn: string[] = [
  pages.situations.path,
  pages.contactsWhich.path,
  contactUrl('12345'),
  pages.file.path,
]

/**
 * Answers a question from the index. The best help line stands first among the results and what matches the words
 * follows; a contact that matches them is never cut off; and nobody gets nothing.
 * @param typed as the person typed it
 * @param limit how many results at most
 */
export const search = (
  index: SearchIndex,
  typed: string,
  limit: number,
  mode: TokenMode = 'both',
): Answer => {
  const question = readQuestion(index, typed, mode)
  const found = (doc: SearchDoc, score: number): Found => ({
    doc,
    score,
    excerpt: excerptOf(index, doc, question),
  })
  const matches = rank(index, question)

  const lines = helpLines(index, question.text)
  const scoreOf = (doc: SearchDoc): number => matches.find((one) => one.doc === doc)?.score ?? 0
  // The first line leads; another one that the words themselves name follows it.
  const leading = lines.filter((doc, at) => at === 0 || (at === 1 && scoreOf(doc) > 0))
  const others = matches.filter(({ doc }) => !leading.includes(doc))
  const rest = leading.length > 0 ? others : withoutAlarm(index, others, question.text)
  const contact = rest.find(({ doc }) => doc.kind === 'contact' && doc.url.includes('#'))
  const following = rest.slice(0, Math.max(0, limit - leading.length))
  if (contact && limit > 1 && !following.includes(contact) && leading.length === 0 && following.length > 0)
    following[following.length - 1] = contact
  const results = [
    ...leading.map((doc) => found(doc, scoreOf(doc))),
    ...following.map(({ doc, score }) => found(doc, score)),
  ].slice(0, limit)
  if (results.length < 3)
    for (const url of wayOn) {
      const doc = index.docs.find((one) => one.url === url)
      if (doc && results.length < limit && !results.some((one) => one.doc === doc))
        results.push(found(doc, 0))
    }
  return { urgent: lines.filter((doc) => !results.some((one) => one.doc === doc)), results }
}
