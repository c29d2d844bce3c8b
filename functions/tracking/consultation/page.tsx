import { shownSlots } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import type { Expert } from '#domain/content/experts.ts'
import { bookingMessages, type Consultation, findExpert } from '#domain/experts/consultations.ts'
import { expertPlace, weeklyWords } from '#domain/experts/sentences.ts'
import { slotsOn } from '#domain/experts/slots.ts'
import type { Slot } from '#domain/history/session-facts.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { expertFields } from '#domain/words/expert-fields.ts'
import { county } from '#generated/county.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { HotlineRow } from '#ui/telephone.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'
import { consultationStart } from './card.tsx'

export const consultationTitle = pages.experts.name
export const expertField = 'expert'
export const slotField = 'slot'
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

const Booked = ({ one, number, year }: { one: ShownConsultation; number: string; year: string }) => {
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

const Choose = ({
  expert,
  free,
  number,
  year,
  state,
}: { expert: Expert; free: readonly Slot[]; state: FormState } & Of) => (
  <>
    <h2>
      {expertFields[expert.field].name}：{expert.name}
    </h2>
    <p>
      {expert.title}。{expertPlace(expert)}。一次 {expert.length} 分钟。
    </p>
    {free.length === 0 ? (
      <p>四周以内都约满了。过几天再来看，或者打电话问。</p>
    ) : (
      <form action={actions.trackConsultation} method="post" novalidate>
        <input type="hidden" name={replyCaseField} value={number} />
        <input type="hidden" name={expertField} value={expert.id} />
        <Radios
          state={state}
          name={slotField}
          label="哪个时间"
          options={free
            .slice(0, shownSlots)
            .map(({ id, start }) => ({ value: id, name: consultationStart(start, year) }))}
        />
        <div class="actions">
          <button class="button" type="submit">
            就约这个时间
          </button>
        </div>
      </form>
    )}
    <p>
      <a href={actions.trackConsultation}>看别的专家</a>
    </p>
  </>
)

const Experts = () => (
  <ul class="lines">
    {county.experts.map((expert) => (
      <li>
        <h2 class="item">
          <a href={`${actions.trackConsultation}?${expertField}=${expert.id}`}>
            {expertFields[expert.field].name}：{expert.name}
          </a>
        </h2>
        <p>
          {expertFields[expert.field].purpose}。{expert.title}，{weeklyWords(expert)}。
        </p>
      </li>
    ))}
  </ul>
)

interface Of {
  number: string
  year: string
}

/** 找专家问一问: what the holder has booked, or the experts, or the free times of one. */
export const ConsultationPage = ({
  booked,
  expert,
  free,
  closed,
  state,
  errors,
  ...of
}: Of & {
  booked: readonly ShownConsultation[]
  expert: Expert | undefined
  free: readonly Slot[]
  /** Why nothing can be booked; null if it can. */
  closed: keyof typeof bookingMessages | null
  state: FormState
  errors: FormError[]
}) => (
  <div class="page-width text">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{consultationTitle}</h1>
      <p>不收钱。只有您和专家两个人；对方看不到您约过。</p>
    </header>
    <ul class="lines">
      <HotlineRow number="110" urgent />
      <HotlineRow number="12356" urgent />
    </ul>
    {booked.map((one) => (
      <Booked one={one} {...of} />
    ))}
    {booked.length > 0 ? null : closed ? (
      <p>{bookingMessages[closed]}</p>
    ) : expert ? (
      <Choose expert={expert} free={free} state={state} {...of} />
    ) : county.experts.length > 0 ? (
      <Experts />
    ) : (
      <p>县里现在没有可以约的专家。问法律，打 12348。</p>
    )}
    <Back />
  </div>
)
