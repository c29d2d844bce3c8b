import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { type ApprovalFault, approvalFault, readObjectionToDraft } from '#domain/following/approving.ts'
import { draftIn } from '#domain/history/invitation.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** What the complainant answers about the words of one event. */
interface Answer {
  seq: number
  agree: boolean
  /** What must change; only if they do not agree. */
  text: string
}

/**
 * Stores whether the complainant approves the words for the other side.
 * @param key what makes a repeat the same
 */
export const answerDraft = async (
  ports: ActPorts,
  opened: FollowedCase,
  { seq, agree, text: typed }: Answer,
  key: string[] | undefined,
): Promise<Result<{ at: Instant }, ApprovalFault | 'tooLong' | 'conflict' | 'stale'>> => {
  const read = readObjectionToDraft(typed)
  if (!read.ok) return read
  const text = agree ? '' : read.value
  const body = JSON.stringify([seq, agree, text])
  return appendAct(ports, opened, 'invitation', { key, body }, ({ events, holder }, at) => {
    const draft = draftIn(events)
    const fault = approvalFault(draft, seq, holder.side)
    if (fault) return fail(fault)
    const data = { party: draft?.party ?? 0 }
    const answer = { at }
    if (agree) return ok({ event: { kind: 'invitation-approved', data }, answer })
    const words = { scope: holder.scope, words: { text } }
    return ok({ event: { kind: 'invitation-declined', data: { ...data, to: ['desk'] }, ...words }, answer })
  })
}
