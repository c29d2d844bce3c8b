import { allLaws, allParts, lawPath } from '../../laws.ts'
import type { SearchSource } from '../build-index.ts'
import { leaving } from './fields.ts'

/** Statutes by name, and every article. */
export const laws = async (): Promise<SearchSource[]> => [
  ...(await allLaws()).map((law) => ({
    kind: 'law' as const,
    title: `《${law.data.short}》`,
    url: lawPath(law.id),
    category: law.data.category,
    tags: [law.data.name],
    summary: '',
    text: law.data.name,
    ...leaving(law.data),
  })),
  ...(await allParts()).flatMap((part) =>
    part.articles.map(({ law, article, path }) => ({
      kind: 'law' as const,
      title: `《${law.data.short}》${article.number}`,
      url: path,
      category: part.category,
      tags: [],
      summary: article.plain ?? '',
      text: `${article.plain ?? ''}\n${article.text.join('\n')}`,
      ...leaving(law.data),
    })),
  ),
]
