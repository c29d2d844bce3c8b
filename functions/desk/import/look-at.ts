import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { afterDay, dayOf, startOfDay } from '#domain/basics/time.ts'
import { scopesOf } from '#domain/desk/access.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import { type LookedAt, markDoubles, outcomesOf } from '#domain/importing/doubles.ts'
import { importedEvents } from '#domain/importing/import-events.ts'
import { judgeRows } from '#domain/importing/judge.ts'
import type { JudgedRow, TakenRow } from '#domain/importing/judged-row.ts'
import { likeTexts, rowText } from '#domain/importing/row-keys.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { ImportStore } from '#store/ports/importing.ts'
import { placesOf } from './places-of.ts'
import type { Ledger } from './read-ledger.ts'

type ImportPorts = Pick<Ports<Pick<ImportStore, 'knownRows' | 'importRows'>>, 'store' | 'clock' | 'log'>

/** Forms by which a name is found; where a cell has several people, each of them. */
const namesOf = (name: string): string[] => [
  ...new Set([name, ...name.split(/[、，,;；/]/u)].flatMap(findableNames)),
]

const personOf = ({ name, registeredOn }: TakenRow) =>
  name && registeredOn
    ? { names: namesOf(name), from: startOfDay(registeredOn), before: afterDay(registeredOn) }
    : undefined

const judgedRows = (now: number, member: StaffMember, { state, rows }: Ledger): JudgedRow[] =>
  markDoubles(judgeRows(rows, state, placesOf(member), dayOf(now)), ({ taken }) => rowText(taken))

/** What is known of rows: the costly part, a few fingerprints for each. */
const withKnown = async (
  { store }: Pick<ImportPorts, 'store'>,
  member: StaffMember,
  { state }: Ledger,
  rows: readonly JudgedRow[],
): Promise<LookedAt[]> => {
  const asked = rows.flatMap(({ line, taken, not }) =>
    taken && !not ? [{ line, whole: rowText(taken), likes: likeTexts(taken), person: personOf(taken) }] : [],
  )
  const known = await store.knownRows(asked, scopesOf(member), member.id)
  return outcomesOf(rows, known, state.takeDoubtful)
}

/** Says what becomes of each row of a ledger (the dry run). Nothing is stored. */
export const lookAt = (
  ports: Pick<ImportPorts, 'store' | 'clock'>,
  member: StaffMember,
  ledger: Ledger,
): Promise<LookedAt[]> => withKnown(ports, member, ledger, judgedRows(ports.clock(), member, ledger))

/** True for a row that is imported when the button is pressed. */
export const isNext = ({ outcome }: LookedAt): boolean => outcome === 'fine' || outcome === 'doubtful'

/** True for a row that is not stored, nor is a copy of one that is: it can be corrected, or imported yet. */
export const isLeft = (row: LookedAt): boolean =>
  isNext(row) || (row.outcome === 'not' && row.not?.code !== 'sameRow')

/** Rows that are looked up at once, at least: where many are imported already, a press does not ask for each. */
const fewest = 50

/**
 * The rows that one press stores.
 * @param from the line at which the page that was pressed on begins; what is before it was looked at there
 */
const nextRows = async (
  ports: Pick<ImportPorts, 'store' | 'clock'>,
  member: StaffMember,
  ledger: Ledger,
  from: number,
): Promise<LookedAt[]> => {
  const left = judgedRows(ports.clock(), member, ledger).filter(({ line, not }) => line >= from && !not)
  const next: LookedAt[] = []
  while (left.length > 0 && next.length < importBounds.perPress) {
    const some = left.splice(0, Math.max(fewest, importBounds.perPress - next.length))
    next.push(...(await withKnown(ports, member, ledger, some)).filter(isNext))
  }
  return next.slice(0, importBounds.perPress)
}

/**
 * Stores the next rows of a ledger as cases: at most as many as one request can. What is stored already is left out, so
 * that it can be pressed again whatever happened.
 * @param from the first line that may be stored
 * @returns how many were stored
 */
export const importNext = async (
  ports: ImportPorts,
  member: StaffMember,
  ledger: Ledger,
  from: number,
): Promise<number> => {
  const at = ports.clock()
  const rows = (await nextRows(ports, member, ledger, from)).flatMap(({ line, taken, open }) =>
    taken
      ? [
          {
            ...{ whole: rowText(taken), likes: likeTexts(taken) },
            events: importedEvents({ line }, taken, member, at, open && ledger.state.keepOpen),
            person: { names: namesOf(taken.name ?? ''), phones: findableNumbers(taken.phone ?? '') },
          },
        ]
      : [],
  )
  const stored = await ports.store.importRows(rows, dayOf(at).slice(0, 4))
  ports.log({ event: 'import', kind: 'stored', by: member.id, unit: member.unit, rows: stored })
  return stored
}
