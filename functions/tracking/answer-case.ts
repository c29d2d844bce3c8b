import { lengths } from '#domain/basics/bounds.ts'
import { readText } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { clocksOf } from '#domain/clocks/clocks.ts'
import type { ReplyFault } from '#domain/filing/messages.ts'
import type { EventData } from '#domain/history/events.ts'
import type { Ports } from '#ports'
import type { NewEvent } from '#store/ports/append.ts'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { Session } from './open-case.ts'

/** What the holder of a code does with their case: answer what was asked, take a code of their own. */

type UseCasePorts = Pick<Ports<Pick<FollowingStore, 'append' | 'codeHash'>>, 'store' | 'clock'>

const holderOf = ({ holder }: FollowedCase) => `party:${holder.party}` as const

/** Answers what the desk asked; clocks that stood still run again, and the desk sees that there is an answer. */
export const replyToDesk = async (
  { store, clock }: UseCasePorts,
  followed: FollowedCase,
  typed: string,
): Promise<Result<null, ReplyFault>> => {
  const text = readText(typed, lengths.reply)
  if (text === null) return fail('tooLong')
  if (text === '') return fail('required')
  const { record, events, holder } = followed
  // Whoever else has seen the code could write in their name: first they take one of their own.
  if (record.status !== 'waiting' || holder.staffSaw) return fail('notAsked')
  const now = clock()
  const resumes = clocksOf(events, now).flatMap(({ state, rule }) => (state === 'paused' ? rule.id : []))
  const data: EventData = { to: ['desk'], ...(resumes.length > 0 && { resumes }) }
  const by = holderOf(followed)
  const done = await store.append(followed, [
    {
      kind: 'replied',
      actor: by,
      at: now,
      unit: record.unit,
      acting: '',
      data,
      scope: by,
      words: { text },
    } satisfies NewEvent<'replied'>,
  ])
  return done === 'appended' ? ok(null) : fail('stale')
}

/**
 * Makes a code that the holder has noted their own; the one that staff wrote down opens nothing any more. The old one
 * works until then, so that a lost answer locks nobody out.
 * @returns what a session of the new code hangs on, or null when there was nothing to replace
 */
export const useOwnCode = async (
  { store, clock }: UseCasePorts,
  followed: FollowedCase,
  trackingCode: string,
): Promise<Pick<Session, 'codeHash' | 'epoch'> | null> => {
  const { record, holder } = followed
  if (!holder.staffSaw) return null
  const codeHash = await store.codeHash(trackingCode)
  const { party } = holder
  const done = await store.append(
    followed,
    [
      {
        kind: 'code-replaced',
        actor: holderOf(followed),
        at: clock(),
        unit: record.unit,
        acting: '',
        data: { party },
      },
    ],
    { newCode: { from: holder, codeHash } },
  )
  return done === 'appended' ? { codeHash, epoch: holder.epoch + 1 } : null
}
