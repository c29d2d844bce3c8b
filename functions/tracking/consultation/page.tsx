import { shownSlots } from '#domain/basics/bounds.ts'
import type { Expert } from '#domain/content/experts.ts'
import { bookingMessages } from '#domain/experts/consultations.ts'
import { expertPlace, weeklyWords } from '#domain/experts/sentences.ts'
import type { Slot } from '#domain/history/session-facts.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { expertFields } from '#domain/words/expert-fields.ts'
import { county } from '#generated/county.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { HotlineRow } from '#ui/telephone.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'
import { Booked, type ShownConsultation } from './booked.tsx'
import { consultationStart } from './card.tsx'

export const consultationTitle = pages.experts.name
export const expertField = 'expert'
export const slotField = 'slot'

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
