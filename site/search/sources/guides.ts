import { stepsOf } from '#domain/content/guide.ts'
import { categories } from '#domain/words/categories.ts'
import { library } from '#generated/library.ts'
import { guidePath, situationPath } from '../../library.ts'
import type { SearchSource } from '../build-index.ts'
import { belonging, leaving } from './fields.ts'

/** Situations: the page that leads to everything of one. */
export const situations = (): SearchSource[] =>
  library.situations.map((one) => ({
    kind: 'page',
    title: one.ask,
    url: situationPath(one.id),
    category: one.category,
    tags: [one.name, categories[one.category].name],
    ...belonging([one.id]),
    summary: `${one.name}：法律怎么说、留什么证据、期限、打给谁`,
    text: `${one.ask}：法律怎么说、留什么证据、期限、打给谁、写什么材料。\n${one.evidence.join('；')}。`,
    ...leaving(one),
  }))

/** A guide by its first question, and each of its leaves. */
export const guides = (): SearchSource[] =>
  library.guides.flatMap((guide) => {
    const { title, category, summary } = guide
    const situation = library.situations.find(({ id }) => id === guide.situation)
    const leaves = stepsOf(guide).flatMap(({ leaf }) => leaf ?? [])
    return {
      kind: 'guide' as const,
      title,
      url: guidePath(guide.id),
      category,
      tags: [situation?.name ?? '', situation?.ask ?? '', '怎么办'],
      ...belonging([guide.situation]),
      summary,
      text: `${summary}。\n${[...new Set(leaves.map((leaf) => leaf.title))].join('。')}。`,
      ...leaving(guide),
    }
  })
