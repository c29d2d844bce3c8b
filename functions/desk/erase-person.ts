import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Ports } from '#ports'
import type { StoredCase } from '#store/ports/case.ts'
import type { MaintenanceStore } from '#store/ports/maintenance.ts'

/**
 * Erasing one person of a case (个人信息保护法 47): their key goes, and with it every word sealed under it, their code,
 * and what they are found by. The record and the chain stay (人民调解法 27).
 */

/** What was erased, as it stands outside the database: ids only. */
export interface Erasure {
  caseId: string
  party: number
  at: number
}

/** Kept apart from the database and its backups, so that a restored backup can be told what it must forget again. */
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

/** Appends `erased` and takes the person's rows away; tries once more when somebody was faster. */
const erase = async (
  { store }: Pick<Ports<Pick<MaintenanceStore, 'openCase' | 'openById' | 'append'>>, 'store'>,
  open: () => Promise<StoredCase | null>,
  { party, at }: Pick<Erasure, 'party' | 'at'>,
): Promise<boolean> => {
  for (let tries = 0; tries < 2; tries += 1) {
    const stored = await open()
    if (!stored) return false
    const { unit } = stored.record
    const event = { kind: 'erased', actor: 'console', at, unit, acting: '', data: { party } } as const
    if ((await store.append(stored, [event], { erased: party })) === 'appended') return true
  }
  return false
}

/**
 * Erases a person. The list comes first: what is in it and still in the database is erased at the next replay.
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
  return (await erase({ store }, () => store.openCase(number), erasure)) ? ok(null) : fail('stale')
}

/**
 * Erases again whom a restored backup brought back. Run before anything is served; running it twice changes nothing.
 * @returns how many people were erased again
 */
export const replayErasures = async ({ store, clock, erasures }: ErasePorts): Promise<number> => {
  let erased = 0
  for (const { caseId, party } of await erasures.all()) {
    const stored = await store.openById(caseId)
    if (!stored || (await stored.keys.of(`party:${party}`)) === null) continue
    if (await erase({ store }, () => store.openById(caseId), { party, at: clock() })) erased += 1
  }
  return erased
}
