import { type Context, Hono } from 'hono'
import { refusals, replyMessages } from '#domain/filing/messages.ts'
import { mayWrite } from '#domain/following/writing.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { filledForm, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { hasReplied, replyToDesk } from '../answer-case.ts'
import type { TrackingSession } from '../session.ts'
import { messageField } from './message-form.tsx'
import { replyField, replyLabel } from './reply-form.tsx'
import { isForOther, type ShowCase, showLostWords } from './show-case.tsx'

/** The reply to a question of the desk: /track/reply. */
export const replyRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const toReplied = (c: Context) => seeOther(c, `${actions.trackCase}#${notices.replied}`)
  const kept = (text: string) => [{ label: replyLabel, text }]
  const again = (
    c: Context,
    found: FollowedCase,
    form: PostedForm,
    status: 403 | 409 | 415 | 422,
    text: string,
  ) => {
    // The desk went on meanwhile: the words stand in the form for a message, where they can be sent.
    if (found.record.status !== 'waiting' && mayWrite(found.events, ports.clock())) {
      const errors = [{ field: messageField, text }]
      const state = formState(filledForm({ [messageField]: typedText(form, replyField) }), errors)
      return showCase(c, found, status, { message: { state, errors } })
    }
    return showCase(c, found, status, { reply: formState(form, [{ field: replyField, text }]) })
  }

  return new Hono()
    .get(actions.trackReply, (c) => seeOther(c, actions.trackCase))
    .post(actions.trackReply, async (c) => {
      const form = await posted(c, async (typed, { refusal, status }) => {
        const found = await session.open(c)
        const text = typedText(typed, replyField)
        if (!found.ok)
          // What another site wrote is not shown as if it were this person's.
          return refusal === 'origin' || text === ''
            ? session.leave(c)
            : showLostWords(c, status, 'ended', kept(text))
        if (isForOther(typed, found.value)) return showLostWords(c, status, 'other', kept(text))
        return again(c, found.value, typed, status, refusals[refusal].text)
      })
      if (!form.ok) return form.error
      const typed = typedText(form.value, replyField)
      const found = await session.open(c)
      if (!found.ok) {
        if (typed !== '') return showLostWords(c, 403, 'ended', kept(typed))
        return session.leave(c)
      }
      if (isForOther(form.value, found.value)) return showLostWords(c, 409, 'other', kept(typed))
      const replied = await replyToDesk(ports, found.value, typed)
      if (replied.ok) return toReplied(c)
      if (replied.error !== 'stale')
        return again(c, found.value, form.value, 422, replyMessages[replied.error])
      const fresh = await session.open(c)
      if (!fresh.ok) return showLostWords(c, 403, 'ended', kept(typed))
      if (await hasReplied(fresh.value, typed)) return toReplied(c)
      return again(c, fresh.value, form.value, 409, replyMessages.stale)
    })
}
