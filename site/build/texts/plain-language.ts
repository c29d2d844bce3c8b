import { formalWords } from './formal-words.ts'
import { quizOf } from './quiz.ts'
import { rareWords } from './rare-words.ts'
import { sectionOf } from './sections.ts'
import { ownWords, prose, sentences, type Text } from './text.ts'

/** What a reader with primary school follows: length, reading time, sentences, rare and formal words, the moral. */

/** Characters read aloud in a minute, slowly. */
export const pace = 200
/** Minutes for all words of a text without its statutes, and of a lesson's body alone (700 characters). */
const longestReading = { lesson: 5, story: 7 }
const longestBody = 3.5
/** Characters of a sentence; a semicolon ends one, as it does for somebody who reads aloud. */
const longestSentence = 38
/** Characters of the moral (一句话): it is said aloud in one breath. */
const longestMoral = 20
/** Share of words with a character that primary school does not teach; names of people count. */
const mostRare = 0.05

/** Letters and digits of a text, without punctuation and spaces. */
export const lettersIn = (words: string): number => words.replace(/[^\p{L}\p{N}]/gu, '').length
const minutes = (words: string): number => lettersIn(words) / pace

/** Everything of a text that is read apart from its statutes, as one string. */
const allWords = (text: Text): string =>
  [
    ...['summary', 'limitNote', 'first'].map((field) => text.data[field] ?? ''),
    ...quizOf(text).flatMap(({ claim, because }) => [claim, because]),
    prose(text.body),
  ].join('\n')

/** Sentences that are too long to be followed, each as a fault. */
const longSentences = (words: string): string[] =>
  sentences(words)
    .filter((sentence) => lettersIn(sentence) > longestSentence)
    .map((sentence) => `“${sentence}” has ${lettersIn(sentence)} characters, at most ${longestSentence}`)

const tooLong = (text: Text): string[] => {
  const body = minutes(prose(text.body))
  const all = minutes(allWords(text))
  return [
    ...(text.kind === 'lesson' && body > longestBody
      ? [`${lettersIn(prose(text.body))} characters of its own text, at most ${longestBody * pace}`]
      : []),
    ...(all > longestReading[text.kind]
      ? [`${all.toFixed(1)} minutes to read, at most ${longestReading[text.kind]}`]
      : []),
    ...longSentences(prose(text.body)),
  ]
}

/** The moral (一句话): the one line set apart below the ending, or an empty string. */
export const moralOf = (text: Text): string => /^> (.+)$/m.exec(sectionOf(text, '后来'))?.[1]?.trim() ?? ''

const longMoral = (text: Text): string[] => {
  const moral = moralOf(text)
  return lettersIn(moral) > longestMoral
    ? [`the moral has more than ${longestMoral} characters: ${moral}`]
    : []
}

const tooRare = (written: string): string[] => {
  const { words, share } = rareWords(written)
  if (share <= mostRare) return []
  return [
    `${(share * 100).toFixed(1)} % rare words, at most ${mostRare * 100} %: ${[...new Set(words)].join(' ')}`,
  ]
}

/** Words of offices in the text's own voice; names of statutes stand in brackets. */
const tooFormal = (written: string): string[] =>
  sentences(ownWords(written).replace(/（[^）]*）/g, '')).flatMap((sentence) =>
    formalWords(sentence).map(({ word, plain }) => `“${sentence}”: not ${word} but ${plain}`),
  )

/** Faults of any words for a reader with primary school: long sentences, rare and formal words. */
export const hardWords = (written: string): string[] => [
  ...longSentences(written),
  ...tooRare(written),
  ...tooFormal(written),
]

/** Faults of a lesson or story for a reader with primary school, each as a sentence. */
export const hardToRead = (text: Text): string[] => [
  ...tooLong(text),
  ...longMoral(text),
  ...tooRare(allWords(text)),
  ...tooFormal(allWords(text)),
]
