import type { Context } from 'hono'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { refusals } from '#domain/filing/messages.ts'
import { type PostedForm, posted } from '#http/form.ts'
import type { NotTaken } from '#http/refusals.tsx'
import type { FollowedCase } from '#store/ports/following.ts'
import type { KeptWord } from '#ui/kept-words.tsx'
import { isForOther, type LostStatus, showLostWords } from './case/show-case.tsx'
import type { TrackingSession } from './session.ts'

/** How a form with free text is read, and its texts kept where they cannot be taken. */
interface WordsForm {
  /** The texts in it, with the labels of their fields. */
  wordsIn: (form: PostedForm) => KeptWord[]
  /** Shows the form again, in a case that can still take it. */
  again: (
    followed: FollowedCase,
    form: PostedForm,
    status: LostStatus,
    text: string,
  ) => Response | Promise<Response>
}

/**
 * The case and the fields of a form with free text, of a page of a followed case.
 * @returns the answer to send instead, with the words, if there is no session, if another tab has entered another code
 *   since, or if the post is refused for what it is
 */
export const postedWords = async (
  c: Context,
  session: TrackingSession,
  { wordsIn, again }: WordsForm,
): Promise<Result<{ form: PostedForm; followed: FollowedCase }, Response>> => {
  const caseOf = async (form: PostedForm, refused?: NotTaken): Promise<Result<FollowedCase, Response>> => {
    const found = await session.open(c)
    const words = wordsIn(form)
    if (!found.ok) {
      // What another site wrote is not shown as if it were this person's.
      const isOwn = refused?.refusal !== 'origin' && words.some(({ text }) => text !== '')
      if (isOwn) return fail(await showLostWords(c, refused?.status ?? 403, 'ended', words))
      return fail(refused?.refusal === 'origin' ? session.leave(c) : session.lost(c))
    }
    return isForOther(form, found.value)
      ? fail(await showLostWords(c, refused?.status ?? 409, 'other', words))
      : found
  }
  const form = await posted(c, async (typed, why) => {
    const found = await caseOf(typed, why)
    return found.ok ? again(found.value, typed, why.status, refusals[why.refusal].text) : found.error
  })
  if (!form.ok) return form
  const found = await caseOf(form.value)
  return found.ok ? ok({ form: form.value, followed: found.value }) : found
}
