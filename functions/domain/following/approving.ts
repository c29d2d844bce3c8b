import { lengths } from '#domain/basics/bounds.ts'
import { readText } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Side } from '#domain/history/events.ts'
import type { Draft } from '#domain/history/invitation.ts'
import { answerMessages } from '#domain/words/key-used.ts'

/** The complainant approves the exact words for the other side, or says what must change. */

/** Why they cannot now: they did not file; nothing waits for them; or other words were written since. */
export type ApprovalFault = 'side' | 'none' | 'changed'

/** Why the draft of this number cannot be answered; null if it can. */
export const approvalFault = (draft: Draft | null, seq: number, side: Side): ApprovalFault | null => {
  if (side === 'other') return 'side'
  if (draft?.state !== 'drafted') return 'none'
  return draft.seq === seq ? null : 'changed'
}

/** Reads what must change; it may be empty. */
export const readObjectionToDraft = (typed: string): Result<string, 'tooLong'> => {
  const text = readText(typed, lengths.reply)
  return text === null ? fail('tooLong') : ok(text)
}

export const approvalMessages: Record<ApprovalFault | 'required' | 'tooLong' | 'conflict' | 'stale', string> =
  {
    side: '这些话是给您的，不用在这里答。',
    none: '现在没有等您看的话。',
    changed: '办的人刚才改过，请先看新写的，再答。',
    tooLong: `写得太长了，最多 ${lengths.reply} 个字。`,
    ...answerMessages,
  }
