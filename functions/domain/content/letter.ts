import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { id, line } from './fields.ts'

/** A letter or form that a person prints and fills in by hand (`content/letters/<id>.yaml`). */
export const letterSchema = z.strictObject({
  title: z.string().min(2).max(20),
  /** Its purpose, in one sentence. */
  summary: z.string().min(4).max(60),
  /** Its main subject. */
  category: z.enum(categoryIds),
  /** About violence: hotlines come first. */
  sensitive: z.boolean(),
  /** Violence, abuse, bullying: each of its pages has a way to leave and a neutral title (rules.md R63). */
  exit: z.boolean().optional(),
  /** Valid only if written by hand from the first word to the last (民法典 1134): not to be printed and filled in. */
  byHand: z.boolean().optional(),
  /** Where to submit it. */
  where: line,
  /** How many copies, and who keeps them. */
  copies: line,
  /** What to bring. */
  bring: z.array(z.string().max(30)).max(6),
  /** Articles it is based on. */
  articles: z.array(id).min(1).max(9),
  /** How to fill it in, and common mistakes. */
  notes: z.array(line).min(2).max(6),
  /** The form: see `parseLetter`. */
  body: z.string().min(40),
  /** The day somebody last compared it with the law. */
  reviewed: z.coerce.date(),
})

/** A blank to fill in, with an example. */
export interface Blank {
  label: string
  example: string
}

/** A line of a letter: its kind, its text and its blanks. */
export interface LetterLine {
  kind: 'title' | 'heading' | 'item' | 'right' | 'line'
  parts: (string | Blank)[]
}

const marks: [string, LetterLine['kind']][] = [
  ['## ', 'heading'],
  ['# ', 'title'],
  ['- ', 'item'],
  ['> ', 'right'],
]

/** Splits a line into text and blanks; `{what goes here|the filled example}` is a blank. */
const partsOf = (text: string): LetterLine['parts'] =>
  text.split(/(\{[^{}]*\})/).flatMap((part): LetterLine['parts'] => {
    if (part === '') return []
    const [, label, example] = /^\{([^|]*)\|(.*)\}$/.exec(part) ?? []
    return label === undefined || example === undefined ? [part] : [{ label, example }]
  })

/** How the examples of letters call the county of the site; the county that comes with the software has this name. */
export const sampleCounty = '示例县'

/** The body of a letter whose examples name the county of the site, instead of another one. */
export const inCounty = (body: string, county: string): string => body.replaceAll(sampleCounty, () => county)

/**
 * Splits a letter's body into lines. `# ` is its title, `## ` a heading, `- ` an item, `> ` a right-aligned
 * line (signature, date); any other line is a paragraph.
 */
export const parseLetter = (body: string): LetterLine[] =>
  body
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const [mark = '', kind = 'line' as const] = marks.find(([sign]) => text.startsWith(sign)) ?? []
      return { kind, parts: partsOf(text.slice(mark.length)) }
    })

/** Width of a blank in characters: half as wide again as the example, for handwriting. */
export const roomFor = ({ example }: Blank): number => Math.ceil(example.length * 1.5)

/** Behind a blank, what must stay on its line: its unit, and the punctuation. */
const tailPattern = /^ *[年月日元岁]?(?:以前)? *[，。；、：）]*/

/**
 * Groups the parts of a line that stay together on a narrow screen: a blank with its unit and punctuation, and a whole
 * date. No line then begins with a comma, and year, month and day stand side by side.
 */
export const piecesOf = (parts: LetterLine['parts']): LetterLine['parts'][] => {
  const pieces: LetterLine['parts'][] = []
  for (const part of parts) {
    const piece = pieces.at(-1)
    const last = piece?.at(-1)
    if (typeof part !== 'string') {
      if (piece && typeof last === 'string' && /^ *[年月] *$/.test(last)) piece.push(part)
      else pieces.push([part])
      continue
    }
    const tail = piece && typeof last !== 'string' ? (tailPattern.exec(part)?.[0] ?? '') : ''
    if (tail !== '') piece?.push(tail)
    if (part !== tail) pieces.push([part.slice(tail.length)])
  }
  return pieces
}

/** True if the words beside a blank already say what goes into it: 年, or 电话：. */
export const isNamed = ({ label }: Blank, before: unknown, after: unknown): boolean =>
  (typeof after === 'string' && after.trim().startsWith(label)) ||
  (typeof before === 'string' && before.replace(/： *$/, '').endsWith(label))
