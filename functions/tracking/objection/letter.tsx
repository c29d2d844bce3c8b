import { dayOf, fullDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { cityPetitionOffice } from '#domain/words/outside-bodies.ts'
import { statuses } from '#domain/words/statuses.ts'

/**
 * A letter to print where no unit of the county is above the desk. Its facts are those of the page, so that it is the same
 * for every case at the county (rules.md R49). `review`: against a written answer (信访工作条例 35).
 */
export const Letter = ({ view, review, now }: { view: FollowedView; review: string | null; now: number }) => (
  <section class="section" aria-labelledby="letter">
    <h2 id="letter">{review ? '复查申请' : '情况反映'}</h2>
    <p>{cityPetitionOffice}：</p>
    <p>
      我在{view.unit}办的一件事，案件编号 {view.number}，结果是“{statuses[view.result ?? view.status].name}”。
      {view.deliveredOn ? `书面答复是 ${fullDay(view.deliveredOn)}到我手上的。` : ''}
      我不满意，{review ? '请求复查。' : '请你们看一看。'}
    </p>
    <p>理由（自己写）：</p>
    <p>________________________________</p>
    <p>________________________________</p>
    <p>姓名、电话、住址：________________</p>
    <p>签名：____________　{fullDay(dayOf(now))}</p>
  </section>
)
