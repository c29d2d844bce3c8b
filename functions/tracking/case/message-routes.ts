import { type Context, Hono } from 'hono'
import { mayWrite, type WritingFault } from '#domain/following/writing.ts'
import { notTakenMessages, writingMessages } from '#domain/following/writing-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { fieldValue, filledForm, formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import { postedWords } from '../posted-words.ts'
import type { TrackingSession } from '../session.ts'
import { writeMessage } from '../write-message.ts'
import { callField, callIn, callWordsIn } from './call-fold.tsx'
import { afterField, fieldOf, messageField, messageLabel } from './message-form.tsx'
import { replyField } from './reply-form.tsx'
import { type ShowCase, showLostWords } from './show-case.tsx'

/** What was written, with the label of each field. */
const wordsIn = (form: PostedForm) => {
  const text = typedText(form, messageField)
  const message = text === '' ? [] : [{ name: messageField, label: messageLabel, text }]
  return [...message, ...callWordsIn(form)]
}

/** The same as one text: the message and the tick as they are, other fields with their labels. */
const asText = (form: PostedForm): string =>
  wordsIn(form)
    .map(({ name, label, text }) =>
      name === messageField || name === callField ? text : `${label}：${text}`,
    )
    .join('\n')

const errorsOf = (faults: WritingFault[]): FormError[] =>
  faults.map(({ field, code }) => ({ field: fieldOf[field], text: writingMessages[code] }))

/** A message of the holder that nobody asked for: /track/message. */
export const messageRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  /** Shows the words where they can be sent: in the form they came from, or as the reply that is waited for now. */
  const again = (
    c: Context,
    found: FollowedCase,
    form: PostedForm,
    status: 403 | 409 | 415 | 422,
    errors: FormError[],
  ) => {
    const error = errors[0]?.text ?? ''
    if (found.record.status === 'waiting') {
      const reply = formState(filledForm({ [replyField]: asText(form) }), [
        { field: replyField, text: error },
      ])
      return showCase(c, found, status, { reply })
    }
    if (!mayWrite(found.events, ports.clock()))
      return showCase(c, found, status, { unsent: { error, words: asText(form) } })
    return showCase(c, found, status, { message: { state: formState(form, errors), errors } })
  }
  const inMessage = (text: string): FormError[] => [{ field: messageField, text }]

  return new Hono()
    .get(actions.trackMessage, (c) => seeOther(c, actions.trackCase))
    .post(actions.trackMessage, async (c) => {
      const act = await postedWords(c, session, {
        wordsIn,
        again: (found, form, status, text) => again(c, found, form, status, inMessage(text)),
      })
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const written = await writeMessage(ports, followed, {
        text: typedText(form, messageField),
        call: callIn(form),
        from: addressPrefixes(ports.clientAddress(c.req.raw)),
        key: ['form', fieldValue(form, afterField)],
        perWords: true,
      })
      if (written.ok) return seeOther(c, `${actions.trackCase}#${notices.replied}`)
      const fault = written.error
      if (typeof fault !== 'string') return again(c, followed, form, 422, errorsOf(fault))
      const errors = inMessage(notTakenMessages[fault])
      if (fault === 'enough') return again(c, followed, form, 422, errors)
      const fresh = await session.open(c)
      if (!fresh.ok) return showLostWords(c, 403, 'ended', wordsIn(form))
      return again(c, fresh.value, form, 409, errors)
    })
}
