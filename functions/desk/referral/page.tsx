import { dayOf, fullDay } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { wordsIn, wordsOf } from '#domain/history/words.ts'
import { unit } from '#domain/places/areas.ts'
import { outsides } from '#domain/words/outside-bodies.ts'
import { caseTitle } from '../case/case-title.ts'
import type { CaseView } from '../case/case-view.ts'
import { FiledWords } from '../ui/filed-words.tsx'

type Referral = CaseEvent & { kind: 'referred' }

/** The last referral of a case, or undefined. */
export const referralIn = (events: readonly CaseEvent[]): Referral | undefined =>
  events.findLast((event): event is Referral => event.kind === 'referred')

/** 移送函: the letter that refers a case to an outside body, to print, sign and stamp. */
export const ReferralLetter = ({ view, referral }: { view: CaseView; referral: Referral }) => {
  const words = wordsIn(view, referral)
  const { outside, answerBy } = referral.data
  return (
    <div class="page-width text">
      <header class="page-head">
        <h1>移送函</h1>
        <p>案件编号 {view.number}</p>
      </header>
      <p>
        <b>{words?.body}</b>
        {outside ? `（${outsides[outside].name}）` : ''}：
      </p>
      <p>现将“{caseTitle(view)}”一件移送你单位办理。当事人说的情况和要求如下：</p>
      <FiledWords filed={wordsOf(view, 'filed')} />
      <p>
        <b>移送的理由和材料：</b>
        <span class="typed">{words?.reason}</span>
      </p>
      {answerBy ? <p>请于 {fullDay(answerBy)}前把办理情况告诉我们。</p> : null}
      <p>
        {unit(referral.unit).name}　{fullDay(dayOf(referral.at))}　（盖章）
      </p>
    </div>
  )
}
