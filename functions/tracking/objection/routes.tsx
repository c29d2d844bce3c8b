import { type Context, Hono } from 'hono'
import { objectionMessages } from '#domain/following/objection-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { endsCase } from '#domain/words/ends.ts'
import { errorTitle, filledForm, formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { postedWords } from '../posted-words.ts'
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
    const paper = view.acts.object === 'county' ? 'own-letter' : undefined
    return page(c, { title, current: 'track', main, paper }, refused?.status ?? 200)
  }

  return new Hono()
    .get(actions.trackObject, async (c) => {
      const found = await session.open(c)
      return found.ok ? show(c, found.value, filledForm({})) : session.leave(c)
    })
    .post(actions.trackObject, async (c) => {
      const act = await postedWords(c, session, {
        wordsIn: (form) => [{ label: objectionLabel, text: typedText(form, objectionField) }],
        again: (found, form, status, text) => show(c, found, form, { status, text }),
      })
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const text = typedText(form, objectionField)
      // The same words again are the same objection: the button was pressed twice.
      const end = followed.events.findLast(({ kind }) => endsCase(kind))?.seq ?? 0
      const done = await objectTo(ports, followed, text, ['form', String(end), text])
      if (done.ok) return seeOther(c, `${actions.trackObject}#${notices.replied}`)
      const isField = done.error === 'required' || done.error === 'tooLong'
      return show(c, followed, form, {
        status: isField ? 422 : 409,
        text: objectionMessages[done.error],
      })
    })
}
