import { dayOf, fullDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import type { OwnPublication, PublicationSaid } from '#domain/following/publication.ts'
import { monthOf, type PublicationState, publicSince } from '#domain/history/publication.ts'
import { actions, suggestionsPage } from '#domain/routes/site.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { chosenAbout, type FormError, type FormState } from '#ui/form/state.ts'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'

export const publicationTitle = '公布建议和答复'
export const sayField = 'say'
export const wordsField = 'words'

type Shown = Exclude<OwnPublication, null>

const stateOf = (own: Shown): PublicationState | 'open' => (own === 'open' ? 'open' : own.state)

const sentences: Record<PublicationState | 'open', string> = {
  open: '您提的建议、得到的答复，别人可能也想知道。您愿意的话，县里写成一短段，公布在网上。',
  asked: '您请县里公布。办的人在写短文，写好了先给您看，您同意了才公布。',
  drafted: '您请县里公布。短文写好了，还要另一个人看过，再给您看。',
  offered: '下面就是要公布的全文，一个字不改。您同意了才公布；不答，就是不公布。',
  agreed: '您同意公布的，就是下面的字。',
}

const options: Record<PublicationState | 'open', { value: PublicationSaid; name: string }[]> = {
  open: [{ value: 'asked', name: '请县里公布' }],
  asked: [{ value: 'refused', name: '不公布了' }],
  drafted: [{ value: 'refused', name: '不公布了' }],
  offered: [
    { value: 'agreed', name: '同意，就这样公布' },
    { value: 'refused', name: '不公布' },
  ],
  agreed: [{ value: 'refused', name: '不公布了，请撤下来' }],
}

/** 公布建议和答复: how far it is, the exact words, and what can be said to it. */
export const PublicationPage = ({
  mark,
  own,
  words,
  state,
  errors,
}: {
  mark: string
  own: Shown
  words: { question: string; answer: string } | null
  state: FormState
  errors: FormError[]
}) => {
  const seq = own === 'open' ? 0 : own.seq
  const step = stateOf(own)
  const isLost = words === null && (step === 'offered' || step === 'agreed')
  // Nobody agrees to words that they cannot read.
  const possible = options[step].filter(({ value }) => !(isLost && value === 'agreed'))
  // Where only one thing can be said, its button says it.
  const [only] = possible.length === 1 ? possible : []
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>{publicationTitle}</h1>
        <p>{isLost ? '内容读不出来了。' : sentences[step]}</p>
      </header>
      {words ? (
        <blockquote class="typed">
          问：{words.question}
          {'\n\n'}
          答：{words.answer}
        </blockquote>
      ) : null}
      {own !== 'open' && step === 'agreed' ? (
        <p class="note">
          您 {fullDay(dayOf(own.at))}同意的。{publicSince(monthOf(own.at))}一号起，谁都看得到。
        </p>
      ) : null}
      <p>
        公布的只有短文、答复的单位、哪个月：没有您的姓名、案件编号、哪一天。公布不公布，不影响办事，也不用说为什么。您随时可以回到这一页说不公布，马上撤下；撤下以前别人看过、抄走的，收不回来。
      </p>
      <p>
        <a href={suggestionsPage.path}>看看公布过的</a>
      </p>
      <form action={actions.trackPublication} method="post" novalidate>
        <input type="hidden" name={replyCaseField} value={mark} />
        <input type="hidden" name={wordsField} value={String(seq)} />
        {only ? (
          <input type="hidden" name={sayField} value={only.value} />
        ) : (
          <Radios
            state={chosenAbout(state, sayField, wordsField, seq)}
            name={sayField}
            label="这样写，公布行不行"
            options={possible}
          />
        )}
        <div class="actions">
          <button
            id={only ? sayField : undefined}
            class={only?.value === 'refused' ? 'button secondary' : 'button'}
            type="submit"
          >
            {only?.name ?? '就这样答'}
          </button>
        </div>
      </form>
      <Back />
    </div>
  )
}

/** On the page of the case: a short text waits for the holder. */
export const PublicationNote = ({ view: { acts } }: { view: FollowedView }) =>
  acts.publication && stateOf(acts.publication) === 'offered' ? (
    <p class="note">
      <b>要公布的短文写好了。</b>您同意了才公布；不答，就是不公布。
      <a href={actions.trackPublication}>请您先看</a>
    </p>
  ) : null
