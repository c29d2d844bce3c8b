import type { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { objectionMessages } from '#domain/following/objection-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { endsCase } from '#domain/words/ends.ts'
import { typedText } from '#http/form.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actRoutes } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { objectTo } from './object-to.ts'
import { ObjectionPage, objectionField, objectionLabel, objectionTitle } from './page.tsx'

/** 不满意: /track/object. */
export const objectionRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  actRoutes(session, showCase, {
    path: actions.trackObject,
    title: objectionTitle,
    field: objectionField,
    async show(followed, { state, errors }) {
      const view = await viewOf(ports, followed)
      return {
        main: <ObjectionPage view={view} now={ports.clock()} state={state} errors={errors} />,
        paper: view.acts.object === 'county' ? 'own-letter' : undefined,
      }
    },
    wordsIn: (form) => [{ label: objectionLabel, text: typedText(form, objectionField) }],
    async act(followed, form) {
      const text = typedText(form, objectionField)
      // The same words again are the same objection: the button was pressed twice.
      const end = followed.events.findLast(({ kind }) => endsCase(kind))?.seq ?? 0
      const done = await objectTo(ports, followed, text, ['form', String(end), text])
      if (done.ok) return ok(`${actions.trackObject}#${notices.replied}`)
      const isField = done.error === 'required' || done.error === 'tooLong'
      return fail({ status: isField ? 422 : 409, text: objectionMessages[done.error] })
    },
  })
