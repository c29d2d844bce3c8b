import type { Level } from '#domain/words/levels.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'

/** The units that each area of a level must have, because a case can start there (rules.md R7). */
export const neededUnits: Partial<Record<Level, readonly UnitKind[]>> = {
  village: ['people-mediation-committee'],
  town: ['people-mediation-committee', 'government-office'],
  county: ['centre', 'petition-office', 'government-office', 'people-mediation-committee'],
}
