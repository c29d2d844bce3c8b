import { area, findArea, findUnit, pathOf, unit } from '#domain/places/areas.ts'
import type { About } from '#domain/words/about.ts'
import { type ListScope, mayHold } from './access.ts'

/**
 * Where a scope counts a case: below an area by the area right below it that has the desk, and in a town by the unit as well;
 * of a person by their unit. A unit that may not hold a case counts it nowhere (docs/how/access.md).
 * @returns `qingshi/qingshi-office`, `qingshi-liuwan`, a unit, or an empty text for scopes in which nothing is counted
 */
export const placeIn = (scope: ListScope, desk: string, about: About): string => {
  const [kind, home = ''] = scope.split(':')
  if (kind === 'staff') return mayHold(desk, about) ? desk : ''
  if (kind !== 'below') return ''
  const part = pathOf(unit(desk).area).find(({ parent }) => parent === home)
  if (!part) return ''
  return part.level === 'town' ? `${part.id}/${desk}` : part.id
}

/** A place by its text, or null if there is none of that name. */
export const findPlace = (text: string): string | null => {
  const [part = '', only, more] = text.split('/')
  if (more !== undefined || !findArea(part)) return null
  return only === undefined || findUnit(only) ? text : null
}

/** True if the case on a desk is counted at the place: an area, or a unit in it. */
export const isAt = (place: string, desk: string): boolean => {
  const [part = '', only] = place.split('/')
  return only === undefined ? pathOf(unit(desk).area).some(({ id }) => id === part) : only === desk
}

/** The name of a place. */
export const placeName = (place: string): string => {
  const [part = '', only] = place.split('/')
  return only === undefined ? area(part).name : unit(only).name
}
