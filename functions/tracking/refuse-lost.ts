import type { Context } from 'hono'
import { lostReplies } from '#domain/filing/messages.ts'
import { problem } from '#http/problem.ts'

/** Why a form reaches no case: no session, or another case is open in this browser. */
export type WhyLost = keyof typeof lostReplies

/** Tells a script that its form reached no case; its page still has the words. */
export const refuseLost = (c: Context, status: 403 | 409 | 415, why: WhyLost): Response => {
  const { title } = lostReplies[why]
  return problem(c, { status, title, detail: `${title}。请从“进度”进来，填这件事的查询码，再交一次。` })
}
