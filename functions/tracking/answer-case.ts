import { lengths } from '#domain/basics/bounds.ts'
import { readText } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { clocksOf, waitingRules } from '#domain/clocks/clocks.ts'
import type { ReplyFault } from '#domain/filing/messages.ts'
import type { EventData } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { parseWords } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { seenMark } from './append-act.ts'
import type { Session } from './open-case.ts'

/** Actions of the holder of a code: replying to the desk, and replacing the code with one of their own. */

type UseCasePorts = Pick<Ports<Pick<FollowingStore, 'append' | 'codeHash'>>, 'store' | 'clock'>

/**
 * True if the holder has sent these very words since the last question: the button was pressed twice, or the answer to
 * the first post was lost.
 */
export const hasReplied = async (followed: FollowedCase, typed: string): Promise<boolean> => {
  const text = readText(typed, lengths.reply)
  const by = followed.holder.scope
  const last = followed.events.findLast(({ kind }) => kind === 'asked' || kind === 'replied')
  if (last?.kind !== 'replied' || last.actor !== by) return false
  const json = (await followed.words([by], new Set([last.seq])))[0]?.json
  return json !== undefined && parseWords('replied', json)?.words.text === text
}

/** The plain facts of a reply: the clocks that resume with it. */
export const replyData = ({ events }: FollowedCase, now: Instant): EventData => {
  const resumes = waitingRules(clocksOf(events, now))
  return { to: ['desk'], ...(resumes.length > 0 && { resumes }) }
}

/** Replies to a question of the desk; paused clocks resume, and the desk sees that there is a reply. Words sent twice are stored once. */
export const replyToDesk = async (
  { store, clock }: UseCasePorts,
  followed: FollowedCase,
  typed: string,
): Promise<Result<null, ReplyFault>> => {
  const text = readText(typed, lengths.reply)
  if (text === null) return fail('tooLong')
  if (text === '') return fail('required')
  const { record } = followed
  if (await hasReplied(followed, text)) return ok(null)
  if (record.status !== 'waiting') return fail('notAsked')
  const now = clock()
  const by = followed.holder.scope
  return store.append(followed.whole, [
    {
      kind: 'replied',
      actor: by,
      at: now,
      unit: followed.whole.record.unit,
      acting: '',
      data: { ...replyData(followed, now), ...seenMark(followed.holder) },
      scope: by,
      words: { text },
    } satisfies NewEvent<'replied'>,
  ])
}

/**
 * Activates the new code that the holder has noted; the code that staff wrote down becomes invalid. It works until
 * then, so that a lost answer does not lock the holder out.
 * @returns the data of a session for the new code, or null if there was nothing to replace
 */
export const useOwnCode = async (
  { store, clock }: UseCasePorts,
  followed: FollowedCase,
  trackingCode: string,
): Promise<Pick<Session, 'codeHash' | 'epoch'> | null> => {
  const { holder } = followed
  if (!holder.staffSaw) return null
  const codeHash = await store.codeHash(trackingCode)
  const { party } = holder
  const done = await store.append(
    followed.whole,
    [
      {
        kind: 'code-replaced',
        actor: holder.scope,
        at: clock(),
        unit: followed.whole.record.unit,
        acting: '',
        data: { party },
      },
    ],
    { newCode: { party, trackingCode, staffSaw: false } },
  )
  return done.ok ? { codeHash, epoch: holder.epoch + 1 } : null
}
