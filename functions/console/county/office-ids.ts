import { idPattern } from '#domain/basics/id-pattern.ts'
import { normaliseWidth } from '#domain/basics/normalise.ts'
import type { Office } from '#domain/content/reference.ts'
import type { Unit } from '#domain/content/regions.ts'
import { idGiver } from './ids.ts'
import { unitRules } from './kinds.ts'
import type { Entry } from './office-row.ts'
import type { Fault } from './table.ts'

/** Ids of units and offices, which are kept for good, and rows that are the same. */

/** What a county had before: ids are kept. */
export interface EarlierOffices {
  units: readonly Unit[]
  offices: readonly Office[]
}

/** What makes two rows the same: one unit of a kind in an area, except offices and professional committees. */
const sameKey = ({ kind, area, name }: Entry): string =>
  kind.of === 'unit' && kind.kind !== 'professional-committee'
    ? `${kind.kind}/${area}`
    : `${kind.kind}/${area}/${name}`

/** The id that an entry had: of its kind in its area, by name where there are several. */
const earlierId = (entry: Entry, { units, offices }: EarlierOffices): string | undefined => {
  const { kind, area, name } = entry
  const alike = [...(kind.of === 'unit' ? units : offices)].filter(
    (one) => one.kind === kind.kind && one.area === area,
  )
  const byName = alike.find((one) => one.name === name)
  if (byName) return byName.id
  return kind.of === 'unit' && kind.kind !== 'professional-committee' ? alike[0]?.id : undefined
}

/** Gives each entry its id: the one of the table, the one it had, or a new one. */
export const giveIds = (
  file: string,
  entries: readonly Entry[],
  earlier: EarlierOffices,
  faults: Fault[],
): Map<Entry, string> => {
  const ids = new Map<Entry, string>()
  const stated = new Map<string, number>()
  for (const entry of entries) {
    const id = normaliseWidth(entry.row.cells.id) || earlierId(entry, earlier)
    if (!id) continue
    const { line } = entry.row
    if (!idPattern.test(id)) faults.push({ file, line, says: `编号“${id}”只能用小写字母、数字和单个横线` })
    if (stated.has(id)) faults.push({ file, line, says: `编号“${id}”和第 ${stated.get(id)} 行重复` })
    stated.set(id, line)
    ids.set(entry, id)
  }
  const give = idGiver([...stated.keys(), ...[...earlier.units, ...earlier.offices].map(({ id }) => id)])
  for (const entry of entries) {
    if (ids.has(entry)) continue
    const { kind, area, subjects } = entry
    const professional = kind.kind === 'professional-committee' && subjects[0]
    const end = professional || (kind.of === 'unit' ? unitRules[kind.kind].end : kind.kind)
    ids.set(entry, give(`${area}-${end}`))
  }
  return ids
}

/** A fault for each entry that stands there twice. */
export const doubles = (file: string, entries: readonly Entry[]): Fault[] => {
  const first = new Map<string, number>()
  return entries.flatMap((entry): Fault[] => {
    const { line } = entry.row
    const before = first.get(sameKey(entry))
    if (before !== undefined) return [{ file, line, says: `和第 ${before} 行重复：${entry.name}` }]
    first.set(sameKey(entry), line)
    return []
  })
}
