import type { Random } from '#domain/basics/random.ts'
import { addDays, dayOf, type Instant, startOfDay, weekday } from '#domain/basics/time.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Keys } from '#keys'
import type { Store } from '#store/create.ts'
import type { FileStore } from '#store/ports/files.ts'
import type { Draw } from './draw.ts'
import type { Life } from './life.ts'
import type { SampleMatter } from './matters.ts'
import type { Invented } from './people.ts'

/** What the acts of a sample case have at hand, and what they have done so far. */

/** The ports of the use-cases; their clock stands where the case is. */
export interface SeedPorts {
  store: Store
  keys: Keys
  /** Absent where nothing keeps files: no case has any then. */
  files: FileStore | undefined
  clock: () => Instant
  random: Random
  log: (entry: Record<string, unknown>) => void
}

/** One case while it is lived. */
export interface Living {
  ports: SeedPorts
  draw: Draw
  life: Life
  filer: Invented
  other: Invented
  category: Category
  matter: SampleMatter
  /** Where it is, if that is not drawn. */
  region?: string
  number: string
  /** The unit that has the case. */
  unit: string
  /** What the clock of the ports says. */
  now: Instant
  /** The codes of the complainant and of the other side. */
  codes: Map<number, string>
  /** When the meeting ends that was set last. */
  meetingEnds: Instant
  /** The result may ask units above for something: it was rated, or recorded on the spot. */
  mayAsk?: boolean
  /** Who must not act in it any more: they were taken off. */
  off: Set<string>
  staff: ReadonlyMap<string, readonly StaffMember[]>
}

/** Texts with what is drawn in them. */
export const filled = (text: string, draw: Draw, place: string): string =>
  text
    .replaceAll('{number}', String(draw.whole(2, 9)))
    .replaceAll('{month}', String(draw.whole(1, 12)))
    .replaceAll('{yuan}', String(draw.whole(3, 90) * 100))
    .replaceAll('{place}', place)

/**
 * An instant some days later, in the hours in which people work or, of a resident, are awake. What staff do on a weekend is
 * put off to Monday.
 */
export const later = (draw: Draw, now: Instant, days: number, isStaff: boolean): Instant => {
  const minutes = (from: number, to: number) => draw.whole(from * 60, to * 60 - 1)
  if (days === 0) return now + draw.whole(6, 90) * 60_000
  const day = addDays(dayOf(now), days)
  const wait = isStaff ? ([1, 0, 0, 0, 0, 0, 2][weekday(day)] ?? 0) : 0
  const minute = isStaff ? minutes(8.5, 17.5) : minutes(7, 22)
  return startOfDay(addDays(day, wait)) + minute * 60_000 + draw.whole(0, 59_999)
}

/** Who acts for a unit: always the same for one case, the lead where only a lead may. */
export const memberOf = (
  { staff, off, filer }: Living,
  unit: string,
  leads: boolean,
): StaffMember | undefined => {
  const all = (staff.get(unit) ?? []).filter(({ id }) => !off.has(id))
  const fitting = all.filter(({ role }) => (role === 'lead') === leads)
  const some = fitting.length > 0 ? fitting : all
  const index = [...filer.phone].reduce((sum, digit) => sum + digit.charCodeAt(0), 0)
  return some[index % some.length]
}
