import { type CollectionEntry, getCollection } from 'astro:content'
import { isPending } from '#domain/content/law.ts'
import { articleOrder, articlePath } from '#domain/routes/laws.ts'
import { pages } from '#domain/routes/site.ts'
import type { Category } from '#domain/words/categories.ts'
import { chineseDate, citations, type Text } from './library.ts'

/** Statutes and their articles, for the pages. */

export type LawEntry = CollectionEntry<'laws'>
type ArticleData = LawEntry['data']['articles'][string]

/** A statute, or a chapter of a long one: the content of one page. */
export interface LawPart {
  law: LawEntry
  /** The chapter's id; null if the statute is one page. */
  chapter: string | null
  name: string
  path: string
  category: Category
  articles: Article[]
}

/** An article with its statute, for links and quotations. */
export interface Article {
  /** `<law>-<number>`. */
  id: string
  law: LawEntry
  number: string
  article: ArticleData
  /** URL of its page, with the anchor. */
  path: string
}

/**
 * Whether readers are asked to check the current text themselves: it was copied from one source only (mark B) or
 * from an old one (C).
 */
export const mustBeChecked = ({ article }: Article): boolean => article.mark !== 'A'

/** What `mustBeChecked` tells the reader. */
export const checkAgain = '请到官方网站再核对一遍现行文本'

/** The day from which a law counts that was not yet in force when it was last compared; null: it counts. */
export const pendingFrom = (law: LawEntry): string | null =>
  isPending(law.data) ? chineseDate(new Date(law.data.effective)) : null

/** URL of the page of a statute. */
export const lawPath = (law: string): string => `${pages.laws.path}${law}/`

const partsOf = (law: LawEntry): LawPart[] => {
  const { short, category, chapters, articles } = law.data
  const base = lawPath(law.id)
  const whole = [{ id: null, name: short, from: '0', category, path: base }]
  const sections = chapters?.map((chapter) => ({ ...chapter, path: `${base}${chapter.id}/` })) ?? whole
  const sorted = Object.entries(articles).sort(([a], [b]) => articleOrder(a) - articleOrder(b))
  return sections.map(({ id, name, from, category: subject, path }, index) => {
    const end = articleOrder(sections[index + 1]?.from ?? 'Infinity')
    return {
      law,
      chapter: id,
      name,
      path,
      category: subject,
      articles: sorted
        .filter(([number]) => articleOrder(number) >= articleOrder(from) && articleOrder(number) < end)
        .map(([number, article]) => ({
          id: `${law.id}-${number}`,
          law,
          number,
          article,
          path: articlePath(`${law.id}-${number}`),
        })),
    }
  })
}

/** Statutes, sorted by short name. */
export const allLaws = async (): Promise<LawEntry[]> =>
  (await getCollection('laws')).sort((a, b) => a.data.short.localeCompare(b.data.short, 'zh-CN'))

let parts: LawPart[] | undefined

/** Every page with law, statute by statute. */
export const allParts = async (): Promise<LawPart[]> => {
  parts ??= (await allLaws()).flatMap(partsOf)
  return parts
}

let articles: Map<string, Article> | undefined

/** An article by its id, `<law>-<number>`; an unknown id stops the build. */
export const findArticle = async (id: string): Promise<Article> => {
  articles ??= new Map((await allParts()).flatMap((part) => part.articles.map((one) => [one.id, one])))
  const found = articles.get(id)
  if (!found) throw new Error(`article "${id}": expected an article in content/laws (<law>-<number>)`)
  return found
}

/** Article id → the texts that cite it. */
export const citedBy = (texts: Text[]): Map<string, Text[]> => {
  const cited = new Map<string, Text[]>()
  for (const text of texts)
    for (const id of new Set(citations(text))) cited.set(id, [...(cited.get(id) ?? []), text])
  return cited
}
