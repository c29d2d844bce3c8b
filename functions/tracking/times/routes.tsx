import { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { meetingFile } from '#domain/sessions/calendar-event.ts'
import { choiceMessages } from '#domain/sessions/choosing.ts'
import { timesOf } from '#domain/sessions/own-times.ts'
import { fieldValue, filledForm, formState } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { choose } from './choose.ts'
import { chooseField, noneField, TimesPage, timesTitle } from './page.tsx'

/** The times that were proposed and that are set, and the form to choose among them. */
const choosing = (ports: Ports<FollowingStore>, session: TrackingSession, showCase: ShowCase): Hono =>
  actRoutes(session, showCase, {
    path: actions.trackTimes,
    title: timesTitle,
    field: chooseField,
    elsewhere: toOwnCode,
    async show(followed, { typed, state, errors }) {
      const view = await viewOf(ports, followed)
      const said = view.times.open?.chosen ?? []
      const saidNone = view.times.open?.chosen?.length === 0
      return {
        main: (
          <TimesPage
            view={view}
            year={dayOf(ports.clock()).slice(0, 4)}
            state={!typed && saidNone ? formState(filledForm({ [noneField]: 'true' })) : state}
            chosen={typed ? (typed.get(chooseField) ?? []) : said}
            errors={errors}
          />
        ),
      }
    },
    async act(followed, form) {
      const chosen = form.get(chooseField) ?? []
      const none = fieldValue(form, noneField) === 'true'
      // Neither or both: what is meant is not known.
      if (none === chosen.length > 0) return fail({ status: 422, text: choiceMessages.required })
      const done = await choose(ports, followed, chosen, undefined)
      return done.ok
        ? ok(`${actions.trackCase}#${notices.times}`)
        : fail({ status: done.error === 'unknown' ? 422 : 409, text: choiceMessages[done.error] })
    },
  })

/** 什么时候谈: /track/times, and the file for a calendar. */
export const timesRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  new Hono().route('/', choosing(ports, session, showCase)).get(actions.trackTimesFile, async (c) => {
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
