import { type Context, Hono } from 'hono'
import { actions, notices } from '#domain/routes/site.ts'
import { denyMessages } from '#domain/spot/saying.ts'
import { errorTitle, filledForm, formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { postedWords } from '../posted-words.ts'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { denySpot } from './deny.ts'
import { denyField, denyLabel, SpotPage, spotTitle } from './page.tsx'

/** 没有这回事: /track/spot, of both sides of a record on the spot (docs/adr/0045-on-the-spot.md). */
export const spotRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono => {
  const show = async (
    c: Context,
    followed: FollowedCase,
    form: PostedForm,
    refused?: { status: 403 | 409 | 415 | 422; text: string },
  ) => {
    const errors = refused ? [{ field: denyField, text: refused.text }] : []
    const view = await viewOf(ports, followed)
    const main = <SpotPage view={view} state={formState(form, errors)} errors={errors} />
    const title = errorTitle(spotTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused?.status ?? 200)
  }
  /** Whoever gave the code has seen it: only a code of one's own says something about the record. */
  const elsewhere = (c: Context, { holder }: FollowedCase): Response | null =>
    holder.staffSaw ? seeOther(c, actions.trackNewCode) : null

  return new Hono()
    .get(actions.trackSpot, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      return elsewhere(c, found.value) ?? show(c, found.value, filledForm({}))
    })
    .post(actions.trackSpot, async (c) => {
      const act = await postedWords(c, session, {
        wordsIn: (form) => [{ label: denyLabel, text: typedText(form, denyField) }],
        again: (found, form, status, text) => show(c, found, form, { status, text }),
      })
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const away = elsewhere(c, followed)
      if (away) return away
      const done = await denySpot(ports, followed, typedText(form, denyField), undefined)
      if (done.ok) return seeOther(c, `${actions.trackCase}#${notices.denied}`)
      const status = done.error === 'tooLong' ? 422 : 409
      return show(c, followed, form, { status, text: denyMessages[done.error] })
    })
}
