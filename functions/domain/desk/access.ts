import type { Unit } from '#domain/content/regions.ts'
import { area, pathOf, unit, unitOf } from '#domain/places/areas.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { About } from '#domain/words/about.ts'
import { type Level, rank } from '#domain/words/levels.ts'

/**
 * Who sees which case (docs/adr/0009-who-sees-what.md). A case is listed under scopes, decided only here; a
 * member of staff reads the scopes of their unit. A case that is listed under none of them does not exist for
 * them: not in lists, search, numbers or logs (rules.md R50).
 */

/**
 * `unit:<id>` one desk · `at:<area>` every desk of an area · `below:<area>` every desk below it ·
 * `staff:<id>` one person's own cases · `trace:<unit>` cases that a unit registered or handed on; it lists them, but
 * opens none · `lead:<id>` the cases one leader answers for (包案): nobody's list reads it, it carries the leader's id as
 * `staff:` carries the handler's · `recused:<id>` takes the case out of every list of one person (回避) ·
 * `above:<unit>` what the holder of a code asks of one unit above the desk; its staff still need one of the scopes above to
 * open the case.
 */
export type ListScope =
  | `unit:${string}`
  | `at:${string}`
  | `below:${string}`
  | `staff:${string}`
  | `trace:${string}`
  | `lead:${string}`
  | `recused:${string}`
  | `above:${string}`

/**
 * How far a unit sees beyond its own desk: a centre sees its area and everything below; committees and
 * offices of villages and towns see what is below; all others see only their own desk. No unit sees another
 * of the same level.
 */
export const reachOf = (place: Pick<Unit, 'kind' | 'area'>): 'own' | 'below' | 'around' => {
  if (place.kind === 'centre') return 'around'
  const sees = place.kind === 'people-mediation-committee' || place.kind === 'government-office'
  return sees && area(place.area).level !== 'county' ? 'below' : 'own'
}

/** Scopes under which the staff of a unit find cases. */
export const scopesOfUnit = (unitId: string): ListScope[] => {
  const home = unit(unitId)
  const reach = reachOf(home)
  return [
    `unit:${home.id}`,
    ...(reach === 'around' ? [`at:${home.area}` as const] : []),
    ...(reach === 'own' ? [] : [`below:${home.area}` as const]),
  ]
}

/** Scopes of one person; a person who only keeps accounts sees no case. */
export const scopesOf = (member: Pick<StaffMember, 'id' | 'unit' | 'role'>): ListScope[] =>
  roles[member.role].handles ? [...scopesOfUnit(member.unit), `staff:${member.id}`] : []

/** The lowest level that may know of a case, by the person it is about. */
const lowest: Record<Exclude<About, 'county-staff'>, Level> = {
  none: 'grid',
  'grid-worker': 'village',
  'village-cadre': 'town',
  'town-staff': 'county',
  unknown: 'county',
}

const mayKnow = (level: Level, about: About): boolean =>
  about !== 'county-staff' && rank(level) >= rank(lowest[about])

/** May a case about such a person be on the desk of this unit, or be shared with it? */
export const mayHold = (unitId: string, about: About): boolean => {
  const holder = unit(unitId)
  if (about === 'county-staff')
    return holder.kind === 'petition-office' && area(holder.area).level === 'county'
  return mayKnow(area(holder.area).level, about)
}

/** The facts that decide under which scopes a case is listed. */
export interface Listed {
  unit: string
  about: About
  /** Units that handle it together with the desk. */
  cohandlers: readonly string[]
  assignee: string | null
  /** Members of staff with a direct interest in it (信访工作条例 28). */
  recused: readonly string[]
  /** The leader who answers for it; absent where only access is asked. */
  lead?: string | null
}

/**
 * The scopes a case is listed under: its desk, the units it is shared with, and the levels above that may
 * know of it.
 */
export const scopesOfCase = ({
  unit: desk,
  about,
  cohandlers,
  assignee,
  recused,
  lead,
}: Listed): ListScope[] => {
  const own = [desk, ...cohandlers].filter((id) => mayHold(id, about)).map((id) => `unit:${id}` as const)
  const [here, ...above] = pathOf(unit(desk).area)
  // Only a centre reads these rows; without one nobody would.
  const around =
    here && mayKnow(here.level, about) && unitOf(here.id, 'centre') ? [`at:${here.id}` as const] : []
  const below = above.filter(({ level }) => mayKnow(level, about)).map(({ id }) => `below:${id}` as const)
  return [
    ...own,
    ...around,
    ...below,
    ...(assignee ? [`staff:${assignee}` as const] : []),
    ...(lead ? [`lead:${lead}` as const] : []),
    ...recused.map((id) => `recused:${id}` as const),
  ]
}

/** May everybody who sees this case know that a case about `about` exists? */
export const readersMayKnow = (listed: Listed, about: About): boolean => {
  const otherScopes = new Set<ListScope>(scopesOfCase({ ...listed, about }))
  return scopesOfCase(listed).every((scope) => otherScopes.has(scope))
}

/** The relation of a member of staff to a case. */
export type Relation = 'desk' | 'cohandler' | 'superior'

/** The relation, or null: then the case does not exist for them. */
export const relationTo = (
  member: Pick<StaffMember, 'id' | 'unit' | 'role'>,
  listed: Listed,
): Relation | null => {
  if (listed.recused.includes(member.id)) return null
  if (!roles[member.role].handles || !mayHold(member.unit, listed.about)) return null
  if (member.unit === listed.unit) return 'desk'
  if (listed.cohandlers.includes(member.unit)) return 'cohandler'
  const mine = new Set<string>(scopesOfUnit(member.unit))
  return scopesOfCase({ ...listed, assignee: null }).some((scope) => mine.has(scope)) ? 'superior' : null
}
