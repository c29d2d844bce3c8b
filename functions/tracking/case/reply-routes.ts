import { type Context, Hono } from 'hono'
import { replyMessages } from '#domain/filing/messages.ts'
import { mayWrite, type Typed } from '#domain/following/writing.ts'
import { notTakenMessages, writingMessages } from '#domain/following/writing-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import { hasReplied, replyToDesk } from '../answer-case.ts'
import { postedWords } from '../posted-words.ts'
import type { TrackingSession } from '../session.ts'
import { writeMessage } from '../write-message.ts'
import { callIn, callWordsIn } from './call-fold.tsx'
import { fieldOf, messageField } from './message-form.tsx'
import { replyField, replyLabel } from './reply-form.tsx'
import { type ShowCase, showLostWords } from './show-case.tsx'

/** The reply to a question of the desk: /track/reply. */
export const replyRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const toReplied = (c: Context) => seeOther(c, `${actions.trackCase}#${notices.replied}`)
  const wordsIn = (form: PostedForm) => [
    { label: replyLabel, text: typedText(form, replyField) },
    ...callWordsIn(form),
  ]
  const again = (
    c: Context,
    found: FollowedCase,
    form: PostedForm,
    status: 403 | 409 | 415 | 422,
    text: string,
    errors: FormError[] = [{ field: replyField, text }],
  ) => {
    // The desk went on meanwhile: the words stand in the form for a message, where they can be sent.
    if (found.record.status !== 'waiting' && mayWrite(found.events, ports.clock())) {
      const moved = errors.map((error) =>
        error.field === replyField ? { ...error, field: messageField } : error,
      )
      const state = formState(new Map([...form, [messageField, [typedText(form, replyField)]]]), moved)
      return showCase(c, found, status, { message: { state, errors: moved } })
    }
    return showCase(c, found, status, { reply: formState(form, errors) })
  }

  /** A reply that asks for a call, which says enough: taken as a message is, in answer to the question. */
  const withCall = async (c: Context, followed: FollowedCase, form: PostedForm, call: Typed['call']) => {
    const written = await writeMessage(ports, followed, {
      ...{ text: typedText(form, replyField), call, asReply: true, perWords: true },
      from: addressPrefixes(ports.clientAddress(c.req.raw)),
      key: ['reply', String(followed.events.findLast(({ kind }) => kind === 'asked')?.seq ?? 0)],
    })
    if (written.ok) return toReplied(c)
    const fault = written.error
    if (typeof fault === 'string') return again(c, followed, form, 409, notTakenMessages[fault])
    const errors = fault.map(({ field, code }) => ({
      field: field === 'text' ? replyField : fieldOf[field],
      text: writingMessages[code],
    }))
    return again(c, followed, form, 422, errors[0]?.text ?? '', errors)
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
      const call = callIn(form)
      if (call) return withCall(c, followed, form, call)
      const replied = await replyToDesk(ports, followed, typed)
      if (replied.ok) return toReplied(c)
      if (replied.error !== 'stale') return again(c, followed, form, 422, replyMessages[replied.error])
      const fresh = await session.open(c)
      if (!fresh.ok) return showLostWords(c, 403, 'ended', wordsIn(form))
      if (await hasReplied(fresh.value, typed)) return toReplied(c)
      return again(c, fresh.value, form, 409, replyMessages.stale)
    })
}
