import { day } from '#domain/basics/bounds.ts'
import { addMonths, type Day, dayOf, type Instant, startOfDay } from '#domain/basics/time.ts'
import { makeKeys, type Secrets } from '#keys'
import { caseIds } from '#store/case-ids.ts'
import { createStore } from '#store/create.ts'
import { createFileStore } from '#store/files/create.ts'
import type { FileBox } from '#store/ports/files.ts'
import { createStaffStore } from '#store/staff/create.ts'
import { forgetClosed } from './closed-days.ts'
import type { Living, SeedPorts } from './context.ts'
import type { SeedDatabase } from './database.ts'
import { type Draw, drawOf } from './draw.ts'
import type { FirstCase } from './first-cases.ts'
import type { Life } from './life.ts'
import { type Lived, live } from './live.ts'
import { lives } from './lives.ts'
import type { Machine } from './machine.ts'
import { sampleSubjects } from './matters.ts'
import { drawFiler, inventPerson } from './people.ts'
import { ensureStaff, staffByUnit } from './staff.ts'

/** Fills the local database with sample cases (docs/how/seed.md). */

export interface SeedPlan {
  cases: number
  months: number
  /** Everything happened before this day. */
  until: Day
  /** Names the draw: another name is another county. */
  random: string
  /** The instant at which the sample ends, if it is not the beginning of `until`. */
  end?: Instant
  /** What the first cases are; absent: drawn like all others. */
  first?: readonly FirstCase[]
}

const endOf = ({ end, until }: SeedPlan): Instant => end ?? startOfDay(until)

export interface Seeded {
  /** Cases that were added, and those that were there. */
  added: number
  there: number
  /** Steps that were made, and how often a step was left out, by act and rule. */
  made: number
  left: Map<string, number>
}

/** Cases that are stored in one transaction: an interrupted run has all of these or none. */
const together = 50

/** Ports whose random source and clock are those of the case that is being lived. */
const portsFor = ({ d1 }: SeedDatabase, secrets: Secrets, box: FileBox | undefined) => {
  const current = { now: 0, ports: drawOf('none'), store: drawOf('none'), keys: drawOf('none') }
  const random = (bytes: number) => current.store.random(bytes)
  const keys = makeKeys(secrets, (bytes) => current.keys.random(bytes))
  const store = createStore(d1, keys, random)
  return {
    current,
    /** @param name of the case: the same name files a case with the same id, and seals with the same keys */
    ports: (name: string): SeedPorts => ({
      store: {
        ...store,
        file: (filing) => {
          // A number that is taken is drawn again; the id of the case stays the same.
          Object.assign(current, { store: drawOf(`${name} store`), keys: drawOf(`${name} keys`) })
          // Its id is the first of a store of its own.
          return createStore(d1, keys, random).file(filing)
        },
      },
      keys,
      files: box && createFileStore(d1, keys, random, box),
      clock: () => current.now,
      random: (bytes) => current.ports.random(bytes),
      log: (entry) => void entry,
    }),
  }
}

/** The id of the case with this name, which says whether it was added before. */
export const idOf = (name: string): string => caseIds(drawOf(`${name} store`).random)()

/** An evening or a working hour on some day of the months before `until`, a little more often in the later ones. */
const beginsAt = (draw: Draw, plan: SeedPlan): Instant => {
  const { months, until } = plan
  const [from, to] = [startOfDay(addMonths(until, -months)), endOf(plan)]
  const begins = startOfDay(dayOf(from + (to - from) * draw.share() ** 0.85))
  return Math.min(begins + draw.whole(7 * 60, 21 * 60) * 60_000 + draw.whole(0, 59_999), to - 1)
}

const subjectOf = (draw: Draw, { categories, begins }: Life) => {
  const fitting = sampleSubjects.filter(
    ({ category }) =>
      (categories?.includes(category) ?? true) && (begins !== 'spot' || category !== 'safety'),
  )
  const { category, matters } = draw.weighted(fitting)
  return { category, matter: draw.one(matters) }
}

/** How it goes on for somebody who was declined and files again. */
const secondOf = ({ id }: Life): string => (id === 'declined' ? 'asked-something' : id)

/**
 * Adds what is missing of the cases of a plan.
 * @param onProgress called after each stored part, with the number of cases that are there now
 */
export const seedCases = async (
  database: SeedDatabase,
  { secrets, box, now, random }: Machine,
  plan: SeedPlan,
  onProgress: (done: number) => void = () => {},
): Promise<Seeded> => {
  const { sqlite, d1, whole } = database
  await whole(() => ensureStaff(sqlite, now, random))
  // The people of these cases were asked from the beginning, not only since this database was made.
  sqlite
    .prepare('UPDATE rating_start SET at = min(at, ?)')
    .run(startOfDay(addMonths(plan.until, -plan.months)))
  const staff = await staffByUnit(createStaffStore(d1, random))
  const { current, ports } = portsFor(database, secrets, box)
  const known = sqlite.prepare('SELECT 1 FROM cases WHERE id = ?')
  const until = endOf(plan)
  const seeded: Seeded = { added: 0, there: 0, made: 0, left: new Map() }

  const liveOne = async (name: string, chosen: Partial<Living>, at?: Instant): Promise<Lived & Living> => {
    const draw = drawOf(`${name} life`)
    const life = chosen.life ?? draw.weighted(lives)
    current.ports = drawOf(`${name} ports`)
    const living: Living = {
      ...{ ports: ports(name), draw, life, staff, ...subjectOf(draw, life) },
      filer: drawFiler(draw, (index) => drawOf(`${plan.random} person ${index}`)),
      other: inventPerson(draw),
      ...{ number: '', unit: '', meetingEnds: 0, off: new Set(), codes: new Map() },
      ...chosen,
      get now() {
        return current.now
      },
      set now(instant: Instant) {
        current.now = instant
      },
    }
    living.now = at ?? beginsAt(draw, plan)
    const lived = await live(living, until)
    seeded.added += 1
    seeded.made += lived.made
    for (const why of lived.left) seeded.left.set(why, (seeded.left.get(why) ?? 0) + 1)
    return Object.assign(living, lived)
  }

  const chosenAt = (place: number): [Partial<Living>, Instant?] => {
    const chosen = plan.first?.[place]
    if (!chosen) return [{}]
    const { life, region, daysAgo } = chosen
    return [{ life, region }, until - daysAgo * day]
  }

  for (let next = 0; next < plan.cases; ) {
    await whole(async () => {
      const before = seeded.added
      for (const last = Math.min(next + together, plan.cases); next < last; next += 1) {
        const name = `${plan.random} ${next}`
        if (known.get(idOf(name))) {
          seeded.there += 1
          continue
        }
        const { again, filer, category, matter, life } = await liveOne(name, ...chosenAt(next))
        if (again === null || next + 1 >= plan.cases) continue
        next += 1
        const second = lives.find(({ id }) => id === secondOf(life)) ?? life
        await liveOne(`${plan.random} ${next}`, { filer, category, matter, life: second }, again)
      }
      if (seeded.added > before) forgetClosed(sqlite)
    })
    onProgress(next)
  }
  return seeded
}
