import { dayOf, fullDay } from '#domain/basics/time.ts'
import { partyScope } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import { type AgreedWay, agreedIn, isLateRecord, spotDay, spotIn } from '#domain/history/spot.ts'
import { wordIn } from '#domain/history/words.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages, spotSlipPath, withQuery } from '#domain/routes/desk.ts'
import { county } from '#generated/county.ts'
import { CodeDigits } from '#ui/code-digits.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import type { CaseView } from '../case/case-view.ts'
import { otherParty } from './spot-events.ts'

/** The slips that both sides get of a record on the spot: two pages, so that no paper has two codes. */

export const slipNames: Record<number, string> = { 1: '申请人的条子', [otherParty]: '对方的条子' }

/** Name of the field with the number of the case whose slips are printed or put away. */
export const slipCaseField = 'case'

/** After the record: the way to each slip. It shows no code. */
export const SlipsPage = ({ caseNumber, unitName }: { caseNumber: string; unitName: string }) => (
  <div class="page-width">
    <header class="page-head">
      <h1>登记好了</h1>
      <p>
        {unitName}，案件编号 <b class="no-break">{caseNumber}</b>
        。条子一人一张，分开打印、分开给；一个人的查询码，不给另一个人看。
      </p>
    </header>
    <div class="actions">
      {Object.entries(slipNames).map(([party, name]) => (
        <a class="button secondary" href={withQuery(spotSlipPath(party), `${slipCaseField}=${caseNumber}`)}>
          {name}
        </a>
      ))}
    </div>
    <form action={deskPages.spotSlips.path} method="post">
      <input type="hidden" name={slipCaseField} value={caseNumber} />
      <div class="actions">
        <button class="button" type="submit">
          两张都给了
        </button>
      </div>
    </form>
  </div>
)

const forms: Record<AgreedWay, string> = {
  oral: '口头协议，说好那天起生效（人民调解法第三十条）',
  signed: '书面协议，双方都签了字',
  unsigned: '书面协议，还没有签完，签完才生效（人民调解法第二十九条）',
}

interface Props {
  view: CaseView
  party: number
  code: string
}

/** The slip of one person: what was agreed and when, their code, and how to say that it never happened. */
export const SlipPage = ({ view, party, code }: Props) => {
  const spot = spotIn(view.events)
  if (!spot) return null
  return (
    <div class="page-width text">
      <header class="page-head">
        <h1>当场说和的条子</h1>
        <p>
          {personIn(view, partyScope(party)).name}　案件编号 <span class="no-break">{view.number}</span>
        </p>
      </header>
      <p>
        {fullDay(spotDay(spot))}，在{unit(spot.unit).name}说和：{view.subject}。{forms[agreedIn(spot.data)]}。
        {isLateRecord(spot) ? `${fullDay(dayOf(spot.at))}补录。` : ''}
      </p>
      <p>
        <b>说好的：</b>
        <span class="typed">{wordIn(view, spot, 'decision')}</span>
      </p>
      <section class="tile-cap slip" aria-labelledby="code-title">
        <h2 id="code-title">您的查询码</h2>
        <CodeDigits code={code} />
        <p>
          打开 {new URL(county.site.url).host}，点“进度”，填这 16
          个数字。工作人员也看见过它，第一次用，会让您换一个只有自己知道的。
        </p>
      </section>
      <p>
        <b>不是这样，或者没有这回事：</b>
        用查询码说一声，或者打下面的电话。办的单位和上一级单位都会知道，这一件就不算调成。
      </p>
      <WhoToCall title="想问一句，打电话" unitId={view.unit} />
      <p>
        {unit(spot.unit).name}　{fullDay(dayOf(spot.at))}　（盖章）
      </p>
      <p class="no-print">
        <a class="more" href={deskPages.spotSlips.path}>
          给完了，回到两张条子
        </a>
      </p>
    </div>
  )
}
