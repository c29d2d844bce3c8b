import { dayOf } from '#domain/basics/time.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import { type Consultation, findExpert } from '#domain/experts/consultations.ts'
import { slotsOn } from '#domain/experts/slots.ts'
import { actions } from '#domain/routes/site.ts'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { consultationStart } from './card.tsx'

export const dropField = 'drop'

/** A consultation with what is sealed of it; empty where it cannot be read. */
export interface ShownConsultation extends Consultation {
  expert: string
  name: string
  place: string
}

/** True if the hours of the expert have no such consultation any more: a day off was added, or the expert has gone. */
const isMoved = ({ expert: id, start }: ShownConsultation): boolean => {
  const expert = findExpert(id)
  return !expert || !slotsOn(calendar, expert, dayOf(start)).some((slot) => slot.start === start)
}

/** One that is booked: with whom and where, and the way to cancel it. */
export const Booked = ({ one, number, year }: { one: ShownConsultation; number: string; year: string }) => {
  const unit = findExpert(one.expert)?.unit
  return (
    <section class="section">
      <h2>{consultationStart(one.start, year)}</h2>
      {isMoved(one) ? <p class="note">专家那天的安排改了，去以前先打电话问一声，或者取消了另约。</p> : null}
      <dl class="case-facts">
        <div>
          <dt>和谁</dt>
          <dd>{one.name || '打电话问'}</dd>
        </div>
        <div>
          <dt>在哪里</dt>
          <dd>{one.place || '打电话问'}</dd>
        </div>
        <div>
          <dt>多久</dt>
          <dd>{one.length} 分钟</dd>
        </div>
      </dl>
      <p>去的时候说案件编号 {number} 就行。专家手里只有时间和编号，没有您写的事；想说多少，您定。</p>
      <p>
        <a class="more" href={actions.trackConsultationFile}>
          存进手机的日历
        </a>{' '}
        <span class="soft small">里面只写“约好的事”。微信里存不了，请抄下来。</span>
      </p>
      <form action={actions.trackConsultation} method="post">
        <input type="hidden" name={replyCaseField} value={number} />
        <input type="hidden" name={dropField} value={String(one.id)} />
        <div class="actions">
          <button class="button secondary" type="submit">
            不去了，取消
          </button>
        </div>
      </form>
      {unit ? <WhoToCall title="去不了，也可以打电话" unitId={unit} /> : null}
    </section>
  )
}
