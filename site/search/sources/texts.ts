import { categories } from '#domain/words/categories.ts'
import { library } from '#generated/library.ts'
import { allLessons, allStories, textPath } from '../../library.ts'
import type { SearchSource } from '../build-index.ts'
import { belonging, flat, leaving } from './fields.ts'

const situationsWith = (field: 'lessons' | 'stories', id: string): string[] =>
  library.situations.filter((one) => one[field].includes(id)).map((one) => one.id)

/** Lessons and stories. */
export const texts = async (): Promise<SearchSource[]> =>
  [...(await allLessons()), ...(await allStories())].map((text) => ({
    kind: text.collection === 'lessons' ? 'lesson' : 'story',
    title: text.data.title,
    url: textPath(text),
    category: text.data.category,
    tags: [...text.data.tags, categories[text.data.category].name],
    ...belonging(situationsWith(text.collection, text.id)),
    summary: text.data.summary,
    text: `${text.data.summary}\n${flat(text.body)}`,
    ...(text.data.sensitive && { sensitive: true as const }),
    ...leaving(text.data),
  }))
