import { complainant } from '#domain/history/events.ts'
import { isUnopened } from '#domain/history/received.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'

/**
 * The case with its answer about to be shown: the first time is an event, from which the days for a review run (信访工作条例
 * 35). Only where the answer is shown; whoever writes or gives a file by a program has not read it. A code that staff have
 * seen may be in their hands, and their word begins no period.
 */
export const openAnswer = async (
  { store, clock }: Pick<Ports<Pick<FollowingStore, 'append' | 'follow'>>, 'store' | 'clock'>,
  followed: FollowedCase,
): Promise<FollowedCase> => {
  const { record, events, holder } = followed
  const opens =
    record.track === 'complaint' && holder.scope === complainant && !holder.staffSaw && isUnopened(events)
  if (!opens) return followed
  const at = clock()
  await store.append(followed.whole, [
    { kind: 'answer-opened', actor: complainant, at, unit: record.unit, acting: '', data: {} },
  ])
  return (await store.follow(holder.codeHash, at)).found ?? followed
}
