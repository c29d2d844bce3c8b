import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { afterDay, dayOf, startOfDay } from '#domain/basics/time.ts'
import { scopesOf } from '#domain/desk/access.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import { type LookedAt, markDoubles, outcomesOf } from '#domain/importing/doubles.ts'
import { importedEvents } from '#domain/importing/import-events.ts'
import { judgeRows } from '#domain/importing/judge.ts'
import type { TakenRow } from '#domain/importing/judged-row.ts'
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

/** Says what becomes of each row of a ledger (the dry run). Nothing is stored. */
export const lookAt = async (
  { store, clock }: Pick<ImportPorts, 'store' | 'clock'>,
  member: StaffMember,
  { state, rows }: Ledger,
): Promise<LookedAt[]> => {
  const judged = judgeRows(rows, state, placesOf(member), dayOf(clock()))
  const marked = markDoubles(judged, ({ taken }) => rowText(taken))
  const asked = marked.flatMap(({ line, taken, not }) =>
    taken && !not ? [{ line, whole: rowText(taken), likes: likeTexts(taken), person: personOf(taken) }] : [],
  )
  const known = await store.knownRows(asked, scopesOf(member), member.id)
  return outcomesOf(marked, known, state.takeDoubtful)
}

/**
 * Stores the next rows of a ledger as cases: at most as many as one request can. What is stored already is left out, so
 * that it can be pressed again whatever happened.
 * @returns how many were stored
 */
export const importNext = async (
  ports: ImportPorts,
  member: StaffMember,
  ledger: Ledger,
): Promise<number> => {
  const looked = await lookAt(ports, member, ledger)
  const at = ports.clock()
  const next = looked
    .filter(({ outcome }) => outcome === 'fine' || outcome === 'doubtful')
    .slice(0, importBounds.perPress)
  const rows = next.flatMap(({ line, taken, open }) =>
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
