import { isOpen } from '#domain/clocks/clocks.ts'
import { onDuty } from '#domain/clocks/duty.ts'
import { county } from '#generated/county.ts'
import { Due } from '../ui/warning.tsx'
import type { CaseView } from './case-view.ts'

/** The first contact that is owed: by when, and who is on duty. */
const Contact = ({ view, now }: { view: CaseView; now: number }) => {
  const clock = view.clocks.find((one) => isOpen(one) && one.rule.owes === 'contact')
  if (!clock) return <b>有危险的案件：只用本人允许的办法联系</b>
  const onDutyNow = onDuty(county.duty, now)
  return (
    <>
      <b>
        有危险的案件：第一次联系 <Due dueAt={clock.dueEnd} hours={clock.hours !== undefined} now={now} />
        ，只用本人允许的办法
      </b>
      <p>{onDutyNow ? `现在值班：${onDutyNow}。` : '现在没人值班。'}</p>
    </>
  )
}

/** What a case with danger asks first: contact by the way the person allows, and the reports of the law. */
export const DangerNotice = ({ view, now }: { view: CaseView; now: number }) => (
  <div class="danger" role="note">
    <Contact view={view} now={now} />
    <p>
      孩子、不能保护自己的人受到伤害，依法要向公安等部门报告，做了就记下“已依法报告”。没有县里的调解员解除标记，不能约双方见面。
    </p>
  </div>
)
