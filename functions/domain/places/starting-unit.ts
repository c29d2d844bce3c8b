import type { Area, Unit } from '#domain/content/regions.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import { higher, type Level } from '#domain/words/levels.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'
import { county } from '#generated/county.ts'
import { area, areaAt, pathOf, unitOf } from './areas.ts'

/** The facts that decide where a case starts. */
export interface Beginning {
  track: Track
  category: Category
  region: string
  about: About
  danger: boolean
}

const firstLevel: Record<Track, Level> = {
  mediation: 'village',
  consult: 'village',
  tip: 'village',
  complaint: 'town',
  suggestion: 'town',
}

const levelAbove: Record<Exclude<About, 'none'>, Level> = {
  'grid-worker': 'village',
  'village-cadre': 'town',
  'town-staff': 'county',
  unknown: 'county',
  'county-staff': 'county',
}

const takesComplaints = (track: Track): boolean => track === 'complaint' || track === 'suggestion'

/** The kind of unit that takes on a case at a level: by track below the county, the centre at the county. */
const kindAt = (level: Level, { track, about, danger }: Beginning): UnitKind => {
  if (danger || (level === 'county' && about !== 'none')) return 'centre'
  return takesComplaints(track) ? 'government-office' : 'people-mediation-committee'
}

const professional = (category: Category, countyArea: Area): Unit | undefined =>
  county.units.find(
    (unit) =>
      unit.kind === 'professional-committee' &&
      unit.area === countyArea.id &&
      unit.categories?.includes(category),
  )

/**
 * The unit a new case starts at (rules.md R7). If danger and `about` both apply, the higher start wins; a
 * case about county staff goes to the petition office, whose cases no other county unit sees.
 */
export const startOf = (beginning: Beginning): Unit => {
  const { track, category, region, about, danger } = beginning
  const top = pathOf(region).at(-1) as Area
  if (about === 'county-staff') return must(unitOf(top.id, 'petition-office'), top, 'petition-office')
  const special =
    track === 'mediation' && !danger && about === 'none' ? professional(category, top) : undefined
  if (special) return special
  const aboutLevel = about === 'none' ? 'grid' : levelAbove[about]
  const wanted = higher(danger ? 'county' : firstLevel[track], aboutLevel)
  const place = areaAt(region, wanted)
  const kind = kindAt(place.level, beginning)
  return must(unitOf(place.id, kind), place, kind)
}

/**
 * Who does not see a new case, in words for the person who files it; undefined for a case that starts in the village and
 * is not about anybody there. All cases of the county have the same words, whether somebody is in danger or not (rules.md
 * R49); a case about county staff is at the petition office, which says so already.
 */
export const unseenBy = ({ area: place }: Unit, about: About): string | undefined => {
  if (about === 'county-staff') return '村里、镇上和县里别的单位看不到'
  const { level } = area(place)
  if (level === 'county') return '村里、镇上看不到'
  if (about === 'village-cadre') return '村里看不到'
  return about === 'grid-worker' ? '网格员看不到' : undefined
}

const must = (unit: Unit | undefined, area: Area, kind: UnitKind): Unit => {
  if (!unit) throw new Error(`content/regions.yaml: ${area.id} has no unit of kind ${kind}`)
  return unit
}
