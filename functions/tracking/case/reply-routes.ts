import { type Context, Hono } from 'hono'
import { replyMessages } from '#domain/filing/messages.ts'
import { mayWrite } from '#domain/following/writing.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { filledForm, formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { hasReplied, replyToDesk } from '../answer-case.ts'
import { postedWords } from '../posted-words.ts'
import type { TrackingSession } from '../session.ts'
import { messageField } from './message-form.tsx'
import { replyField, replyLabel } from './reply-form.tsx'
import { type ShowCase, showLostWords } from './show-case.tsx'

/** The reply to a question of the desk: /track/reply. */
export const replyRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const toReplied = (c: Context) => seeOther(c, `${actions.trackCase}#${notices.replied}`)
  const wordsIn = (form: PostedForm) => [{ label: replyLabel, text: typedText(form, replyField) }]
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
      const act = await postedWords(c, session, {
        wordsIn,
        again: (found, form, status, text) => again(c, found, form, status, text),
      })
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const typed = typedText(form, replyField)
      const replied = await replyToDesk(ports, followed, typed)
      if (replied.ok) return toReplied(c)
      if (replied.error !== 'stale') return again(c, followed, form, 422, replyMessages[replied.error])
      const fresh = await session.open(c)
      if (!fresh.ok) return showLostWords(c, 403, 'ended', wordsIn(form))
      if (await hasReplied(fresh.value, typed)) return toReplied(c)
      return again(c, fresh.value, form, 409, replyMessages.stale)
    })
}
