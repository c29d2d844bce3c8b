import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { meetingFile } from '#domain/sessions/calendar-event.ts'
import { choiceMessages } from '#domain/sessions/choosing.ts'
import { timesOf } from '#domain/sessions/own-times.ts'
import { errorTitle, fieldValue, filledForm, formState, type PostedForm } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { choose } from './choose.ts'
import { chooseField, noneField, TimesPage, timesTitle } from './page.tsx'

/** 什么时候谈: /track/times, and the file for a calendar. */
export const timesRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const show = async (
    c: Context,
    followed: FollowedCase,
    form: PostedForm | null,
    refused?: { status: 409 | 422; text: string },
  ) => {
    const errors = refused ? [{ field: chooseField, text: refused.text }] : []
    const view = await viewOf(ports, followed)
    const said = view.times.open?.chosen ?? null
    const typed = form ?? filledForm(said?.length === 0 ? { [noneField]: 'true' } : {})
    const main = (
      <TimesPage
        view={view}
        year={dayOf(ports.clock()).slice(0, 4)}
        state={formState(typed, errors)}
        chosen={form ? (form.get(chooseField) ?? []) : (said ?? [])}
        errors={errors}
      />
    )
    const title = errorTitle(timesTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused?.status ?? 200)
  }
  /** A code that staff have seen chooses nothing. */
  const elsewhere = (c: Context, { holder }: FollowedCase): Response | null =>
    holder.staffSaw ? seeOther(c, actions.trackNewCode) : null

  return new Hono()
    .get(actions.trackTimes, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      return elsewhere(c, found.value) ?? show(c, found.value, null)
    })
    .get(actions.trackTimesFile, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      const { events, holder } = found.value
      const now = ports.clock()
      const [next] = timesOf(events, holder.party, now).planned
      if (!next) return seeOther(c, actions.trackTimes)
      const uid = events.find(({ seq }) => seq === next.seq)?.hash.slice(0, 24) ?? ''
      c.header('content-type', 'text/calendar; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="calendar.ics"')
      c.header('cache-control', 'no-store')
      return c.body(meetingFile(next, { uid, title: '约好的事' }, now))
    })
    .post(actions.trackTimes, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const away = elsewhere(c, followed)
      if (away) return away
      const chosen = form.get(chooseField) ?? []
      const none = fieldValue(form, noneField) === 'true'
      // Neither or both: what is meant is not known.
      if (none === chosen.length > 0)
        return show(c, followed, form, { status: 422, text: choiceMessages.required })
      const done = await choose(ports, followed, chosen, undefined)
      if (done.ok) return seeOther(c, `${actions.trackCase}#${notices.times}`)
      const { error } = done
      return show(c, followed, form, { status: error === 'unknown' ? 422 : 409, text: choiceMessages[error] })
    })
}
