import { spokenNumber } from '#domain/basics/spoken-number.ts'
import { lettersIn, pace } from '../texts/plain-language.ts'
import { sentences } from '../texts/text.ts'

/** Words for the ear: what cannot be heard is rewritten or refused. */

/** Characters of a sentence, and of a stretch of it without a pause: a loudspeaker echoes. */
const longest = { sentence: 38, stretch: 20 }

/**
 * A lesson's sentence as it is said: articles in brackets and the marks of titles go, a number in brackets becomes
 * 电话 …, one word in brackets follows the word before it, spaces beside digits go.
 */
export const speakable = (text: string): string =>
  text
    .replace(/（[^（）]*第[^（）]*条[^（）]*）/g, '')
    .replace(/（(\d{3,5})）/g, '，电话$1')
    .replace(/（([^（），。；：、]{1,4})）/g, '、$1')
    .replace(/[《》]/g, '')
    .replace(/\s*(\d+)\s*/g, '$1')

/** The same words with every number digit by digit. */
export const asSaid = (text: string): string => text.replace(/\d+/g, spokenNumber)

/** Seconds it takes to read a text aloud, numbers digit by digit. */
export const secondsOf = (text: string): number => Math.round((lettersIn(asSaid(text)) / pace) * 60)

/**
 * What cannot be heard in a speakable text, a sentence each.
 * @param numbers hotlines: other digits must be written in words
 */
export const unheard = (text: string, numbers: Set<string>): string[] => [
  ...[...text.matchAll(/[（）()[\]/%A-Za-z]+/g)].map(
    ([sign]) => `“${sign}” cannot be said; write it in words`,
  ),
  ...[...text.matchAll(/\d+/g)]
    .filter(([number]) => !numbers.has(number))
    .map(([number]) => `“${number}”: expected a hotline of content/contacts, or the number in words`),
  ...sentences(text).flatMap((sentence) => {
    const stretch = sentence.split(/[，、：“”—…]/).find((part) => lettersIn(asSaid(part)) > longest.stretch)
    if (lettersIn(asSaid(sentence)) > longest.sentence)
      return [`“${sentence}” is too long to be heard: at most ${longest.sentence} characters`]
    return stretch ? [`“${stretch}” has no pause: at most ${longest.stretch} characters in one stretch`] : []
  }),
]
