/**
 * The texts of documents: plain words with `{fact}` and `{law:<article id>}`. A paragraph that begins with “# ” is a
 * heading; `{lines:<count>}` alone is as many lines to write on.
 */

/** A piece of a text: words, the name of a fact, or the id of an article. */
export type TextPart = { words: string } | { fact: string } | { law: string }

const slot = /\{(law:)?([\w-]+)\}/g

/** The pieces of a text, in order; braces that name nothing stay words. */
export const partsOf = (text: string): TextPart[] => {
  const parts: TextPart[] = []
  let from = 0
  for (const found of text.matchAll(slot)) {
    if (found.index > from) parts.push({ words: text.slice(from, found.index) })
    const [all, law, name = ''] = found
    parts.push(law ? { law: name } : { fact: name })
    from = found.index + all.length
  }
  if (from < text.length) parts.push({ words: text.slice(from) })
  return parts
}

/** Names of the facts, and ids of the articles, that texts name. */
export const namedIn = (texts: readonly string[]): { facts: string[]; laws: string[] } => {
  const parts = texts.flatMap(partsOf)
  return {
    facts: [...new Set(parts.flatMap((part) => ('fact' in part ? part.fact : [])))],
    laws: [...new Set(parts.flatMap((part) => ('law' in part ? part.law : [])))],
  }
}

/** The number of lines that a paragraph asks for; null for one that is a text. */
export const linesIn = (text: string): number | null => {
  const [, count] = /^\{lines:(\d{1,2})\}$/.exec(text) ?? []
  return count === undefined ? null : Number(count)
}
