import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'yaml'

/** A lesson or story, parsed into the parts the checks look at. */
export interface Text {
  /** Path below the project, for messages. */
  file: string
  kind: 'lesson' | 'story'
  data: Record<string, unknown>
  /** Everything after the front matter. */
  body: string
  /** `##` headings with their text, in order. */
  sections: { heading: string; body: string }[]
  /** Ids of the articles it quotes. */
  laws: string[]
  /** Ids of the limits it shows, in the text or in the summary of the lesson. */
  limits: string[]
}

const ids = (body: string, component: string): string[] =>
  [...body.matchAll(new RegExp(`<${component}\\s+id="([^"]+)"`, 'g'))].map(([, id]) => id as string)

/** Parses one MDX text; the schema of the collection validates its front matter. */
const parseText = (file: string, kind: Text['kind'], source: string): Text => {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  const data = (parse(yaml) ?? {}) as Record<string, unknown>
  const sections = body
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...rest] = part.split('\n')
      return { heading: heading.trim(), body: rest.join('\n') }
    })
  const named = Array.isArray(data['limits']) ? (data['limits'] as string[]) : []
  return {
    file,
    kind,
    data,
    body,
    sections,
    laws: ids(body, 'Law'),
    limits: [...new Set([...named, ...ids(body, 'Deadline')])],
  }
}

/** Every lesson and story below `content`, in the order of the files. */
export const readTexts = (content: string): Text[] =>
  (['lesson', 'story'] as const).flatMap((kind) =>
    globSync(join(content, kind === 'lesson' ? 'lessons/**/*.mdx' : 'stories/*.mdx'))
      .sort()
      .map((file) => parseText(relative(join(content, '..'), file), kind, readFileSync(file, 'utf8'))),
  )

/** The words a reader sees, without components, emphasis and list markers. */
export const prose = (body: string): string =>
  body
    .replace(/<[^>]*>/g, '')
    .replace(/[*_`#]/g, '')
    .replace(/^\s*(?:[-]|\d+\.)\s+/gm, '')

/** The text's own voice, without quotations between “ and ”. */
export const ownWords = (body: string): string => prose(body).replace(/“[^”]*”/g, '“”')

/** Sentences, without their closing punctuation. */
export const sentences = (words: string): string[] =>
  words
    .split(/[。！？；\n]|：(?=“)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0)
