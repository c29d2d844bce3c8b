import { type Context, Hono } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { objectionMessages } from '#domain/following/objection-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { endsCase } from '#domain/words/ends.ts'
import { errorTitle, filledForm, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { isForOther, showLostWords } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { objectTo } from './object-to.ts'
import { ObjectionPage, objectionField, objectionLabel, objectionTitle } from './page.tsx'

/** 不满意: /track/object. */
export const objectionRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono => {
  const show = async (
    c: Context,
    followed: FollowedCase,
    form: PostedForm,
    refused?: { status: 403 | 409 | 415 | 422; text: string },
  ) => {
    const errors = refused ? [{ field: objectionField, text: refused.text }] : []
    const view = await viewOf(ports, followed)
    const main = <ObjectionPage {...{ view, errors }} now={ports.clock()} state={formState(form, errors)} />
    const title = errorTitle(objectionTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused?.status ?? 200)
  }
  const lost = (c: Context, status: 403 | 409 | 415, why: 'ended' | 'other', form: PostedForm) =>
    showLostWords(c, status, why, [{ label: objectionLabel, text: typedText(form, objectionField) }])

  return new Hono()
    .get(actions.trackObject, async (c) => {
      const found = await session.open(c)
      return found.ok ? show(c, found.value, filledForm({})) : session.leave(c)
    })
    .post(actions.trackObject, async (c) => {
      const form = await posted(c, async (typed, { refusal, status }) => {
        const found = await session.open(c)
        if (!found.ok)
          // What another site wrote is not shown as if it were this person's.
          return refusal === 'origin' || typedText(typed, objectionField) === ''
            ? session.leave(c)
            : lost(c, status, 'ended', typed)
        if (isForOther(typed, found.value)) return lost(c, status, 'other', typed)
        return show(c, found.value, typed, { status, text: refusals[refusal].text })
      })
      if (!form.ok) return form.error
      const text = typedText(form.value, objectionField)
      const found = await session.open(c)
      if (!found.ok) {
        return text === '' ? session.leave(c) : lost(c, 403, 'ended', form.value)
      }
      if (isForOther(form.value, found.value)) return lost(c, 409, 'other', form.value)
      // The same words again are the same objection: the button was pressed twice.
      const end = found.value.events.findLast(({ kind }) => endsCase(kind))?.seq ?? 0
      const done = await objectTo(ports, found.value, text, ['form', String(end), text])
      if (done.ok) return seeOther(c, `${actions.trackObject}#${notices.replied}`)
      const isField = done.error === 'required' || done.error === 'tooLong'
      return show(c, found.value, form.value, {
        status: isField ? 422 : 409,
        text: objectionMessages[done.error],
      })
    })
}
