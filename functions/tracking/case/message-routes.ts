import { type Context, Hono } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { askedCall, mayWrite, type WritingFault } from '#domain/following/writing.ts'
import { notTakenMessages, writingMessages } from '#domain/following/writing-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { fieldValue, filledForm, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import type { TrackingSession } from '../session.ts'
import { writeMessage } from '../write-message.ts'
import { afterField, callField, callLabel, fieldOf, messageField, writtenFields } from './message-form.tsx'
import { replyField } from './reply-form.tsx'
import { isForOther, type ShowCase, showLostWords } from './show-case.tsx'

/** What was written, with the label of each field; the tick says as much as words. */
const wordsIn = (form: PostedForm) =>
  writtenFields.flatMap(({ name, label }) => {
    const typed = typedText(form, name)
    const text = name === callField && typed !== '' ? callLabel : typed
    return text === '' ? [] : [{ name, label, text }]
  })

/** The same as one text: the message and the tick as they are, other fields with their labels. */
const asText = (form: PostedForm): string =>
  wordsIn(form)
    .map(({ name, label, text }) =>
      name === messageField || name === callField ? text : `${label}：${text}`,
    )
    .join('\n')

const callIn = (form: PostedForm) =>
  askedCall(
    fieldValue(form, callField) === 'true',
    typedText(form, fieldOf['call.number']),
    typedText(form, fieldOf['call.when']),
  )

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
      const form = await posted(c, async (typed, { refusal, status }) => {
        const found = await session.open(c)
        const words = wordsIn(typed)
        if (!found.ok)
          // What another site wrote is not shown as if it were this person's.
          return refusal === 'origin' || words.length === 0
            ? session.leave(c)
            : showLostWords(c, status, 'ended', words)
        if (isForOther(typed, found.value)) return showLostWords(c, status, 'other', words)
        return again(c, found.value, typed, status, inMessage(refusals[refusal].text))
      })
      if (!form.ok) return form.error
      const words = wordsIn(form.value)
      const found = await session.open(c)
      if (!found.ok) {
        if (words.length > 0) return showLostWords(c, 403, 'ended', words)
        return session.leave(c)
      }
      if (isForOther(form.value, found.value)) return showLostWords(c, 409, 'other', words)
      const written = await writeMessage(ports, found.value, {
        text: typedText(form.value, messageField),
        call: callIn(form.value),
        from: addressPrefixes(ports.clientAddress(c.req.raw)),
        key: ['form', fieldValue(form.value, afterField)],
        perWords: true,
      })
      if (written.ok) return seeOther(c, `${actions.trackCase}#${notices.replied}`)
      const fault = written.error
      if (typeof fault !== 'string') return again(c, found.value, form.value, 422, errorsOf(fault))
      const errors = inMessage(notTakenMessages[fault])
      if (fault === 'enough') return again(c, found.value, form.value, 422, errors)
      const fresh = await session.open(c)
      if (!fresh.ok) return showLostWords(c, 403, 'ended', words)
      return again(c, fresh.value, form.value, 409, errors)
    })
}
