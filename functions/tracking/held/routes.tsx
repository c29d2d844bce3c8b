import { type Context, Hono } from 'hono'
import { unconfirmedMessages } from '#domain/following/held-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import type { Held } from '#domain/words/held.ts'
import { errorTitle, fieldValue, filledForm, formState, type PostedForm } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
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
  const show = async (c: Context, followed: FollowedCase, form: PostedForm, error?: FormError) => {
    const errors = error ? [error] : []
    const view = await viewOf(ports, followed)
    const main = <HeldPage {...{ what, view, errors }} now={ports.clock()} state={formState(form, errors)} />
    const title = errorTitle(heldWords[what].title, error !== undefined)
    return page(c, { title, current: 'track', main }, error ? 422 : 200)
  }

  return new Hono()
    .get(path, async (c) => {
      const found = await session.open(c)
      if (found.ok && found.value.holder.staffSaw) return seeOther(c, actions.trackNewCode)
      return found.ok ? show(c, found.value, filledForm({})) : session.leave(c)
    })
    .post(path, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { form, followed } = act.value
      if (followed.holder.staffSaw) return seeOther(c, actions.trackNewCode)
      if (fieldValue(form, cancelField) === 'true') {
        await cancelHeld(ports, followed, what, undefined)
        return seeOther(c, `${actions.trackCase}#${notices.kept}`)
      }
      if (fieldValue(form, confirmField) !== 'true')
        return show(c, followed, form, { field: confirmField, text: unconfirmedMessages[what] })
      const asked = await askHeld(ports, followed, what, undefined)
      // Pressed twice: the second press lands where the first one did. Otherwise the page says why not.
      const isHeld = asked.ok || asked.error === 'pending'
      return seeOther(c, isHeld ? `${actions.trackCase}#${notices.held}` : path)
    })
}
