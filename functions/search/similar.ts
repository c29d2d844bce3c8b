import type { SearchDoc, SearchIndex } from '#domain/search/search-index.ts'
import type { Similar, SimilarText } from '#domain/search/similar.ts'
import type { Category } from '#domain/words/categories.ts'
import { ranked } from './answer.ts'
import { excerptOf } from './excerpt.ts'

/** Lessons and stories that resemble a matter, from the search index. */

const most = 3

const isText = ({ kind }: SearchDoc): boolean => kind === 'lesson' || kind === 'story'

const shape = (doc: SearchDoc): SimilarText => ({
  kind: doc.kind === 'story' ? 'story' : 'lesson',
  title: doc.title,
  url: doc.url,
  summary: excerptOf(doc),
})

/** At most three, lessons before stories, with at least one story if there is one. */
const choose = (docs: SearchDoc[]): SimilarText[] => {
  const lessons = docs.filter(({ kind }) => kind === 'lesson')
  const stories = docs.filter(({ kind }) => kind === 'story').slice(0, 1)
  return [...lessons.slice(0, most - stories.length), ...stories].map(shape)
}

/** Finds similar texts. If the index is missing, finds none: forms still work without suggestions. */
export const similarFinder = (index: () => Promise<SearchIndex | undefined>): Similar => {
  return {
    byWords: async (words: string, category: Category) => {
      const loaded = await index()
      if (!loaded) return []
      const found = ranked(loaded, words).filter(({ doc }) => isText(doc) && doc.category === category)
      return choose(found.map(({ doc }) => doc))
    },
    bySubject: async (category: Category) =>
      choose(
        ((await index())?.docs ?? []).filter(
          (doc) => isText(doc) && doc.category === category && !doc.sensitive,
        ),
      ),
  }
}
