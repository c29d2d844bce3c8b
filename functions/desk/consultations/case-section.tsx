import { type Consultation, consultationEnd, consultationsIn } from '#domain/experts/consultations.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { spokenStart } from '#domain/sessions/sentences.ts'
import type { CaseView } from '../case/case-view.ts'

const stateOf = (one: Consultation, now: number): string =>
  consultationEnd(one) > now ? '约好了' : '时间过了'

/** 约专家: who of the case consults somebody and when. With whom is theirs: it says what they need. */
export const CaseConsultations = ({ view, now }: { view: CaseView; now: number }) => {
  const all = consultationsIn(view.events)
  if (all.length === 0) return null
  return (
    <section class="section" aria-labelledby="consultations">
      <h2 id="consultations" class="section-head">
        约专家
      </h2>
      <ol class="lines">
        {all.toReversed().map((one) => (
          <li>
            <b>{spokenStart(one.start)}</b>，{personLabel(view.events, one.party)}，{stateOf(one, now)}
          </li>
        ))}
      </ol>
      <p class="soft small">约的是哪位专家，这里不写：这是本人的事，不问，也不告诉对方。</p>
    </section>
  )
}
