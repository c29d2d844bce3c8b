import { lengths } from '#domain/basics/bounds.ts'
import { spokenDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'
import { agreedAs, type SpotFacts } from '#domain/spot/saying.ts'
import { Dialable } from '#ui/dialable.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { KeptWords } from '#ui/kept-words.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'

export const spotTitle = '没有这回事'
/** What the page of the case says first to who denied it. */
export const deniedTitle = '您说没有这回事'
export const denyField = 'deny'
export const denyLabel = '是怎么回事'

const recordedText = ({ on, unit, late, agreed }: SpotFacts): string =>
  `${unit}记下：${spokenDay(on)}当场说和，${agreedAs[agreed]}${late ? '（事后补录的）' : ''}。`

/** Who reads that it never happened. */
const readersOf = ({ acts: { above } }: FollowedView): string => (above ? `办的单位和${above}` : '办的单位')

/** 没有这回事: what was recorded, and the button that says that it never happened. */
export const SpotPage = ({
  view,
  state,
  errors,
}: {
  view: FollowedView
  state: FormState
  errors: FormError[]
}) => {
  const { spot } = view.acts
  const typed = state.value(denyField)
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>{spotTitle}</h1>
        <p>没有说好过，或者说好的不是这样，在这里说一声。不用写理由，不会因此怪您。</p>
      </header>
      {spot ? <p class="note">{recordedText(spot)}</p> : null}
      {spot && view.answer ? (
        <blockquote class="typed">
          <Dialable text={view.answer} />
        </blockquote>
      ) : null}
      {spot && !spot.denied ? (
        <form action={actions.trackSpot} method="post" novalidate>
          <input type="hidden" name={replyCaseField} value={view.mark} />
          <TextArea
            state={state}
            name={denyField}
            label={denyLabel}
            hint={`${readersOf(view)}看得到，另一边看不到。`}
            optional
            rows={4}
            max={lengths.reply}
          />
          <div class="actions">
            <button class="button" type="submit">
              没有这回事
            </button>
          </div>
          <FormScript />
        </form>
      ) : (
        <>
          <p class="soft">
            {spot ? `您已经说过了，${readersOf(view)}看得到。` : '这一件没有当场登记的结果。'}
          </p>
          {typed === '' ? null : <KeptWords words={[{ label: denyLabel, text: typed }]} />}
        </>
      )}
      <Back />
    </div>
  )
}

/** On the page of the case: how it was recorded, and the way to say that it never happened. */
export const SpotCard = ({ view }: { view: FollowedView }) => {
  const { spot } = view.acts
  if (!spot) return null
  return (
    <section class="section" aria-labelledby="spot">
      <h2 id="spot">{spot.denied ? '您说过的' : '这一件，是当场登记的'}</h2>
      <p>{recordedText(spot)}</p>
      {spot.denied ? (
        <p>{readersOf(view)}看得到，会来问您；在问清以前，这一件不算调成。</p>
      ) : (
        <p>
          <a class="more" href={actions.trackSpot}>
            不是这样，没有这回事
          </a>
        </p>
      )}
    </section>
  )
}
