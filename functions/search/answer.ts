import { pages } from '#domain/routes/site.ts'
import { dangerLines } from '#domain/search/danger-words.ts'
import type { SearchDoc, SearchIndex } from '#domain/search/search-index.ts'
import type { TokenMode } from '#domain/search/search-tokens.ts'
import { asksNothing } from './courtesy.ts'
import { excerptOf } from './excerpt.ts'
import { type Question, readQuestion } from './question.ts'
import { type Match, rank } from './rank.ts'
import { weights } from './weights.ts'
import { withGuide } from './with-guide.ts'

/** The answer to a question: hotlines first if somebody is in danger, and never empty. */

/** A result: the document, and the words to show under its title. */
export interface Found {
  doc: SearchDoc
  score: number
  /** What the page says of itself. */
  excerpt: string
}

/** The answer to a question. */
export interface Answer {
  /** Hotlines shown before everything else, in calling order. */
  urgent: SearchDoc[]
  results: Found[]
  /** False if nothing really answers the question: the page then says so. */
  fits: boolean
  /** May be about violence or bullying, in doubt yes. */
  exit: boolean
}

/** Are these hotlines for violence, or for harm to children and women? The police are called for fraud and fire too. */
const areForHarm = (lines: SearchDoc[]): boolean => {
  const has = (...ids: string[]) => lines.some(({ url }) => ids.some((id) => url === contactUrl(id)))
  return has('12338', '12355') || (has('110') && !has('96110', '119'))
}

/** Every document that matches the typed text, best first. */
export const ranked = (index: SearchIndex, typed: string): Match[] =>
  rank(index, readQuestion(index, typed, 'both'))

/** Hotlines for words of danger, in calling order. */
const helpLines = (index: SearchIndex, text: string): SearchDoc[] =>
  dangerLines(index.danger, text).flatMap(
    (contact) => index.docs.find((doc) => doc.url === contactUrl(contact)) ?? [],
  )

const contactUrl = (id: string): string => `${pages.contacts.path}#${id}`

/** Does the question contain the number or the name of this hotline? It is then listed first. */
const asksFor = ({ title }: SearchDoc, text: string): boolean =>
  title.split(' ').some((part) => text.includes(part))

/**
 * Without a word of danger, a hotline is first only if it matches far better than everything else: it may
 * frighten.
 */
const withoutAlarm = (index: SearchIndex, matches: Match[], text: string): Match[] => {
  const lines = new Set(index.danger.flatMap(({ contacts }) => contacts.map(contactUrl)))
  const isAlarm = ({ doc }: Match): boolean => lines.has(doc.url) && !asksFor(doc, text)
  const first = matches.findIndex((match) => !isAlarm(match))
  const [best, other] = [matches[0], matches[first]]
  return first > 0 && best && other && best.score < weights.alarm * other.score
    ? [other, ...matches.slice(0, first), ...matches.slice(first + 1)]
    : matches
}

/** Is a short question, as a whole, in one of these documents word for word? 离婚, 土地. */
const says = (matches: Match[], words: string[]): boolean =>
  matches.some(({ doc: { title, text } }) =>
    words.some((word) => word.length <= 6 && (title.includes(word) || text.includes(word))),
  )

/**
 * True if the best match is about what was asked. An article asked for by its number fits, and so does a single word of
 * the text.
 */
const fits = ({ text, tokens, words }: Question, matches: Match[]): boolean => {
  const [best] = matches
  return (
    best !== undefined &&
    !asksNothing(text) &&
    (best.score >= weights.fits ||
      says(matches.slice(0, 12), words) ||
      (best.doc.kind === 'law' && [...tokens.keys()].some((token) => /^条\d/.test(token))))
  )
}

/** Pages for a question that matches nothing. */
const wayOn: string[] = [
  pages.situations.path,
  pages.contactsWhich.path,
  contactUrl('12345'),
  pages.file.path,
]

/**
 * Answers a question from the index. The best hotline is the first result, followed by the documents that
 * match; a contact that matches is never cut off by the limit; the answer is never empty.
 * @param typed as the person typed it
 * @param limit maximum number of results
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
    excerpt: excerptOf(doc),
  })
  const matches = rank(index, question)

  const lines = helpLines(index, question.text)
  const scoreOf = (doc: SearchDoc): number => matches.find((one) => one.doc === doc)?.score ?? 0
  // The first hotline is listed first; a second one follows if the words themselves match it.
  const leading = lines.filter((doc, at) => at === 0 || (at === 1 && scoreOf(doc) > 0))
  const others = matches.filter(({ doc }) => !leading.includes(doc))
  const rest = withGuide(leading.length > 0 ? others : withoutAlarm(index, others, question.text))
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
  return {
    urgent: lines.filter((doc) => !results.some((one) => one.doc === doc)),
    results,
    fits: lines.length > 0 || fits(question, matches),
    exit: areForHarm(lines) || results.find(({ doc }) => doc.kind !== 'contact')?.doc.exit === true,
  }
}
