import { Hono } from 'hono'
import { api } from '#domain/routes/site.ts'
import { aboutIds, abouts } from '#domain/words/about.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { levelIds, levels } from '#domain/words/levels.ts'
import { statuses, statusIds } from '#domain/words/statuses.ts'
import { trackIds, tracks } from '#domain/words/tracks.ts'
import { unitKindIds, unitKinds } from '#domain/words/unit-kinds.ts'
import { county } from '#generated/county.ts'

const listed = <Id extends string, T extends { name: string }>(ids: readonly Id[], words: Record<Id, T>) =>
  ids.map((id) => ({ id, ...words[id] }))

/** Every id of the contract with its name, from the lists the code itself uses. */
export const vocabulary = {
  tracks: listed(trackIds, tracks),
  categories: listed(categoryIds, categories),
  levels: listed(levelIds, levels),
  unitKinds: unitKindIds.map((id) => {
    const { name, makesAgreements } = unitKinds[id]
    return { id, name, makesAgreements }
  }),
  statuses: statusIds.map((id) => ({ id, name: statuses[id].name })),
  regions: county.areas.map(({ id, name, level, parent, mergedInto }) => ({
    id,
    name,
    level,
    parent: parent ?? null,
    ...(mergedInto && { mergedInto }),
  })),
  about: listed(aboutIds, abouts),
}

/** GET /api/v1/vocabulary. */
export const vocabularyApi = (): Hono => new Hono().get(api.vocabulary, (c) => c.json(vocabulary))
