import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import type { EventData } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { Ports } from '#ports'
import type { CaseChange } from '#store/ports/append.ts'
import type { CodeHolder } from '#store/ports/case.ts'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { repeatOf } from './repeat.ts'

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

/** The event of an act, null if the case has it already; and what is answered to it. */
interface Act<Answer> {
  event: Omit<NewEvent, 'actor' | 'at' | 'unit' | 'acting'> | null
  answer: Answer
  /** What else changes with the event. */
  change?: CaseChange
}

/** The mark of what is done with a code that staff have seen. */
export const seenMark = ({ staffSaw }: Pick<CodeHolder, 'staffSaw'>): EventData =>
  staffSaw ? { codeSeen: true } : {}

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
  make: (
    followed: FollowedCase,
    at: Instant,
  ) => Result<Act<Answer>, Fault> | Promise<Result<Act<Answer>, Fault>>,
): Promise<Result<Answer, Fault | 'conflict' | 'stale'>> => {
  const { codeHash } = opened.holder
  const repeat = repeatOf<Answer>(store, key && [name, codeHash, ...key].join(':'), body)
  let followed: FollowedCase | null = opened
  for (let left = tries; left > 0 && followed; left -= 1) {
    const at = clock()
    const made = await make(followed, at)
    if (!made.ok) return (await repeat.earlier(at)) ?? made
    const { whole, holder } = followed
    const { event, answer, change } = made.value
    if (!event) return ok(answer)
    const by = { actor: holder.scope, at, unit: whole.record.unit, acting: '' } as const
    const data = { ...event.data, ...seenMark(holder) }
    const stored = await store.appendOnce(
      whole,
      [{ ...by, ...event, data }],
      repeat.receiptFor(answer, at),
      change,
    )
    if (stored.ok) return ok(answer)
    const before = stored.error === 'repeated' ? await repeat.earlier(at) : null
    if (before) return before
    followed = (await store.follow(codeHash, at)).found
  }
  return fail('stale')
}
