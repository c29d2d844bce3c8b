import { agreementIn, confirmationDay } from '#domain/agreement/current.ts'
import { type Day, fullDay } from '#domain/basics/time.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import type { CaseView } from '../case/case-view.ts'

/** On the page of a case: how far its agreement is; nothing without one. */
export const AgreementNote = ({ view, today }: { view: CaseView; today: Day }) => {
  const agreement = agreementIn(view.events)
  if (!agreement) return null
  const { concluded, items, parties, readBy, version } = agreement
  const last = confirmationDay(agreement, today)
  const done = items.filter(({ state }) => state === 'received').length
  return (
    <section class="section" aria-labelledby="agreement">
      <h2 id="agreement" class="section-head">
        协议书
      </h2>
      <p>
        {concluded
          ? `${agreementForms[concluded.form]}协议，${fullDay(concluded.effectiveOn)}起生效；${items.length} 条，做到了 ${done} 条。`
          : `草稿第 ${version} 版，${parties.length} 位里 ${readBy.length} 位看过。`}
        {last ? `一起申请司法确认，最后一天 ${fullDay(last)}。` : ''}
      </p>
      <a class="more" href={agreementPath(view.number)}>
        打开协议书
      </a>
    </section>
  )
}
