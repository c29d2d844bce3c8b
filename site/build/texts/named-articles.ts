import type { Articles } from './articles.ts'

interface TitleReader {
  /** 民法典第一百八十八条 → id. */
  byTitle: Map<string, string>
  /** The names of all statutes, each followed by an article number. */
  pattern: RegExp
}

const readers = new WeakMap<Articles, TitleReader>()

/** Created once for all texts, because the pattern contains the name of every statute. */
const titleReader = (articles: Articles): TitleReader => {
  const known = readers.get(articles)
  if (known) return known
  const byTitle = new Map(
    Object.entries(articles).map(([id, { title }]) => [title.replace(/[《》]/g, ''), id]),
  )
  const names = [
    ...new Set(
      [...byTitle.keys()].map((title) => title.replace(/第[零一二三四五六七八九十百千]+[条项].*$/, '')),
    ),
  ]
  names.sort((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(${names.map((name) => name.replace(/[()]/g, '\\$&')).join('|')})》?((?:第[零一二三四五六七八九十百千]+(?:条(?:之[一二三四五六七八九])?|项)[、和]?)+)`,
    'g',
  )
  const reader = { byTitle, pattern }
  readers.set(articles, reader)
  return reader
}

/**
 * Finds 民法典第一百八十八条 or 《民法典》第一百八十八条 in running text; returns article ids, and a fault
 * for each unknown article.
 */
export const namedArticles = (words: string, articles: Articles): { ids: string[]; faults: string[] } => {
  const { byTitle, pattern } = titleReader(articles)
  const ids: string[] = []
  const faults: string[] = []
  for (const { 1: law = '', 2: list = '' } of words.matchAll(pattern))
    for (const [number] of list.matchAll(
      /第[零一二三四五六七八九十百千]+(?:条(?:之[一二三四五六七八九])?|项)/g,
    )) {
      const id = byTitle.get(`${law}${number}`)
      if (id) ids.push(id)
      else faults.push(`${law}${number} is named but is not in content/laws`)
    }
  return { ids, faults }
}
