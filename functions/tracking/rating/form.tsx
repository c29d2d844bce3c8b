import { lengths } from '#domain/basics/bounds.ts'
import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { GivenRating, RatingChance } from '#domain/following/rating.ts'
import { actions, notices } from '#domain/routes/site.ts'
import type { Level } from '#domain/words/levels.ts'
import { ratingPeriods, ratingResultIds, ratingResults, treatedGrades } from '#domain/words/ratings.ts'
import { FormScript } from '#ui/form/form-script.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import { replyCaseField } from '../case/reply-form.tsx'

export const ratingLabels = {
  result: '事情解决了吗',
  treated: '办的人待您怎么样',
  text: '您想说的一句话',
} as const

const gradeName = (treated: number): string =>
  treatedGrades.find(({ grade }) => grade === treated)?.name ?? ''

/** The state of the form before it is posted: what was answered, if anything was. */
const stateOf = (given: GivenRating | null): FormState => ({
  value: (name) => {
    const values: Record<string, string | undefined> = {
      result: given?.result,
      treated: given ? String(given.treated) : undefined,
      text: given?.text,
    }
    return values[name] ?? ''
  },
  error: () => undefined,
})

/** Who learns what. At the county nobody above is told (docs/adr/0038-ratings.md): it depends on the level alone. */
const WhoSees = ({ level }: { level: Level }) => (
  <p>
    办这件事的人看不到您怎么评。一个单位满了十份，才按季度合成总数给各单位看。您写的那句话，哪个单位都看不到，只有用您的查询码看得到。
    {level === 'county'
      ? null
      : '要是没解决，或者待您不好，七天以后会请上一级看看这件案子，不告诉他们您怎么评、写了什么。县里还会随机抽一些打电话问问。'}
  </p>
)

const RatingForm = ({
  chance,
  level,
  state = stateOf(chance.given),
  mark,
  year,
}: {
  chance: RatingChance
  level: Level
  state?: FormState | undefined
  mark: string
  year: string
}) => (
  <form class="text" action={actions.trackRate} method="post" novalidate>
    <input type="hidden" name={replyCaseField} value={mark} />
    <p>
      {chance.given ? '您已经评过了，' : '评不评都行，'}
      <span class="no-break">{spokenDay(dayOf(chance.until - 1), year)}</span>
      {chance.given ? '以前还能改。' : '以前都能评；交了以后，七天里能改。'}
    </p>
    <Radios
      state={state}
      name="result"
      label={ratingLabels.result}
      options={ratingResultIds.map((value) => ({ value, name: ratingResults[value].name }))}
    />
    <Radios
      state={state}
      name="treated"
      label={ratingLabels.treated}
      options={treatedGrades.map(({ grade, name }) => ({ value: String(grade), name }))}
    />
    <TextField
      state={state}
      name="text"
      label={ratingLabels.text}
      hint={`最多 ${lengths.rating} 个字，留给自己${level === 'county' ? '' : '；县里打电话来问，可以照着说'}。`}
      optional
    />
    <div class="actions">
      <button class="button" type="submit">
        {chance.given ? '改成这样' : '交上评价'}
      </button>
    </div>
    <FormScript />
  </form>
)

/** What the holder answered and can no longer change. */
export const Given = ({ given: { period, result, treated, text } }: { given: GivenRating }) => (
  <div>
    <p>
      {ratingPeriods[period].name}，您评的：{ratingResults[result].name}；待您{gradeName(treated)}。
    </p>
    {text === '' ? null : <p class="typed">{text}</p>}
  </div>
)

/** 您觉得办得怎么样: the form while the holder is asked, and what they answered before. Nothing if there is neither. */
export const RatingSection = ({
  chance,
  given,
  level,
  ...form
}: {
  chance: RatingChance | null
  given: readonly GivenRating[]
  level: Level
  state?: FormState | undefined
  mark: string
  year: string
}) => {
  const earlier = given.filter((one) => one !== chance?.given)
  const { state } = form
  return chance || earlier.length > 0 || state ? (
    <section class="section" aria-labelledby="rating">
      <h2 id="rating">您觉得办得怎么样</h2>
      {chance?.given ? (
        <div class="note told" id={notices.rated} tabindex={-1}>
          <b>您评的已经交上去了</b>
          <p>七天里可以改，不用再交一遍。</p>
        </div>
      ) : null}
      {earlier.map((one) => (
        <Given given={one} />
      ))}
      {state && !chance ? (
        <div class="note typed" role="alert">
          <b>{state.error('text')}</b>
          <p>{state.value('text')}</p>
        </div>
      ) : null}
      {chance ? (
        <>
          <WhoSees level={level} />
          <RatingForm chance={chance} level={level} {...form} />
        </>
      ) : null}
    </section>
  ) : null
}
