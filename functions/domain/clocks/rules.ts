import type { Instant } from '#domain/basics/time.ts'
import type { ClockRule } from '#domain/content/deadlines.ts'
import type { StartedClock } from '#domain/history/events.ts'
import type { Category } from '#domain/words/categories.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'
import { county } from '#generated/county.ts'
import { dutyFrom } from './duty.ts'

/** Which clocks (时限) an office owes: the rules of `content/deadlines.yaml` (rules.md R48). */

/** The facts that decide which rules apply to a case. */
export interface ClockFacts {
  track: Track
  category: Category
  unitKind: UnitKind
  matter?: Matter | undefined
  /** Did the person give their name or telephone number? */
  named?: boolean
  /** Is somebody in danger (rules.md R49)? */
  danger?: boolean
}

const among = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value))

const applies = (rule: ClockRule, facts: ClockFacts): boolean =>
  rule.tracks.includes(facts.track) &&
  among(rule.categories, facts.category) &&
  among(rule.unitKinds, facts.unitKind) &&
  among(rule.matters, facts.matter) &&
  (!rule.named || facts.named === true) &&
  (!rule.danger || facts.danger === true)

/**
 * The rules that apply to a case: for each duty (`owes`) the first that matches, so special rules come before
 * general ones.
 */
export const rulesFor = (facts: ClockFacts): ClockRule[] => {
  const owed = new Map<string, ClockRule>()
  for (const rule of county.clocks)
    if (!owed.has(rule.owes) && applies(rule, facts)) owed.set(rule.owes, rule)
  return [...owed.values()]
}

/**
 * A clock as an event stores it.
 * @param at when it starts; hours begin when somebody is on duty
 */
export const startedClock = ({ id, hours, days, workdays }: ClockRule, at: Instant): StartedClock =>
  hours
    ? { rule: id, hours, from: dutyFrom(county.duty, at) }
    : { rule: id, days: days as number, workdays: workdays ?? false }

/** The clocks an event starts at an instant, as stored in its data. */
export const startedBy = (kind: EventKind, facts: ClockFacts, at: Instant): StartedClock[] =>
  rulesFor(facts)
    .filter((rule) => rule.starts.includes(kind))
    .map((rule) => startedClock(rule, at))

/** A rule by id; undefined if the county removed it from its data. */
export const findRule = (id: string): ClockRule | undefined =>
  county.clocks.find((candidate) => candidate.id === id)

/** The rule's name as staff read it. */
export const staffNameOf = ({ staffName, name }: ClockRule): string => staffName ?? name

/** The rule's source as shown to residents: 《民法典》第…条, or the county's own rule. */
export const sourceOf = (rule: ClockRule): { article: string } | { countyRule: string } =>
  rule.article
    ? { article: county.articles[rule.article] as string }
    : { countyRule: rule.countyRule as string }
