import { unit } from '../domain/areas.ts'
import { type Clock, sourceOf } from '../domain/clocks.ts'
import type { PublicCase } from '../domain/public-view.ts'
import { actions } from '../domain/routes.ts'
import { statuses } from '../domain/statuses.ts'
import { type Day, dayOf, daysBetween, rfc3339, spokenDay, spokenInstant } from '../domain/time.ts'
import { Card, HotlineRow, sampleMark, Telephone } from './frame.tsx'
import { Icon } from './icons.tsx'

const moodIcon = { wait: 'clock', go: 'hands', done: 'done' } as const

const LeaveButton = () => (
  <form action={actions.trackLeave} method="post">
    <button class="btn leave" type="submit">
      <Icon name="leave" />
      退出查询
    </button>
  </form>
)

const remaining = (clock: Clock, today: Day): string => {
  if (clock.state === 'paused') return '暂停计时'
  const left = daysBetween(today, clock.due)
  if (clock.state === 'overdue') return `过了 ${Math.max(1, -left)} 天`
  return left === 0 ? '今天到期' : `还剩 ${left} 天`
}

const Source = ({ clock }: { clock: Clock }) => {
  const source = sourceOf(clock.rule)
  return 'article' in source ? <>依据：{source.article}。</> : <>依据：本县规定{source.countyRule}。</>
}

/** One slab a day: walked in ochre, to come in grey. */
const Slabs = ({ total, gone }: { total: number; gone: number }) => (
  <svg
    viewBox={`0 0 ${total * 20} 20`}
    preserveAspectRatio="none"
    role="img"
    aria-label={`共 ${total} 天，已走 ${gone} 天`}
  >
    <path class="all" d={`M0 10h${total * 20}`} stroke-width="20" stroke-dasharray="18 2" />
    {gone > 0 ? (
      <path class="gone" d={`M0 10h${gone * 20}`} stroke-width="20" stroke-dasharray="18 2" />
    ) : null}
  </svg>
)

const ClockCard = ({ clock, today, year }: { clock: Clock; today: Day; year: string }) => {
  const start = dayOf(clock.startedAt)
  const total = Math.max(1, daysBetween(start, clock.due))
  const gone = Math.min(total, Math.max(0, daysBetween(start, today)))
  return (
    <section class="clock">
      <h2 class="clock-name">{clock.rule.name}</h2>
      <p class="fig">
        <b>{remaining(clock, today)}</b>
        <span>
          {spokenDay(clock.due, year)}
          {clock.provisional ? '（暂定）' : ''}到期
        </span>
      </p>
      <Slabs total={total} gone={gone} />
      <p class="soft small">
        从 {spokenDay(start, year)} 起算。
        <Source clock={clock} />
        {clock.provisional ? '这一年的放假安排还没公布，公布后日子可能要改。' : ''}
      </p>
      <p class="small">
        <b>到期没办到：</b>
        {clock.rule.ifPassed}
      </p>
    </section>
  )
}

/** Where the case stands: somebody walking in the lane. */
const Person = () => (
  <svg viewBox="0 0 40 56" aria-hidden="true" focusable="false">
    <circle cx="20" cy="12" r="6.5" />
    <path d="M13 21h14q3 3 4 11l1 20H8l1-20q1-8 4-11z" />
  </svg>
)

const Lane = ({ view, year }: { view: PublicCase; year: string }) => {
  const isNow = (index: number) => index === view.timeline.length - 1 && statuses[view.status].mood !== 'done'
  return (
    <ol class="lane">
      {view.timeline.map(({ at, text }, index) => (
        <li class={isNow(index) ? 'now' : ''} aria-current={isNow(index) ? 'step' : undefined}>
          {isNow(index) ? <Person /> : null}
          <time datetime={rfc3339(at)}>{spokenDay(dayOf(at), year)}</time>
          <b>{text}</b>
        </li>
      ))}
      {view.next.map(({ what, by }) => (
        <li class="next">
          <span class="when">{spokenDay(by, year)}前</span>
          <b>{what}</b>
        </li>
      ))}
    </ol>
  )
}

const Messages = ({ view }: { view: PublicCase }) =>
  view.messages.length === 0 ? (
    <p class="soft">还没有给您的话。有了会出现在这里。</p>
  ) : (
    <ul class="talk">
      {view.messages.map(({ at, from, text }) => (
        <li>
          <header>
            <b>{from}</b>
            {spokenInstant(at)}
          </header>
          <p class="typed">{text}</p>
        </li>
      ))}
    </ul>
  )

/** The case as its holder sees it: where it is, what runs, what was said. It never shows what he wrote. */
export const CasePage = ({ view, now }: { view: PublicCase; now: number }) => {
  const today = dayOf(now)
  const year = today.slice(0, 4)
  const status = statuses[view.status]
  const met = view.clocks.filter((clock) => clock.state === 'met')
  const open = view.clocks.filter((clock) => clock.state !== 'met')
  const { name, phone, hours } = unit(view.unitId)
  return (
    <div class="in">
      <header class="pagehead case-head">
        <h1>
          <span class="sr">您的案件：</span>
          <Icon name={moodIcon[status.mood]} />
          {status.name}
        </h1>
        <p>
          在 <b>{view.unit}</b> 手上，从 {spokenDay(dayOf(view.unitSince), year)}起。
        </p>
      </header>
      <div class="two">
        <div>
          {open.map((clock) => (
            <ClockCard clock={clock} today={today} year={year} />
          ))}
          <section class="sec" aria-labelledby="messages">
            <h2 id="messages">给您的话</h2>
            <Messages view={view} />
          </section>
          <section class="sec" aria-labelledby="lane">
            <h2 id="lane">走到哪一步了</h2>
            <Lane view={view} year={year} />
            {met.length > 0 ? (
              <p class="soft small">已经办到：{met.map((clock) => clock.rule.name).join('、')}。</p>
            ) : null}
          </section>
          <p class="soft small hash">
            案件编号 <span class="nb">{view.number}</span>（打电话问时说这个）。存证编号：
            <span class="typed">{view.lastHash}</span>
          </p>
        </div>
        <aside>
          <Card title="看完请退出">
            <p class="soft small">
              用的是别人的手机，看完请退出。浏览记录里还会留下这一页的地址，不想让人知道，就一起删掉。
            </p>
            <LeaveButton />
          </Card>
          <Card title="急的话，打电话">
            <ul class="lines">
              <Telephone name={name} number={phone} note={`${hours}${sampleMark(phone)}`} long />
              <HotlineRow number="12345" />
            </ul>
          </Card>
        </aside>
      </div>
    </div>
  )
}
