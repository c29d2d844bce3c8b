import { dayOf, rfc3339, spokenDay, spokenInstant } from '#domain/basics/time.ts'
import type { PublicCase } from '#domain/following/public-view.ts'
import { actions } from '#domain/routes/site.ts'
import type { SimilarText } from '#domain/search/similar.ts'
import { isEnded, moodOf, statuses } from '#domain/words/statuses.ts'
import { Card } from '#ui/card.tsx'
import { Dialable } from '#ui/dialable.tsx'
import type { FormState } from '#ui/form/state.ts'
import { HistoryHash } from '#ui/history-hash.tsx'
import { Icon } from '#ui/icons.tsx'
import { SimilarTexts } from '#ui/similar-texts.tsx'
import { WhatRemains } from '#ui/what-remains.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { ClockCard } from './clock-card.tsx'
import { ReplyForm, UnsentReply } from './reply-form.tsx'

const moodIcon = { wait: 'clock', go: 'hands', done: 'done', over: 'flat' } as const

const LeaveButton = ({ small = false }: { small?: boolean }) => (
  <form action={actions.trackLeave} method="post">
    <button class={small ? 'link-button leave-link' : 'button leave'} type="submit">
      {small ? null : <Icon name="leave" />}
      退出{small ? null : '查询'}
    </button>
  </form>
)

/** The figure in the lane that marks the position of the case. */
const Person = () => (
  <svg viewBox="0 0 40 56" aria-hidden="true" focusable="false">
    <circle cx="20" cy="12" r="6.5" />
    <path d="M13 21h14q3 3 4 11l1 20H8l1-20q1-8 4-11z" />
  </svg>
)

const Lane = ({ view, year }: { view: PublicCase; year: string }) => {
  const isNow = (index: number) => index === view.timeline.length - 1 && !isEnded(view.status)
  return (
    <ol class="timeline">
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
    <ul class="messages">
      {view.messages.map(({ at, from, text }) => (
        <li>
          <header>
            <b>{from}</b>
            {spokenInstant(at)}
          </header>
          <p class="typed">
            <Dialable text={text} />
          </p>
        </li>
      ))}
    </ul>
  )

/** The case as its holder sees it: status, clocks, messages. It never shows what they filed. */
export const CasePage = ({
  view,
  now,
  reply,
  similar = [],
}: {
  view: PublicCase
  now: number
  reply?: FormState
  similar?: SimilarText[]
}) => {
  const today = dayOf(now)
  const year = today.slice(0, 4)
  const status = statuses[view.status]
  const asked = view.messages.findLast(({ from }) => from !== '您')
  const messageCount = view.messages.filter(({ from }) => from !== '您').length
  const met = view.clocks.filter((clock) => clock.state === 'met')
  const open = view.clocks.filter((clock) => clock.state !== 'met')
  return (
    <div class="page-width">
      <header class="page-head case-head">
        <div class="case-line">
          <h1>
            <span class="visually-hidden">您的案件：</span>
            <Icon name={moodIcon[moodOf(view.status)]} />
            {status.name}
          </h1>
          <LeaveButton small />
        </div>
        <p>
          {isEnded(view.status) ? '由' : '在'} <b>{view.unit}</b> {isEnded(view.status) ? '办理' : '手上'}，
          <span class="no-break">{spokenDay(dayOf(view.unitSince), year)}起</span>。
          {messageCount > 0 ? (
            <a class="no-break" href="#messages">
              有 {messageCount} 句话给您
            </a>
          ) : null}
        </p>
      </header>
      <div class="columns">
        <div>
          {open.map((clock) => (
            <ClockCard clock={clock} today={today} />
          ))}
          <WhatRemains view={view} />
          {reply && view.status !== 'waiting' ? <UnsentReply state={reply} /> : null}
          {view.status === 'waiting' ? (
            <ReplyForm state={reply} caseNumber={view.number} question={asked?.text ?? ''} />
          ) : null}
          <section class="section" aria-labelledby="messages">
            <h2 id="messages">给您的话</h2>
            <Messages view={view} />
          </section>
          <section class="section" aria-labelledby="lane">
            <h2 id="lane">走到哪一步了</h2>
            <Lane view={view} year={year} />
            {met.length > 0 ? (
              <p class="soft small">已经办到：{met.map((clock) => clock.rule.name).join('、')}。</p>
            ) : null}
          </section>
          <SimilarTexts texts={similar} />
          <p class="soft small hash">
            案件编号 <span class="no-break">{view.number}</span>（打电话问时说这个）。
          </p>
          <HistoryHash hash={view.lastHash} />
        </div>
        <aside aria-label="退出和电话">
          <Card title="看完请退出">
            <p class="soft small">
              用的是别人的手机，看完请退出。浏览记录里还会留下这一页的地址，不想让人知道，就一起删掉。
            </p>
            <LeaveButton />
          </Card>
          <WhoToCall title="急的话，打电话" unitId={view.unitId} />
        </aside>
      </div>
    </div>
  )
}
