import { type Context, Hono } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import { addDays, type Day, dayOf, monday, startOfDay } from '#domain/basics/time.ts'
import { deskPages, meetingFilePath, minutesPath } from '#domain/routes/desk.ts'
import { meetingFile } from '#domain/sessions/calendar-event.ts'
import { bookedIn, sessionsIn } from '#domain/sessions/sessions.ts'
import { meetingForms } from '#domain/words/meetings.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { readCase } from '../case/read-case.ts'
import { ExpertHours } from '../consultations/page.tsx'
import { readConsultations } from '../consultations/read-day.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { CalendarPage, type Span } from './calendar-page.tsx'
import { MinutesPage } from './minutes-page.tsx'
import { placeIn } from './place-in.ts'
import { readCalendar } from './read-calendar.ts'

/** What the query asks for: today's meetings of the unit, unless it says otherwise. */
const spanIn = (c: Context, today: Day): Span => {
  const day = readDay(queryValue(c, 'day')) ?? today
  const own = queryValue(c, 'who') === 'me'
  return queryValue(c, 'span') === 'week' ? { day: monday(day), days: 7, own } : { day, days: 1, own }
}

/** /desk/calendar, and of one meeting the file for a calendar and the minutes to print. */
export const sessionRoutes = (ports: DeskCasePorts): Hono => {
  const readMeeting = async (c: Context) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'print')
    const id = c.req.param('id')
    return { view, session: view && sessionsIn(view.events).find((one) => String(one.id) === id) }
  }

  return new Hono()
    .get(deskPages.calendar.path, async (c) => {
      const today = dayOf(ports.clock())
      const span = spanIn(c, today)
      const from = startOfDay(span.day)
      const before = startOfDay(addDays(span.day, span.days))
      const meetings = await readCalendar(ports, memberOf(c), { from, before, own: span.own })
      const consultations = span.own ? [] : await readConsultations(ports, memberOf(c), { from, before })
      const main = (
        <CalendarPage
          {...{ span, today, meetings }}
          hours={(day) => (
            <ExpertHours day={day} list={consultations.filter(({ startAt }) => dayOf(startAt) === day)} />
          )}
          taken={(day) => consultations.some(({ startAt }) => dayOf(startAt) === day)}
        />
      )
      return deskPage(c, { title: deskPages.calendar.name, current: 'today', main })
    })
    .get(meetingFilePath(':number', ':id'), async (c) => {
      const { view, session } = await readMeeting(c)
      if (!view) return missingCase(ports, c)
      if (!session || !bookedIn(view.events).some(({ id }) => id === session.id)) return refuse(c, 'notFound')
      const uid = view.events.find(({ seq }) => seq === session.id)?.hash.slice(0, 24) ?? ''
      const text = meetingFile(
        session,
        {
          uid,
          title: `${meetingForms[session.form].name} ${view.number}`,
          place: placeIn(view, session).place,
        },
        ports.clock(),
      )
      c.header('content-type', 'text/calendar; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="meeting.ics"')
      c.header('cache-control', 'no-store')
      return c.body(text)
    })
    .get(minutesPath(':number', ':id'), async (c) => {
      const { view, session } = await readMeeting(c)
      if (!view) return missingCase(ports, c)
      if (!session || session.minutes.length === 0) return refuse(c, 'notFound')
      const main = <MinutesPage view={view} session={session} version={Number(queryValue(c, 'version'))} />
      return deskPage(c, {
        title: `${meetingForms[session.form].minutes} ${view.number}`,
        current: 'cases',
        paper: true,
        main,
      })
    })
}
