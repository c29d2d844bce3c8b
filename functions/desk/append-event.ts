import { fail, type Result } from '#domain/basics/result.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { AppendStore } from '#store/ports/append.ts'
import type { StoredCase } from '#store/ports/case.ts'

/** How often a case is opened again because another request appended first. */
const tries = 2

/**
 * Opens a case and appends one event that depends on nobody having read it, so that it may follow any other event.
 * @param make the event for the case as it is now; its unit is the current desk unless `make` names another
 * @returns `unknown` if there is no such case, `stale` if other requests appended first each time
 */
export const appendEvent = async (
  { append }: Pick<AppendStore, 'append'>,
  open: () => Promise<StoredCase | null>,
  make: (stored: StoredCase) => Omit<NewEvent, 'unit'> & Partial<NewEvent>,
  change?: Parameters<AppendStore['append']>[2],
): Promise<Result<null, 'unknown' | 'stale'>> => {
  for (let left = tries; left > 0; left -= 1) {
    const stored = await open()
    if (!stored) return fail('unknown')
    const event: NewEvent = { unit: stored.record.unit, ...make(stored) }
    const appended = await append(stored, [event], change)
    if (appended.ok) return appended
  }
  return fail('stale')
}
