import { normaliseWidth } from '#domain/basics/normalise.ts'
import { area, areaName, pathOf, unit } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'

/** Units and areas by the names that an old ledger has for them. */

/** The units whose cases the person sees, and their own, to which rows without a unit go. */
export interface Places {
  own: string
  units: readonly string[]
}

const countyName = county.areas.find(({ level }) => level === 'county')?.name ?? ''
/** Old ledgers write 村委会 for the committee that mediates in the village. */
const committees: readonly [RegExp, string][] = [
  [/人民调解委员会|调解委员会/gu, '调委会'],
  [/村?村(?:民委员|委)会/gu, '村调委会'],
  [/(?:社区)?居(?:民委员|委)会/gu, '社区调委会'],
]

const folded = (name: string): string =>
  committees
    .reduce(
      (text, [written, ours]) => text.replace(written, ours),
      normaliseWidth(name).replace(/[\s（）()、,，]/gu, ''),
    )
    .replace(new RegExp(`^${countyName}(?=.{3})`, 'u'), '')

/** The only one of a list. */
const only = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined)

/** The unit that a cell names, its own without one; undefined if none of the units is called so, or several are. */
export const unitIn = ({ own, units }: Places, typed: string | undefined): string | undefined => {
  if (typed === undefined) return own
  const name = folded(typed)
  const called = (test: (whole: string) => boolean) => units.filter((id) => test(folded(unit(id).name)))
  // A village by its name alone is its committee.
  const ofArea = units.filter((id) => {
    const { kind, area: place } = unit(id)
    return kind === 'people-mediation-committee' && area(place).name === name
  })
  return (
    only(called((whole) => whole === name)) ??
    only(ofArea) ??
    (name.length > 2 ? only(called((whole) => whole.endsWith(name) || name.endsWith(whole))) : undefined)
  )
}

const bare = (name: string): string => name.replace(/(?:村|社区|镇|乡|街道)$/u, '')

/** The area that a cell names: of the unit, or below; the unit's own area if it names none of them clearly. */
export const placeIn = (
  unitId: string,
  typed: string | undefined,
): { id: string; name: string; found: boolean } => {
  const own = area(unit(unitId).area)
  const name = normaliseWidth(typed ?? '').replace(/\s/gu, '')
  const inside = county.areas.filter(
    ({ id, mergedInto }) => !mergedInto && pathOf(id).some((step) => step.id === own.id),
  )
  const exact = inside.filter((one) => one.name === name || areaName(one.id).replace(/\s/gu, '') === name)
  // 青石镇柳湾村三组 names a town and a village: the lowest counts.
  const near = inside.filter((one) => bare(one.name).length > 1 && name.includes(bare(one.name)))
  const depth = (id: string) => pathOf(id).length
  const lowest = Math.max(0, ...near.map(({ id }) => depth(id)))
  const found =
    name === ''
      ? undefined
      : (only(exact.map(({ id }) => id)) ?? only(near.flatMap(({ id }) => (depth(id) === lowest ? id : []))))
  const id = found ?? own.id
  return { id, name: areaName(id), found: found !== undefined }
}
