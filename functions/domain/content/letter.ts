import * as z from 'zod'
import { categoryIds } from '#domain/words/categories.ts'
import { id, line } from './fields.ts'

/** A letter or form a person prints and fills by hand (`content/letters/<id>.yaml`). */
export const letterSchema = z.strictObject({
  title: z.string().min(2).max(20),
  /** What it is for, in one sentence. */
  summary: z.string().min(4).max(60),
  /** Its main subject. */
  category: z.enum(categoryIds),
  /** About violence: help lines first. */
  sensitive: z.boolean(),
  /** Where to hand it in. */
  where: line,
  /** How many, and who keeps them. */
  copies: line,
  /** What to bring along. */
  bring: z.array(z.string().max(30)).max(6),
  /** Articles it rests on. */
  articles: z.array(id).min(1).max(9),
  /** How to fill it, and what goes wrong. */
  notes: z.array(line).min(2).max(6),
  /** The form: see `parseLetter`. */
  body: z.string().min(40),
  /** The day somebody last compared it with the law. */
  reviewed: z.coerce.date(),
})

/** A blank to fill, with what a filled one might say. */
export interface Blank {
  label: string
  example: string
}

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

/** Words and blanks of one line; `{what goes here|the filled example}` is a blank. */
const partsOf = (text: string): LetterLine['parts'] =>
  text.split(/(\{[^{}]*\})/).flatMap((part): LetterLine['parts'] => {
    if (part === '') return []
    const [, label, example] = /^\{([^|]*)\|(.*)\}$/.exec(part) ?? []
    return label === undefined || example === undefined ? [part] : [{ label, example }]
  })

/**
 * Cuts a letter's body into lines. `# ` is its title, `## ` a heading in it, `- ` an item, `> ` stands at the right
 * (signature, date); any other line is a paragraph.
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

/** Characters a blank must leave room for: the example's, and half as much again for a hand. */
export const roomFor = ({ example }: Blank): number => Math.ceil(example.length * 1.5)
