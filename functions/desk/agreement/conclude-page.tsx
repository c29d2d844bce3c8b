import { draftLabels, signedOn } from '#domain/agreement/form-words.ts'
import { cannotSignFor } from '#domain/agreement/makers.ts'
import { writtenOnly } from '#domain/agreement/messages.ts'
import type { Day } from '#domain/basics/time.ts'
import { cannotUndo } from '#domain/moves/rules.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { seenField, sureField } from '../moves/page.tsx'
import { agreedOnField, formField, sealedOnField, versionField } from './fields.ts'
import type { AgreementView } from './read-agreement.ts'

const notByProxy = '要本人签：代理人的授权书没有写明能承认、放弃、和解，或者没有问过被监护人，不能代签。'

/** 谈成了: the day of each signature and of the seal, or the day on which it was said (人民调解法 29, 30). */
export const ConcludePage = ({
  view: { agreement, makers, deskCase },
  state,
  errors,
  today,
}: {
  view: AgreementView
  state: FormState
  errors: FormError[]
  today: Day
}) => {
  const { number, headSeq, category } = deskCase.record
  const only = writtenOnly[category]
  const inWriting = only ? '' : '书面的填：'
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>谈成了</h1>
        <p>
          第 {agreement?.version} 版。<a href={agreementPath(number)}>再看一遍内容</a>
        </p>
      </header>
      <form action={agreementPath(number, 'conclude')} method="post" novalidate>
        <input type="hidden" name={seenField} value={String(headSeq)} />
        <input type="hidden" name={versionField} value={String(agreement?.version ?? 0)} />
        <Radios
          state={state}
          name={formField}
          label="书面，还是口头"
          hint={only}
          options={[
            {
              value: 'written',
              name: agreementForms.written,
              note: '签名、盖章或者按手印，最后一个签的那天生效。',
            },
            ...(only
              ? []
              : [
                  {
                    value: 'oral',
                    name: agreementForms.oral,
                    note: '双方都说不用写成协议书，说定的那天生效。',
                  },
                ]),
          ]}
        />
        {makers.map(({ party, name }) => (
          <DayField
            state={state}
            name={signedOn(party)}
            label={`${inWriting}${name}哪天签的`}
            {...(cannotSignFor(deskCase.events, party).length > 0 && { hint: notByProxy })}
            max={today}
            optional
          />
        ))}
        <DayField
          state={state}
          name={sealedOnField}
          label={`${inWriting}${draftLabels.sealedOn}`}
          max={today}
          optional
        />
        {only ? null : (
          <DayField
            state={state}
            name={agreedOnField}
            label={`口头的填：${draftLabels.agreedOn}`}
            max={today}
            optional
          />
        )}
        {cannotUndo('settled', deskCase.standing) ? (
          <Checkbox state={state} name={sureField} label="双方都认，日子核对过。这一步我自己撤不回来。" />
        ) : null}
        <div class="actions">
          <button class="button" type="submit">
            记下：谈成了
          </button>
        </div>
      </form>
    </div>
  )
}
