import { fail, ok, type Result } from '#domain/basics/result.ts'
import { heldOf } from '#domain/clocks/held.ts'
import { partyScope } from '#domain/history/events.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Ports } from '#ports'
import type { StoredCase } from '#store/ports/case.ts'
import type { MaintenanceStore } from '#store/ports/maintenance.ts'
import { appendEvent } from './append-event.ts'

/**
 * Erasing one person of a case (个人信息保护法 47) deletes their key, which makes all words sealed under it
 * unreadable, their code, and the index rows by which they are found. The record and the chain stay (人民调解法 27).
 */

/** An entry of the erasure list, which is stored outside the database: ids only. */
export interface Erasure {
  caseId: string
  party: number
  at: number
  /** The person asked for it with their code: void if the history says that they took it back. */
  asked?: true
}

/** The erasure list, stored apart from the database and its backups: a restore can repeat the erasures. */
export interface ErasureList {
  add(erasure: Erasure): Promise<void>
  all(): Promise<Erasure[]>
}

/**
 * The list where there is no file: a line of the log, which is outside the database. A backup of the last seven days before
 * an erasure needs none, because it has the request, and the scheduler lets that take effect again.
 */
export const loggedErasures = (log: Ports['log']): ErasureList => ({
  add: async ({ caseId, party, at, asked }) =>
    log({ event: 'erasure', case: caseId, party, at, ...(asked && { asked: 'yes' }) }),
  all: async () => [],
})

type ErasePorts = Pick<
  Ports<Pick<MaintenanceStore, 'openCase' | 'openById' | 'append'>>,
  'store' | 'clock'
> & { erasures: ErasureList }

const isThere = ({ events }: StoredCase, party: number): boolean =>
  events.some(({ kind, data }) => kind === 'party' && data.party === party)

/** Everything of an erased person went with their key. */
const isErased = async ({ keys }: StoredCase, party: number): Promise<boolean> =>
  (await keys.of(partyScope(party))) === null

/** Appends `erased` and deletes the person's rows. */
const erase = (
  { store }: { store: Pick<MaintenanceStore, 'append'> },
  open: () => Promise<StoredCase | null>,
  { party, at }: Pick<Erasure, 'party' | 'at'>,
  actor: 'console' | 'system' = 'console',
) =>
  appendEvent(store, open, () => ({ kind: 'erased', actor, at, acting: '', data: { party } }), {
    erased: party,
  })

/** Erases a person who asked for it, once their request takes effect; the list first, as for `erasePerson`. */
export const eraseAsAsked = async (
  { store, erasures }: { store: Pick<MaintenanceStore, 'append'>; erasures: ErasureList },
  stored: StoredCase,
  { party, at }: Pick<Erasure, 'party' | 'at'>,
): Promise<void> => {
  await erasures.add({ caseId: stored.record.id, party, at, asked: true })
  await erase({ store }, async () => stored, { party, at }, 'system')
}

export type ErasureFault = 'unknown' | 'noSuchPerson' | 'erased' | 'stale'

/**
 * Looks for a person of a case, and changes nothing.
 * @param party number of the person, 1 for the complainant
 * @returns the case, or what is not there
 */
export const seekPerson = async (
  { store }: { store: Pick<MaintenanceStore, 'openCase'> },
  number: string,
  party: number,
): Promise<Result<StoredCase, Exclude<ErasureFault, 'stale'>>> => {
  const stored = await store.openCase(number)
  if (!stored) return fail('unknown')
  if (!isThere(stored, party)) return fail('noSuchPerson')
  return (await isErased(stored, party)) ? fail('erased') : ok(stored)
}

/**
 * Erases a person. Writes the list first: if the database step fails, the next replay erases them.
 * @param party number of the person, 1 for the complainant
 */
export const erasePerson = async (
  ports: ErasePorts,
  number: string,
  party: number,
): Promise<Result<null, ErasureFault>> => {
  const { store, clock, erasures } = ports
  const found = await seekPerson(ports, number, party)
  if (!found.ok) return found
  const erasure = { caseId: found.value.record.id, party, at: clock() }
  await erasures.add(erasure)
  return erase({ store }, () => store.openCase(number), erasure)
}

/**
 * True if a history shows that the person took their request back, or that it became void: the scheduler wrote the entry
 * while they did so. A backup that is older than the request shows neither.
 */
const wasTakenBack = ({ events }: StoredCase, party: number): boolean =>
  events.some(({ kind, data }) => eventRow(kind).asksFor === 'erase' && data.party === party) &&
  heldOf(events, party)?.what !== 'erase'

/**
 * Erases again all people whom a restored backup brought back. Runs before any request is served; it is idempotent.
 * @returns the number of people erased again
 */
export const replayErasures = async ({ store, clock, erasures }: ErasePorts): Promise<number> => {
  let erased = 0
  for (const { caseId, party, asked } of await erasures.all()) {
    const stored = await store.openById(caseId)
    if (!stored || (await isErased(stored, party))) continue
    if (asked && wasTakenBack(stored, party)) continue
    const done = await erase({ store }, () => store.openById(caseId), { party, at: clock() })
    if (done.ok) erased += 1
  }
  return erased
}
