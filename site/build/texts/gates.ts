import type { Limit } from '#domain/content/deadlines.ts'
import type { Articles } from './articles.ts'
import { forbidden } from './forbidden.ts'
import { unsupportedPeriods } from './periods.ts'
import { hardToRead } from './plain-language.ts'
import { quizOf } from './quiz.ts'
import { missingSections } from './sections.ts'
import { ownWords, sentences, type Text } from './text.ts'

/** Rules for lessons and stories: each check returns its faults as sentences for the author. */

/** Sentences that contain a forbidden phrase (forbidden.ts), each with the reason. */
export const forbiddenIn = (words: string, sensitiveText = false): string[] =>
  sentences(words).flatMap((sentence) =>
    forbidden
      .filter(({ pattern, unless, sensitive }) => {
        if (sensitive && !sensitiveText) return false
        return pattern.test(sentence) && !unless?.test(sentence)
      })
      .map(({ why }) => `“${sentence}”: ${why}`),
  )

/** What the quiz states as true. A wrong statement is a mistake on purpose. */
const quizWords = (text: Text): string[] =>
  quizOf(text).flatMap(({ claim, right, because }) => (right ? [claim, because] : [because]))

/** Forbidden phrases in the text's own voice, including its front matter. */
const forbiddenPhrases = (text: Text): string[] => {
  const front = ['title', 'summary', 'limitNote', 'first']
    .map((field) => text.data[field])
    .filter((value) => typeof value === 'string')
  return forbiddenIn(
    ownWords([...front, ...quizWords(text), text.body].join('\n')),
    text.data['sensitive'] === true,
  )
}

/** All faults of one text, each with its file name. */
export const faultsOf = (text: Text, articles: Articles, limits: Limit[]): string[] =>
  [
    ...missingSections(text),
    ...unsupportedPeriods(text, articles, limits),
    ...forbiddenPhrases(text),
    ...hardToRead(text),
  ].map((fault) => `${text.file}: ${fault}`)
