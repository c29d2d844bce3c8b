import type { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { unconfirmedMessages } from '#domain/following/held-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import type { Held } from '#domain/words/held.ts'
import { fieldValue } from '#http/form.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { askHeld, cancelHeld } from './ask-held.ts'
import { cancelField, confirmField, HeldPage, heldWords } from './page.tsx'
import { heldPaths } from './pending.tsx'

/** A request that waits before it takes effect: its page, by which it is asked for and taken back. */
export const heldRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
  what: Held,
): Hono => {
  const path = heldPaths[what]
  return actRoutes(session, showCase, {
    path,
    title: heldWords[what].title,
    field: confirmField,
    elsewhere: toOwnCode,
    async show(followed, { state, errors }) {
      const view = await viewOf(ports, followed)
      return { main: <HeldPage {...{ what, view, state, errors }} now={ports.clock()} /> }
    },
    async act(followed, form) {
      if (fieldValue(form, cancelField) === 'true') {
        await cancelHeld(ports, followed, what, undefined)
        return ok(`${actions.trackCase}#${notices.kept}`)
      }
      if (fieldValue(form, confirmField) !== 'true')
        return fail({ status: 422, text: unconfirmedMessages[what] })
      const asked = await askHeld(ports, followed, what, undefined)
      // Pressed twice: the second press lands where the first one did. Otherwise the page says why not.
      const isHeld = asked.ok || asked.error === 'pending'
      return ok(isHeld ? `${actions.trackCase}#${notices.held}` : path)
    },
  })
}
