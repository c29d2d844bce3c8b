import { getCollection } from 'astro:content'
import { type Page, pages } from '#domain/routes/site.ts'
import { library } from '#generated/library.ts'
import type { SearchSource } from '../build-index.ts'
import { flat } from './fields.ts'

/** Pages that are not made from one entry: those with a text, and those that content/search.yaml has words for. */
export const ownPages = async (): Promise<SearchSource[]> => {
  const written = await getCollection('pages')
  const names = Object.keys(pages) as Page[]
  return names.flatMap((name) => {
    const { path, name: title } = pages[name]
    const entry = written.find(({ id }) => path === `/about/${id}/` || (id === 'about' && path === '/about/'))
    const tags = library.searchWords.pages[name] ?? []
    if (!entry && tags.length === 0) return []
    const says = entry?.data.summary ?? library.searchWords.says[name]
    if (!says) throw new Error(`content/search.yaml: says: expected a sentence for the page ${name}`)
    return {
      kind: 'page' as const,
      title: entry?.data.title ?? title,
      url: path,
      category: 'other' as const,
      tags: [title, ...tags],
      summary: says,
      text: `${says}\n${flat(entry?.body)}`,
    }
  })
}
