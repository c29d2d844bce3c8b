import { receiptLife } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'

/** How the holder of a code adds to the history of their case. */

export type ActPorts = Pick<
  Ports<Pick<FollowingStore, 'appendOnce' | 'receipt' | 'follow'>>,
  'store' | 'clock'
>

/** How often a case is opened again because another request appended first. */
const tries = 3

/** What makes a repeat the same act: the parts of its key, none if each post is an act; and what was posted. */
interface Repeat {
  key: string[] | undefined
  body: string
}

/** The event of an act, and what is answered to it. */
interface Act<Answer> {
  event: Omit<NewEvent, 'actor' | 'at' | 'unit' | 'acting'>
  answer: Answer
}

/** The parts of a repeat's key for a key that a program sent; undefined if it sent none. */
export const apiKey = (key: string | undefined): string[] | undefined => (key ? ['api', key] : undefined)

/**
 * Appends one event of the holder, which may follow whatever others do at the same time. A repeat within a day gets the
 * first answer, whatever has happened since.
 * @param name of the act, so that one key may be used for several
 * @param make judges the act in the case as it is now
 * @returns the answer; the fault that `make` gives; `conflict`: the key was used for something else; `stale`: others
 *   changed the case each time
 */
export const appendAct = async <Answer extends object, Fault>(
  { store, clock }: ActPorts,
  opened: FollowedCase,
  name: string,
  { key, body }: Repeat,
  make: (followed: FollowedCase, at: Instant) => Result<Act<Answer>, Fault>,
): Promise<Result<Answer, Fault | 'conflict' | 'stale'>> => {
  const { codeHash } = opened.holder
  const receiptKey = key && [name, codeHash, ...key].join(':')
  const earlier = async (): Promise<Result<Answer, 'conflict'> | null> => {
    const receipt = receiptKey ? await store.receipt(receiptKey, body, clock()) : null
    if (!receipt) return null
    return receipt.sameBody && receipt.answer ? ok(receipt.answer as Answer) : fail('conflict')
  }
  let followed: FollowedCase | null = opened
  for (let left = tries; left > 0 && followed; left -= 1) {
    const at = clock()
    const made = make(followed, at)
    if (!made.ok) return (await earlier()) ?? made
    const { record, holder } = followed
    const { event, answer } = made.value
    const by = { actor: `party:${holder.party}`, at, unit: record.unit, acting: '' } as const
    const receipt = receiptKey ? { key: receiptKey, body, expiresAt: at + receiptLife, answer } : undefined
    const data = { ...event.data, ...(holder.staffSaw && { codeSeen: true as const }) }
    const stored = await store.appendOnce(followed, [{ ...by, ...event, data }], receipt)
    if (stored.ok) return ok(answer)
    const before = stored.error === 'repeated' ? await earlier() : null
    if (before) return before
    followed = (await store.follow(codeHash, at)).found
  }
  return fail('stale')
}
