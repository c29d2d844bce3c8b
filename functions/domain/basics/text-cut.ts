/**
 * Cuts text for a screen: never inside a character, and never between a sentence and its closing quotation
 * mark.
 */

/**
 * The first `most` characters, counted in code points like fields; half a surrogate pair would be shown as
 * U+FFFD.
 */
export const cutText = (text: string, most: number): string => {
  // A code point has at most two code units, so a long text need not be split in full.
  const signs = [...text.slice(0, 2 * most)]
  return signs.length > most || text.length > 2 * most ? signs.slice(0, most).join('') : text
}

/** Cuts a text of more than `most` characters and ends it with ……, within `most` characters. */
export const shorten = (text: string, most: number): string =>
  cutText(text, most) === text ? text : `${cutText(text, most - 2)}……`

/**
 * Splits a text into sentences with their closing punctuation, including a closing quotation mark or bracket.
 */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^。！？\n]*(?:[。！？]+[”’」』）》]*|\n|$)/gu)?.filter((sentence) => sentence !== '') ?? []
