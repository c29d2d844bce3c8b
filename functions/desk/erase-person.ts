import { fail, type Result } from '#domain/basics/result.ts'
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
}

/** The erasure list, stored apart from the database and its backups: a restore can repeat the erasures. */
export interface ErasureList {
  add(erasure: Erasure): Promise<void>
  all(): Promise<Erasure[]>
}

type ErasePorts = Pick<
  Ports<Pick<MaintenanceStore, 'openCase' | 'openById' | 'append'>>,
  'store' | 'clock'
> & { erasures: ErasureList }

const isThere = ({ events }: StoredCase, party: number): boolean =>
  events.some(({ kind, data }) => kind === 'party' && data.party === party)

/** Appends `erased` and deletes the person's rows. */
const erase = (
  { store }: Pick<ErasePorts, 'store'>,
  open: () => Promise<StoredCase | null>,
  { party, at }: Pick<Erasure, 'party' | 'at'>,
) =>
  appendEvent(store, open, () => ({ kind: 'erased', actor: 'console', at, acting: '', data: { party } }), {
    erased: party,
  })

/**
 * Erases a person. Writes the list first: if the database step fails, the next replay erases them.
 * @param party number of the person, 1 for the complainant
 */
export const erasePerson = async (
  { store, clock, erasures }: ErasePorts,
  number: string,
  party: number,
): Promise<Result<null, 'unknown' | 'noSuchPerson' | 'stale'>> => {
  const stored = await store.openCase(number)
  if (!stored) return fail('unknown')
  if (!isThere(stored, party)) return fail('noSuchPerson')
  const erasure = { caseId: stored.record.id, party, at: clock() }
  await erasures.add(erasure)
  return erase({ store }, () => store.openCase(number), erasure)
}

/**
 * Erases again all people whom a restored backup brought back. Runs before any request is served; it is idempotent.
 * @returns the number of people erased again
 */
export const replayErasures = async ({ store, clock, erasures }: ErasePorts): Promise<number> => {
  let erased = 0
  for (const { caseId, party } of await erasures.all()) {
    const stored = await store.openById(caseId)
    if (!stored || (await stored.keys.of(`party:${party}`)) === null) continue
    const done = await erase({ store }, () => store.openById(caseId), { party, at: clock() })
    if (done.ok) erased += 1
  }
  return erased
}
