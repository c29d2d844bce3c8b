import { dayOf, spokenDay, spokenTime } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions, notices } from '#domain/routes/site.ts'

/** 12 月 3 日（周四）14:30, with the year if it is another. */
export const consultationStart = (start: number, year: string): string =>
  `${spokenDay(dayOf(start), year)}${spokenTime(start)}`

/** On the page of the case: when the reader consults somebody; not with whom, because others may look over a shoulder. */
export const ConsultationCard = ({ view, year }: { view: FollowedView; year: string }) =>
  view.consultations.length === 0 ? null : (
    <section class="section" aria-labelledby={notices.consultation}>
      <h2 id={notices.consultation}>约好的咨询</h2>
      {view.consultations.map(({ start }) => (
        <p>{consultationStart(start, year)}</p>
      ))}
      <p>
        <a class="more" href={actions.trackConsultation}>
          看在哪里，或者取消
        </a>
      </p>
    </section>
  )
