import { confirmationDay } from '#domain/agreement/current.ts'
import { type Day, daysBetween, spokenDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'

/** On the page of the case: the agreement, and what is to be done about it. */
export const AgreementCard = ({ view, today }: { view: FollowedView; today: Day }) => {
  const { agreement } = view.acts
  if (!agreement) return null
  const { concluded, items, version } = agreement
  const done = items.filter(({ state }) => state === 'received').length
  const last = confirmationDay(agreement, today)
  return (
    <section class="section" aria-labelledby="agreement">
      <h2 id="agreement">{concluded ? `说好的 ${items.length} 件，做到了 ${done} 件` : '协议的草稿'}</h2>
      <p>
        {concluded
          ? last
            ? `想让法院确认，两边要一起去，最后一天 ${spokenDay(last, today.slice(0, 4))}，还剩 ${daysBetween(today, last)} 天。`
            : ''
          : `写到第 ${version} 版。看过不等于答应，哪里不对，给办的人写一句。`}
      </p>
      <p>
        <a class="button" href={actions.trackAgreement}>
          {concluded ? '一条一条看' : '看草稿'}
        </a>
      </p>
    </section>
  )
}
