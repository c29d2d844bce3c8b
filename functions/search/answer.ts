import { lengths, units } from '#domain/basics/bounds.ts'
import { cutText, sentencesOf, shorten } from '#domain/basics/text-cut.ts'
import { pages } from '#domain/routes/site.ts'
import { dangerLines } from '#domain/search/danger-words.ts'
import type { SearchDoc, SearchIndex, SearchKind } from '#domain/search/search-index.ts'
import { normaliseSearch, type TokenMode, tokensOf, wordBorders } from '#domain/search/search-tokens.ts'

/** The search itself: a question becomes weighted tokens, their weights in each document are added, the best come first. */

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

/** Longest question that is looked at, in characters: a minute of dictation. */
const longestQuestion = lengths.question

/** As much of a text as is looked for; never half a character. */
export const cutQuestion = (text: string): string =>
  cutText(text.slice(0, units.question).trim(), longestQuestion)

/** What was tuned on one half of tests/search/queries.tsv. */
const weights = {
  /** A word the list of synonyms adds, beside one the person wrote. */
  added: 0.35,
  /** How many times better a help line fits that leads without a word of danger. */
  alarm: 2,
  /** A word that says where something happened, not what. */
  weak: 0.2,
  /** How much a match gains when the best matches agree on its subject, at most. */
  subject: 0.25,
  /** A statute where nobody asked for the law. */
  law: 0.55,
  /** A short title that stands in the question whole: 收条, 司法确认申请书, 民法典. */
  named: 0.5,
}

interface Question {
  /** As typed, normalised, slips mended. */
  text: string
  tokens: Map<string, number>
}

/**
 * Words of the list that a text holds by their sound: 宅鸡地 → 宅基地. What is a word itself is left as it is (中指 is not
 * 种子), and so is a piece of one (找什 in 找什么): a slip is signs that the segmenter leaves alone.
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

const holds = (text: string, words: string[]): boolean => words.some((word) => text.includes(word))

const read = (index: SearchIndex, typed: string, mode: TokenMode): Question => {
  let text = normaliseSearch(cutQuestion(typed), index.fold)
  for (const [slip, meant] of index.slips) text = text.replaceAll(slip, meant)
  const tokens = new Map<string, number>()
  for (const token of tokensOf(text, mode)) tokens.set(token, Math.min(2, (tokens.get(token) ?? 0) + 1))
  const heard = soundsIn(index, text)
  for (const token of heard.flatMap((word) => tokensOf(word, mode))) tokens.set(token, tokens.get(token) ?? 1)
  const written = [text, ...heard].join('，')
  for (const { say, mean } of index.synonyms)
    if (holds(written, say))
      for (const token of mean.flatMap((word) => tokensOf(word, mode)))
        tokens.set(token, Math.max(tokens.get(token) ?? 0, weights.added))
  for (const { words, unless } of index.weak)
    if (!holds(text, unless))
      for (const token of words.filter((word) => text.includes(word)).flatMap((word) => tokensOf(word, mode)))
        tokens.set(token, weights.weak * Math.min(1, tokens.get(token) ?? 1))
  return { text, tokens }
}

const scores = (index: SearchIndex, tokens: Map<string, number>): Float64Array => {
  const sums = new Float64Array(index.docs.length)
  for (const [token, weight] of tokens) {
    // `hasOwn`: a question may hold "constructor".
    const postings = Object.hasOwn(index.tokens, token) ? (index.tokens[token] ?? []) : []
    for (let at = 0; at < postings.length; at += 2) {
      const doc = postings[at] as number
      sums[doc] = (sums[doc] ?? 0) + weight * (postings[at + 1] as number)
    }
  }
  return sums
}

const rarity = (index: SearchIndex, token: string): number =>
  Object.hasOwn(index.tokens, token) ? 1 / ((index.tokens[token]?.length ?? 0) + 2) : 0

/** The sentence of a text that holds most of what was asked, the first of equals. */
const excerptOf = (index: SearchIndex, doc: SearchDoc, { tokens }: Question): string => {
  const worths = [...tokens].map(([token, weight]) => [token, weight * rarity(index, token)] as const)
  let best = { sentence: doc.text, worth: -1 }
  for (const sentence of sentencesOf(doc.text)) {
    let worth = 0
    for (const [token, value] of worths) if (sentence.includes(token)) worth += value
    if (worth > best.worth) best = { sentence, worth }
  }
  return shorten(best.sentence.trim(), 90)
}

/** Words that only name the law: without them statutes stand behind what explains them. */
const asksForLaw = (text: string): boolean => /条|法[规律]|法$|法第|规定|解释|条例/.test(text)

const kindWeight = (kind: SearchKind, text: string): number =>
  kind === 'law' && !asksForLaw(text) ? weights.law : 1

interface Match {
  doc: SearchDoc
  score: number
}

/** Does a question hold the whole of a short title? */
const isNamed = ({ title }: SearchDoc, text: string): boolean => {
  const name = title.replace(/[《》]/g, '')
  return name.length <= 9 && text.includes(name)
}

const rank = (index: SearchIndex, { tokens, text }: Question): Match[] => {
  const sums = scores(index, tokens)
  const matches = index.docs
    .map((doc, at) => ({
      doc,
      score: (sums[at] ?? 0) * kindWeight(doc.kind, text) * (isNamed(doc, text) ? 1 + weights.named : 1),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return inOneSubject(matches)
}

/** What the best matches are about says what the question is about: a stray word alone leads less far. */
const inOneSubject = (matches: Match[]): Match[] => {
  const best = matches.slice(0, 12)
  const weight = ({ score }: Match): number => score * score
  const all = best.reduce((sum, match) => sum + weight(match), 0)
  const shares = new Map<string, number>()
  for (const match of best)
    if (match.doc.category !== 'other')
      shares.set(match.doc.category, (shares.get(match.doc.category) ?? 0) + weight(match) / all)
  return matches
    .map((match) => ({
      ...match,
      score: match.score * (1 + weights.subject * (shares.get(match.doc.category) ?? 0)),
    }))
    .sort((a, b) => b.score - a.score)
}

/** Every document that matches what was typed, best first. */
export const ranked = (index: SearchIndex, typed: string): Match[] => rank(index, read(index, typed, 'both'))

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
  const question = read(index, typed, mode)
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
  const kept = rest.slice(0, Math.max(0, limit - leading.length))
  if (contact && limit > 1 && !kept.includes(contact) && leading.length === 0 && kept.length > 0)
    kept[kept.length - 1] = contact
  const results = [
    ...leading.map((doc) => found(doc, scoreOf(doc))),
    ...kept.map(({ doc, score }) => found(doc, score)),
  ].slice(0, limit)
  if (results.length < 3)
    for (const url of wayOn) {
      const doc = index.docs.find((one) => one.url === url)
      if (doc && results.length < limit && !results.some((one) => one.doc === doc))
        results.push(found(doc, 0))
    }
  return { urgent: lines.filter((doc) => !results.some((one) => one.doc === doc)), results }
}
