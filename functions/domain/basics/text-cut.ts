/** Cutting text for a screen: never inside a character, never between a sentence and its closing quote. */

/** The first `most` characters (code points, as fields count them); half a surrogate pair would be shown as U+FFFD. */
export const cutText = (text: string, most: number): string => {
  // A code point has at most two units: a long text need not be taken apart whole.
  const signs = [...text.slice(0, 2 * most)]
  return signs.length > most || text.length > 2 * most ? signs.slice(0, most).join('') : text
}

/** A text of more than `most` characters, cut with room for …… at its end. */
export const shorten = (text: string, most: number): string =>
  cutText(text, most) === text ? text : `${cutText(text, most - 2)}……`

/** Sentences with what ends them; a quote or bracket that closes after it belongs to its sentence. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^。！？\n]*(?:[。！？]+[”’」』）》]*|\n|$)/gu)?.filter((sentence) => sentence !== '') ?? []
