import type { Child } from 'hono/jsx'
import { confirmationDay, openItems } from '#domain/agreement/current.ts'
import { itemStates, namesOf } from '#domain/agreement/words.ts'
import { type Day, fullDay, spokenDay } from '#domain/basics/time.ts'
import { moves } from '#domain/moves/table.ts'
import { agreementPath, casePath, filesPath, movePath } from '#domain/routes/desk.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { AgreementBody } from '#ui/agreement-text.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError } from '#ui/form/state.ts'
import { UnkeptWays } from '#ui/unkept-ways.tsx'
import { subjectOf } from '../ui/case-list.tsx'
import { Draft } from './draft.tsx'
import type { AgreementView } from './read-agreement.ts'

/** What follows an agreement that was made: the court, what is performed, and the ways if it is not. */
const Concluded = ({ view, number, today }: { view: AgreementView; number: string; today: Day }) => {
  const { agreement, text } = view
  if (!agreement?.concluded) return null
  const { form, effectiveOn } = agreement.concluded
  const last = confirmationDay(agreement, today)
  return (
    <>
      <p>
        <b>
          {agreementForms[form]}协议，{fullDay(effectiveOn)}起生效。
        </b>
        {agreement.confirmedOn ? `法院 ${spokenDay(agreement.confirmedOn)}确认了。` : ''}
        {last ? `双方一起去法院申请司法确认，最后一天是 ${fullDay(last)}。` : ''}
      </p>
      <ul class="lines">
        {agreement.items.map(({ id, by, state, dueOn }) => (
          <li>
            第 {id} 条，{namesOf(text?.parties ?? [], by)}
            {dueOn ? `，${spokenDay(dueOn)}前` : ''}：{itemStates[state]}
          </li>
        ))}
      </ul>
      {agreement.items.some(({ state }) => state === 'missed') ? (
        <div class="note">
          <b>没做到，还有路：</b>
          <UnkeptWays confirmed={agreement.confirmedOn !== undefined} />
        </div>
      ) : null}
      {openItems(agreement).length > 0 ? (
        <p>
          {(['item-done', 'item-received', 'item-missed', 'court-confirmed'] as const).map((kind) => (
            <a class="more" href={movePath(number, kind)}>
              {moves[kind].name}
            </a>
          ))}
        </p>
      ) : null}
      <p>
        <a class="more" href={filesPath(number)}>
          把签好的拍下来，放进案卷
        </a>
        <a class="more" href={agreementPath(number, 'print')}>
          打印{form === 'oral' ? '口头协议登记表' : '协议书'}
        </a>
        <a class="more" href={agreementPath(number, 'court')}>
          打印司法确认申请书和调解证明
        </a>
      </p>
    </>
  )
}

/** 协议书: the newest version, who has read it and what is to be done; or the form of the next one. */
export const AgreementPage = ({
  view,
  today,
  errors,
  form,
}: {
  view: AgreementView
  today: Day
  errors: FormError[]
  /** The form of the next version, where it is asked for and open. */
  form: Child
}) => {
  const { agreement, text, deskCase } = view
  const { record } = deskCase
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>协议书</h1>
        <p>
          <a href={casePath(record.number)}>{subjectOf(record)}</a>
        </p>
      </header>
      {form ?? (
        <>
          {agreement && text ? (
            <AgreementBody
              text={text}
              version={agreement.version}
              sum={agreement.sum}
              year={today.slice(0, 4)}
            />
          ) : (
            <p class="soft">现在没有协议。</p>
          )}
          {agreement && !agreement.concluded ? <Draft view={view} number={record.number} /> : null}
          <Concluded view={view} number={record.number} today={today} />
        </>
      )}
    </div>
  )
}
