import { lengths } from '#domain/basics/bounds.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'
import { isEnded } from '#domain/words/statuses.ts'
import { Dialable } from '#ui/dialable.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { chosenAbout, type FormError, type FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { KeptWords } from '#ui/kept-words.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'

export const invitationTitle = '要给对方看的话'
export const agreeField = 'agree'
export const changeField = 'change'
export const changeLabel = '哪里要改'
export const draftField = 'draft'

/** What was typed about words that do not wait any more. */
const Unsaid = ({ words }: { words: string }) =>
  words === '' ? null : (
    <>
      <p>您写的没有交上去，还在下面。要说给办的人，抄到“有话要说”里。</p>
      <KeptWords words={[{ label: changeLabel, text: words }]} />
    </>
  )

/** 要给对方看的话: the exact words, which leave only if the complainant approves them. */
export const InvitationPage = ({
  view,
  state,
  errors,
}: {
  view: FollowedView
  state: FormState
  errors: FormError[]
}) => (
  <div class="page-width text">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{invitationTitle}</h1>
      {view.draft ? (
        <p>办的人想请对方来谈。您同意了，下面的话一个字不改，交给对方；不同意，就不交。</p>
      ) : null}
    </header>
    {view.draft ? (
      <>
        <blockquote class="typed">
          <Dialable text={view.draft.text} />
        </blockquote>
        <p>对方还会知道您的姓名。您的电话、您写给我们的话、您交的材料，对方看不到。</p>
        <form action={actions.trackInvitation} method="post" novalidate>
          <input type="hidden" name={replyCaseField} value={view.mark} />
          <input type="hidden" name={draftField} value={String(view.draft.seq)} />
          <Radios
            state={chosenAbout(state, agreeField, draftField, view.draft.seq)}
            name={agreeField}
            label="这样写，行不行"
            options={[
              { value: 'true', name: '行，可以给对方看' },
              { value: 'false', name: '不行' },
            ]}
          />
          <TextArea
            state={state}
            name={changeField}
            label={changeLabel}
            hint="不行的，说说哪里要改，或者不想请对方来。"
            optional
            rows={4}
            max={lengths.reply}
          />
          <div class="actions">
            <button class="button" type="submit">
              就这样答
            </button>
          </div>
          <FormScript />
        </form>
      </>
    ) : (
      <>
        <p class="soft">现在没有等您看的话。</p>
        <Unsaid words={state.value(changeField)} />
      </>
    )}
    <Back />
  </div>
)

/** What was answered, until something comes of it; and what staff wrote down as the answer. */
const answered = {
  recorded: '给对方的话，办的人记下您同意了，接下来去请对方。没同意过，给办的人写一句。',
  approved: '给对方的话，您同意了。接下来由办的人去请对方，您等着就行。',
  declined: '给对方的话，您说不行，没有交给对方。办的人看得到，改好了再请您看。',
}

/** On the page of the case: words wait for the complainant, or wait no more. */
export const InvitationNote = ({ view: { acts, status } }: { view: FollowedView }) => {
  const { state, recorded } = acts.draft ?? {}
  if (state === 'drafted')
    return (
      <p class="note">
        <b>办的人写好了要给对方看的话。</b>您同意了，才交给对方。
        <a href={actions.trackInvitation}>请您先看</a>
      </p>
    )
  return (state === 'approved' || state === 'declined') && !isEnded(status) ? (
    <p class="note">{answered[recorded ? 'recorded' : state]}</p>
  ) : null
}
