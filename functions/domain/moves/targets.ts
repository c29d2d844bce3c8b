import type { Area, Unit } from '#domain/content/regions.ts'
import { mayHold } from '#domain/desk/access.ts'
import { area, pathOf, unit, unitOf } from '#domain/places/areas.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import { rank } from '#domain/words/levels.ts'
import type { Track } from '#domain/words/tracks.ts'
import { type UnitKind, unitKinds } from '#domain/words/unit-kinds.ts'
import { county } from '#generated/county.ts'
import type { Target } from './move.ts'

/** The units a case can be transferred to from a desk, never one that must not know of it. */

const parentOf = (of: Area): Area | undefined => pathOf(of.id)[1]

const reaches: Record<Exclude<Target, 'sender' | 'cohandlers'>, (from: Unit, to: Unit) => boolean> = {
  // The same area, or a neighbour under the same parent.
  side: (from, to) => {
    const [here, there] = [area(from.area), area(to.area)]
    return (
      here.level === there.level &&
      here.parent === there.parent &&
      (to.kind === 'grid') === (from.kind === 'grid')
    )
  },
  // One level up, and from any area the county's professional committees, for their subjects, and its centre: were it out
  // of reach, only a case of danger could go there from a village (rules.md R49).
  above: (from, to) =>
    to.area === parentOf(area(from.area))?.id ||
    ((to.kind === 'professional-committee' || to.kind === 'centre') &&
      from.area !== to.area &&
      pathOf(from.area).some(({ id }) => id === to.area)),
  below: (from, to) => area(to.area).parent === from.area,
  any: (from, to) => reaches.side(from, to) || reaches.above(from, to) || reaches.below(from, to),
}

/** True if a kind of unit takes cases of a track; only offices take petitions (信访工作条例 22, 23). */
const takes = (kind: UnitKind, track: Track): boolean =>
  track !== 'complaint' || unitKinds[kind].takesPetitions

/** The facts of a case on which its targets depend. */
export interface TargetFacts {
  about: About
  track: Track
  category: Category
  /** The unit the desk got it from. */
  sender: string | null
}

/** True if a professional committee serves the subject; what staff filed under 其他 may belong to any. */
const serves = ({ kind, categories }: Unit, category: Category): boolean =>
  kind !== 'professional-committee' || category === 'other' || categories?.includes(category) === true

/** Whether a unit is a target. The sender is not among those beside and above: sending it back is a return. */
const isTarget =
  (
    target: Exclude<Target, 'cohandlers' | 'sender'>,
    from: Unit,
    { about, track, category, sender }: TargetFacts,
  ) =>
  (to: Unit): boolean =>
    to.id !== from.id &&
    !area(to.area).mergedInto &&
    reaches[target](from, to) &&
    mayHold(to.id, about) &&
    takes(to.kind, track) &&
    serves(to, category) &&
    !(to.id === sender && (target === 'side' || target === 'above'))

/** True if the case can go anywhere from this desk in this direction. */
export const hasTarget = (
  target: Exclude<Target, 'cohandlers'>,
  from: string,
  facts: TargetFacts,
): boolean =>
  target === 'sender' ? facts.sender !== null : county.units.some(isTarget(target, unit(from), facts))

/** True if no unit above the desk could ever take the case; who sent it counts as one. */
export const nobodyAbove = (from: string, facts: Omit<TargetFacts, 'sender'>): boolean =>
  !hasTarget('above', from, { ...facts, sender: null })

/** Units a case can be transferred to: the nearest level first, and there first those that do the same as the desk. */
export const targetsOf = (
  target: Exclude<Target, 'cohandlers'>,
  from: string,
  facts: TargetFacts,
): Unit[] => {
  if (target === 'sender') return facts.sender ? [unit(facts.sender)] : []
  const desk = unit(from)
  const here = rank(area(desk.area).level)
  const mediates = unitKinds[desk.kind].makesAgreements
  const distance = (to: Unit): number => Math.abs(rank(area(to.area).level) - here)
  const differs = (to: Unit): number => Number(unitKinds[to.kind].makesAgreements !== mediates)
  return county.units
    .filter(isTarget(target, desk, facts))
    .toSorted((one, other) => distance(one) - distance(other) || differs(one) - differs(other))
}

const deciders = ['centre', 'government-office', 'people-mediation-committee', 'petition-office'] as const

/**
 * The unit that decides if two units both refuse a case: their common superior (信访工作条例 24). It is the centre
 * of the lowest area above both, even if it is one of the two; otherwise an office or committee of an area above.
 */
export const commonSuperior = (one: string, other: string, about: About): Unit | undefined => {
  const under = new Set(pathOf(unit(other).area).map(({ id }) => id))
  const shared = pathOf(unit(one).area).filter(({ id }) => under.has(id))
  for (const { id } of shared)
    for (const kind of deciders) {
      const found = unitOf(id, kind)
      const beside = id === unit(one).area || id === unit(other).area
      if (found && mayHold(found.id, about) && (kind === 'centre' || !beside)) return found
    }
  return undefined
}
