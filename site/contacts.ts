import { type CollectionEntry, getCollection } from 'astro:content'
import type { Office } from '#domain/content/reference.ts'
import type { Area, Unit } from '#domain/content/regions.ts'
import { pages } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'

/** Telephone numbers for the pages: hotlines by heading, units and offices by area. */

export type HotlineEntry = CollectionEntry<'contacts'>

/** The headings of the hotlines, in their order on every page: danger first. */
export const hotlineHeadings = {
  emergency: '有危险，马上打',
  unsure: '不知道找谁',
  rights: '问法律、打官司',
  'work-and-money': '工钱、买东西、钱上的事',
  family: '妇女、孩子、心里难受',
  'daily-life': '水电路车、过日子',
  report: '举报、防骗',
} as const satisfies Record<HotlineEntry['data']['group'], string>

const groups = Object.keys(hotlineHeadings)

/** Every hotline, in the order of the headings. */
export const allHotlines = async (): Promise<HotlineEntry[]> =>
  (await getCollection('contacts')).sort(
    ({ data: a }, { data: b }) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order,
  )

/** The county and its towns: each has a page of telephone numbers. */
export const areasWithPages: Area[] = county.areas.filter(
  ({ level, mergedInto }) => (level === 'county' || level === 'town') && !mergedInto,
)

/** URL of the page of telephone numbers of an area. */
export const areaPath = ({ id }: Area): string => `${pages.contacts.path}${id}/`
/** URL of the printed contacts of an area. */
export const printPath = (area: Area): string => `${areaPath(area)}print/`

/** The areas directly below an area, without merged ones. */
export const areasBelow = ({ id }: Area): Area[] =>
  county.areas.filter(({ parent, mergedInto }) => parent === id && !mergedInto)

/** Units of the area itself, without those of the areas below it. */
export const unitsOf = ({ id }: Area): Unit[] => county.units.filter(({ area }) => area === id)
/** Offices of the area itself. */
export const officesOf = ({ id }: Area): Office[] => library.offices.filter(({ area }) => area === id)

const root = county.areas.find(({ level }) => level === 'county')

/** The county's offices of some kinds, in the order of `kinds`. */
export const countyOffices = (kinds: string[]): Office[] =>
  kinds.flatMap((kind) =>
    library.offices.filter((office) => office.kind === kind && office.area === root?.id),
  )

/** Names of the towns' offices of some kinds (派出所, 司法所), each once and without the town's name. */
export const townOffices = (kinds: string[]): string[] => {
  const towns = areasWithPages.filter(({ level }) => level === 'town')
  const names = kinds.flatMap((kind) =>
    towns.flatMap((town) =>
      officesOf(town)
        .filter((office) => office.kind === kind)
        .map(({ name }) => name.replace(town.name, '')),
    ),
  )
  return [...new Set(names)]
}

/** The person who answers a unit's telephone, with their role; undefined if nobody is named. */
export const personAt = (unit: Unit): string | undefined => {
  const person = library.people.find((one) => one.unit === unit.id)
  return person && `${person.role} ${person.name}`
}
