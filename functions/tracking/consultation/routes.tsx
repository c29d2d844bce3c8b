import { type Context, Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { dayOf, type Instant } from '#domain/basics/time.ts'
import { bookingFault, bookingMessages, findExpert, plannedIn } from '#domain/experts/consultations.ts'
import { mayWrite } from '#domain/following/writing.ts'
import { caseWords, wordsIn } from '#domain/history/words.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { meetingFile } from '#domain/sessions/calendar-event.ts'
import { errorTitle, fieldValue, filledForm, formState } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { ConsultationStore } from '#store/ports/sessions.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { bookConsultation, cancelConsultation } from './book.ts'
import { dropField, type ShownConsultation } from './booked.tsx'
import { ConsultationPage, consultationTitle, expertField, slotField } from './page.tsx'
import { readFree } from './read-free.ts'

type ConsultationPorts = Ports<FollowingStore & ConsultationStore>

/** What the holder has booked and is not over, with whom and where, which is sealed under their key. */
const readBooked = async (
  { record, events, holder, words }: FollowedCase,
  now: Instant,
  log: Ports['log'],
): Promise<ShownConsultation[]> => {
  const planned = plannedIn(events, now, holder.party)
  if (planned.length === 0) return []
  const seqs = new Set(planned.map(({ id }) => id))
  const opened = { words: caseWords(record.id, await words([holder.scope], seqs), log) }
  return planned.map((one) => {
    const said = wordsIn(opened, { seq: one.id, kind: 'consultation-booked' })
    return { ...one, expert: said?.expert ?? '', name: said?.name ?? '', place: said?.place ?? '' }
  })
}

/** 找专家问一问: /track/expert, and the file for a calendar. */
export const consultationRoutes = (
  ports: ConsultationPorts,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const show = async (
    c: Context,
    followed: FollowedCase,
    id: string,
    refused?: { status: 409 | 422; text: string },
  ) => {
    const now = ports.clock()
    const { events, holder, record } = followed
    const expert = findExpert(id)
    const errors = refused ? [{ field: slotField, text: refused.text }] : []
    const main = (
      <ConsultationPage
        number={record.number}
        year={dayOf(now).slice(0, 4)}
        booked={await readBooked(followed, now, ports.log)}
        expert={expert}
        free={expert ? await readFree(ports.store, expert, now) : []}
        closed={mayWrite(events, now) ? bookingFault(events, holder.party, now) : 'ended'}
        state={formState(filledForm({}), errors)}
        errors={errors}
      />
    )
    const title = errorTitle(consultationTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused?.status ?? 200)
  }
  /** A code that staff have seen books nothing: whom somebody consults is their own. */
  const elsewhere = (c: Context, { holder }: FollowedCase): Response | null =>
    holder.staffSaw ? seeOther(c, actions.trackNewCode) : null

  return new Hono()
    .get(actions.trackConsultation, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      return elsewhere(c, found.value) ?? show(c, found.value, queryValue(c, expertField))
    })
    .get(actions.trackConsultationFile, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      const { events, holder } = found.value
      const now = ports.clock()
      const [next] = plannedIn(events, now, holder.party)
      if (!next) return seeOther(c, actions.trackConsultation)
      const uid = events.find(({ seq }) => seq === next.id)?.hash.slice(0, 24) ?? ''
      c.header('content-type', 'text/calendar; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="calendar.ics"')
      c.header('cache-control', 'no-store')
      return c.body(meetingFile(next, { uid, title: '约好的事' }, now))
    })
    .post(actions.trackConsultation, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const away = elsewhere(c, followed)
      if (away) return away
      const drop = fieldValue(form, dropField)
      if (drop) {
        await cancelConsultation(ports, followed, Number(drop.slice(0, units.count)))
        // Cancelled, cancelled before or begun: the page says which.
        return seeOther(c, actions.trackConsultation)
      }
      const id = fieldValue(form, expertField).slice(0, units.short)
      const slot = fieldValue(form, slotField).slice(0, units.short)
      if (slot === '') return show(c, followed, id, { status: 422, text: bookingMessages.required })
      const done = await bookConsultation(ports, followed, id, slot)
      if (done.ok) return seeOther(c, `${actions.trackCase}#${notices.consultation}`)
      const { error } = done
      return show(c, followed, id, { status: error === 'unknown' ? 422 : 409, text: bookingMessages[error] })
    })
}
