import { spokenInstant } from '#domain/basics/time.ts'
import { CodeDigits } from './code-digits.tsx'

export interface Slip {
  caseNumber: string
  trackingCode: string
  unitId: string
  filedAt: number
  next: { what: string; by: string }[]
  lastHash: string
}

/** The slip of a new case: tracking code, case number and time of filing. */
export const CodeSlip = ({ slip }: { slip: Slip }) => (
  <section class="tile-cap slip" aria-labelledby="code-title">
    <h2 id="code-title">您的查询码</h2>
    <p class="soft small">查进度、看回话，都用它。念给家人抄，四个一组慢慢念；不要给别人看。</p>
    <CodeDigits code={slip.trackingCode} />
    <div class="cut">
      <p>
        案件编号 <b class="no-break">{slip.caseNumber}</b>
        {'\u3000'}打电话问的时候说这个；它打不开案件，别人听见也不要紧。
      </p>
      <p>提交时间 {spokenInstant(slip.filedAt)}</p>
    </div>
  </section>
)
