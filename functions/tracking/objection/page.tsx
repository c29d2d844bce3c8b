import { lengths } from '#domain/basics/bounds.ts'
import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { lastDayOf } from '#domain/clocks/end-limits.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { objectionMessages } from '#domain/following/objection-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { KeptWords } from '#ui/kept-words.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'
import { Letter } from './letter.tsx'

export const objectionTitle = '对结果不满意'
export const objectionField = 'objection'
export const objectionLabel = '哪里不满意'

/** The last day to request a review, of a written answer on the petition track only (信访工作条例 31 (6), 35); or null. */
const reviewIn = ({ result, clocks, deliveredOn }: FollowedView, now: number): string | null => {
  const isPetition = clocks.some(({ rule }) => rule.article === 'petition-regulation-34')
  if (result !== 'answered' || !isPetition || !deliveredOn) return null
  const last = lastDayOf('petition-review', deliveredOn)
  return last.day >= dayOf(now) ? last.day : null
}

const Form = ({ view, state, above }: { view: FollowedView; state: FormState; above: string }) => (
  <form action={actions.trackObject} method="post" novalidate>
    <input type="hidden" name={replyCaseField} value={view.mark} />
    <p>
      您写的只给{above}
      看，办这件事的单位看不到；他们只看得到您请上一级看一看。上一级看过以后有话要说，写在“进度”里。一次结果可以说一次。
    </p>
    <TextArea
      state={state}
      name={objectionField}
      label={objectionLabel}
      hint={`最多 ${lengths.objection} 个字。`}
      rows={6}
      max={lengths.objection}
    />
    <div class="actions">
      <button class="button" type="submit">
        请上一级看一看
      </button>
    </div>
    <FormScript />
  </form>
)

interface Props {
  view: FollowedView
  now: number
  state: FormState
  errors: FormError[]
}

/** 不满意: the form for the unit above; at the county a letter to print. */
export const ObjectionPage = ({ view, now, state, errors }: Props) => {
  const { object, above } = view.acts
  const review = reviewIn(view, now)
  const typed = state.value(objectionField)
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>{objectionTitle}</h1>
      </header>
      {object === null && above ? (
        <Form view={view} state={state} above={above} />
      ) : (
        <>
          {object === 'already' ? (
            <div class="note told" id={notices.replied} tabindex={-1}>
              <b>交上去了</b>
              <p>{above}看得到；看过以后有话要说，写在“进度”里。</p>
            </div>
          ) : null}
          <p class="no-print">{objectionMessages[object ?? 'county']}</p>
          {typed === '' ? null : <KeptWords words={[{ label: objectionLabel, text: typed }]} />}
        </>
      )}
      <p class="no-print">
        说不满意，不耽误、也不延长别的期限：起诉、仲裁、司法确认的日子照样在走。
        {review ? `书面答复的复查，最后一天是 ${spokenDay(review)}。` : ''}
        调解谈成的、没谈成的，要重新谈，得双方都愿意。
      </p>
      {object === 'county' ? <Letter view={view} review={review} now={now} /> : null}
      <Back />
    </div>
  )
}
