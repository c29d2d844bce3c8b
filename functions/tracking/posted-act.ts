import type { Context } from 'hono'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type PostedForm, posted } from '#http/form.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { isForOther, type ShowCase } from './case/show-case.tsx'
import type { TrackingSession } from './session.ts'

const forOther =
  '这台设备后来查的是另一件事，或者换了别人的查询码，刚才按的没有算上。要接着办，请先退出查询，再用原来的查询码进来。'

/**
 * The case and the fields of a form without free text, of the page of a followed case.
 * @returns the answer to send instead if there is no session, or another tab has entered another code since
 */
export const postedAct = async (
  c: Context,
  session: TrackingSession,
  showCase: ShowCase,
): Promise<Result<{ form: PostedForm; followed: FollowedCase }, Response>> => {
  const form = await posted(c)
  if (!form.ok) return form
  const found = await session.open(c)
  if (!found.ok) return fail(session.lost(c))
  if (isForOther(form.value, found.value))
    return fail(await showCase(c, found.value, 409, { unsent: { error: forOther, words: '' } }))
  return ok({ form: form.value, followed: found.value })
}
