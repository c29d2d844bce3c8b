import { writeFileSync } from 'node:fs'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { library } from '#generated/library.ts'
import { buildTokens } from '../search/build-index.ts'
import { foldTable } from '../search/fold.ts'
import { pinyinTable } from '../search/pinyin.ts'
import { soundTable } from '../search/sounds.ts'
import { allSources } from '../search/sources/all.ts'

/** The search index, for the Worker, which reads it once, at the first question. */
export const GET = async (): Promise<Response> => {
  const sources = await allSources()
  // For `npm run eval:search`, which builds other indexes from the same documents; not part of the site.
  writeFileSync('functions/generated/search-sources.json', JSON.stringify(sources))
  const tokens = buildTokens(sources)
  const { slips, sounds, synonyms, weak, danger } = library.searchWords
  const index: SearchIndex = {
    docs: sources.map(({ tags: _tags, summary: _summary, said: _said, asked: _asked, ...doc }) => doc),
    tokens,
    fold: foldTable(Object.keys(tokens)),
    slips: Object.entries(slips),
    ...soundTable(sounds),
    pinyin: pinyinTable(sources, [...sounds, ...danger.flatMap(({ words = [] }) => words)]),
    synonyms: synonyms.map(({ say, mean }) => ({ say, mean })),
    weak,
    danger,
  }
  return new Response(JSON.stringify(index), { headers: { 'content-type': 'application/json' } })
}
