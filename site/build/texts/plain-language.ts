import { isSecondForm, sectionOf } from './sections.ts'
import { prose, sentences, type Text } from './text.ts'

/**
 * What a reader with primary school follows, measured on lessons of the second form: the text's own length, its
 * sentences, and the moral. At 200 characters a minute read aloud, 700 characters are three and a half minutes.
 */

/** Characters of a lesson without its statutes, front matter left out. */
const longest = 700
/** Characters of a sentence; a semicolon ends one, as it does for somebody who reads aloud. */
const longestSentence = 38
/** Characters of the moral (一句话): it is said aloud in one breath. */
const longestMoral = 20

const letters = (words: string): number => words.replace(/[^\p{L}\p{N}]/gu, '').length

/** The moral: the one line set apart below the ending. */
const moralOf = (text: Text): string => /^> (.+)$/m.exec(sectionOf(text, '后来'))?.[1]?.trim() ?? ''

/** Faults of a lesson of the second form; none for other texts. */
export const hardToRead = (text: Text): string[] => {
  if (!isSecondForm(text)) return []
  const words = prose(text.body)
  const length = letters(words)
  const moral = moralOf(text)
  return [
    ...(length > longest ? [`${length} characters of its own text, at most ${longest}`] : []),
    ...(letters(moral) > longestMoral
      ? [`the moral has more than ${longestMoral} characters: ${moral}`]
      : []),
    ...sentences(words)
      .filter((sentence) => letters(sentence) > longestSentence)
      .map((sentence) => `“${sentence}” has ${letters(sentence)} characters, at most ${longestSentence}`),
  ]
}
