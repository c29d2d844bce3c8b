import { addDays } from '#domain/basics/time.ts'
import { dayNumber, type Figures, figureDays, figuresBy, noFigures } from '#domain/desk/head-figures.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { CountsStore } from '#store/ports/counts.ts'
import type { StaffDirectory } from '../directory.ts'
import { listsOf } from '../lists/work-lists.ts'
import { countedBelow } from './counted-below.ts'

/** The figures of a head: of the places below, and of the people of their own unit. */

type HeadPorts = Pick<Ports<CountsStore>, 'store' | 'clock'>

/**
 * The figures of the places below a unit, in one round trip.
 * @param under a town of which the units are wanted; empty: the places right below
 * @returns what has been overdue longest first; nothing for a unit that has no list from below
 */
export const readPlaces = async (
  { store, clock }: HeadPorts,
  member: StaffMember,
  under = '',
): Promise<Figures[]> => {
  const scope = listsOf(member).find(({ id }) => id === 'below')?.scope
  if (!scope) return []
  const rows = await countedBelow(store, [scope], under, clock(), member.id)
  return figuresBy('place', rows, clock())
}

/** What a colleague has to do. */
export interface PersonFigures extends Figures {
  id: string
  name: string
}

/** Those who have nothing come last, in the order of their names. */
const order = (found: readonly Figures[], wanted: string): number =>
  (found.findIndex(({ key }) => key === wanted) + found.length + 1) % (found.length + 1)

/** The figures of everybody of the own unit who handles cases, those without any last. */
export const readPeople = async (
  { store, clock, directory }: HeadPorts & { directory: StaffDirectory },
  member: StaffMember,
): Promise<PersonFigures[]> => {
  const people = await directory.ofUnit(member.unit)
  const { today, monday } = figureDays(clock())
  const rows = await store.countedCases({
    ...{ scopes: people.map(({ id }) => `staff:${id}` as const), under: '', reader: member.id },
    ...{ dueUntil: dayNumber(addDays(today, 6)), filedFrom: dayNumber(monday) },
  })
  // A person who came from another unit may still have cases there: these are not this unit's.
  const here = rows.filter(({ place }) => place === member.unit)
  const found = figuresBy('scope', here, clock())
  return people
    .map(({ id, name }) => ({
      ...(found.find(({ key }) => key === `staff:${id}`) ?? noFigures(id)),
      ...{ id, name },
    }))
    .sort((one, other) => order(found, one.key) - order(found, other.key))
}
