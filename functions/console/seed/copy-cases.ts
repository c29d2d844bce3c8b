import { makeCaseNumber } from '#domain/filing/case-number.ts'
import { makeKeys } from '#keys'
import { forgetClosed } from './closed-days.ts'
import { type Copy, copyOf, readSource, type Source, uniqueSql } from './copy-case.ts'
import { rowInserter, tableCopier } from './copy-tables.ts'
import type { SeedDatabase } from './database.ts'
import { drawOf } from './draw.ts'
import type { Machine } from './machine.ts'
import type { Plan } from './read-plan.ts'
import { idOf } from './seed-cases.ts'

/**
 * Multiplies sample cases, for measurements with more of them than can be lived in the time: whole histories under new ids,
 * with new people, numbers and codes. Nothing but the number of cases tells how a county of that size would look.
 */

/** Cases of which one transaction stores all copies. */
const sourcesAtOnce = 20

const inserting = ({ sqlite }: SeedDatabase) => {
  const copyTables = tableCopier(sqlite)
  const [event, key, code, blind] = ['case_event', 'case_key', 'case_code', 'blind_index'].map((table) =>
    rowInserter(sqlite, table),
  )
  const isTaken = sqlite.prepare('SELECT 1 FROM cases WHERE number = ?')
  const freeNumber = (name: string, year: string): string => {
    const { random } = drawOf(`${name} number`)
    for (;;) {
      const number = makeCaseNumber(random, year, 6)
      if (!isTaken.get(number)) return number
    }
  }
  return (source: Source, name: string, { id, headHash, rows, keys, codes, blind: prints }: Copy): void => {
    copyTables(source.id, { id, number: freeNumber(name, source.year), headHash })
    for (const row of rows) event?.(row)
    for (const row of keys) key?.(row)
    for (const row of codes) code?.(row)
    for (const row of prints) blind?.(row)
  }
}

/**
 * Adds the copies that are missing of a plan: its cases from `lived` on.
 * @returns how many were added
 */
export const copyCases = async (
  database: SeedDatabase,
  { secrets, random }: Pick<Machine, 'secrets' | 'random'>,
  { cases, lived, random: county }: Plan,
  onProgress: (done: number) => void = () => {},
): Promise<number> => {
  if (cases <= lived) return 0
  const keys = makeKeys(secrets, random)
  const { sqlite, whole } = database
  const insert = inserting(database)
  const known = sqlite.prepare('SELECT 1 FROM cases WHERE id = ?')
  const isUnique = sqlite.prepare(uniqueSql)
  const sources = Array.from({ length: lived }, (_, place) => idOf(`${county} ${place}`)).filter(
    (id) => known.get(id) && !isUnique.get(id),
  )
  let added = 0
  for (let first = 0; first < sources.length; first += sourcesAtOnce)
    await whole(async () => {
      const before = added
      for (const [offset, id] of sources.slice(first, first + sourcesAtOnce).entries()) {
        const names: string[] = []
        for (let place = lived + first + offset; place < cases; place += sources.length)
          if (!known.get(idOf(`${county} ${place}`))) names.push(`${county} ${place}`)
        if (names.length === 0) continue
        const source = await readSource(sqlite, keys, id)
        const copies = await Promise.all(names.map((name) => copyOf(keys, source, name)))
        for (const [index, copy] of copies.entries()) insert(source, names[index] ?? '', copy)
        added += copies.length
        onProgress(lived + added)
      }
      if (added > before) forgetClosed(sqlite)
    })
  return added
}
