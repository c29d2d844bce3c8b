import { dayOf, rfc3339, spokenDay, spokenInstant } from '#domain/basics/time.ts'
import type { FollowedView, PublicCase } from '#domain/following/public-view.ts'
import { actions, notices } from '#domain/routes/site.ts'
import type { SimilarText } from '#domain/search/similar.ts'
import { isEnded, moodOf, statuses, turnOf } from '#domain/words/statuses.ts'
import { Dialable } from '#ui/dialable.tsx'
import type { FormState } from '#ui/form/state.ts'
import { HistoryHash } from '#ui/history-hash.tsx'
import { Icon } from '#ui/icons.tsx'
import { SimilarTexts } from '#ui/similar-texts.tsx'
import { WhatRemains } from '#ui/what-remains.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { ClockCard } from './clock-card.tsx'
import { GoesOnCard, goesOnTitle } from './goes-on.tsx'
import { ReplyForm, UnsentReply } from './reply-form.tsx'

const moodIcon = { wait: 'clock', go: 'hands', done: 'done', over: 'flat' } as const

const LeaveButton = () => (
  <form action={actions.trackLeave} method="post">
    <button class="button leave" type="submit">
      <Icon name="leave" />
      退出查询
    </button>
  </form>
)

/** Whose turn it is, what comes next and by which day, who has it: what a person opens the page for. */
const Facts = ({ view, year }: { view: PublicCase; year: string }) => {
  const turn = turnOf(view.status)
  const who = { you: '您：请回一句话', desk: view.unit, outside: '移送去的单位' }
  const [next] = view.next
  return (
    <dl class="case-facts">
      {turn ? (
        <div>
          <dt>现在轮到</dt>
          <dd>
            <b>{who[turn]}</b>
          </dd>
        </div>
      ) : null}
      {next ? (
        <div>
          <dt>接下来</dt>
          <dd>
            <b class="no-break">{spokenDay(next.by, year)}前，</b>
            {next.what}
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{isEnded(view.status) ? '谁办的' : '谁在办'}</dt>
        <dd>
          {view.unit}，<span class="no-break">{spokenDay(dayOf(view.unitSince), year)}起</span>
        </dd>
      </div>
      <div>
        <dt>案件编号</dt>
        <dd>
          <span class="no-break">{view.number}</span>
          <span class="no-break">（打电话问时说这个）</span>
        </dd>
      </div>
    </dl>
  )
}

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

/** What the page says first: the status, or that the case goes on in another. */
export const headingOf = ({ status, goesOn }: FollowedView): string =>
  goesOn ? goesOnTitle : statuses[status].name

/** The case as its holder sees it: status, clocks, messages. It never shows what they filed. */
export const CasePage = ({
  view,
  now,
  reply,
  similar = [],
}: {
  view: FollowedView
  now: number
  reply?: FormState
  similar?: SimilarText[]
}) => {
  const today = dayOf(now)
  const year = today.slice(0, 4)
  const asked = view.messages.findLast(({ from }) => from !== '您')
  const met = view.clocks.filter((clock) => clock.state === 'met')
  const open = view.clocks.filter((clock) => clock.state !== 'met')
  return (
    <div class="page-width">
      <header class="page-head case-head">
        <div class="case-line">
          <span>三十分钟没动，自动退出</span>
          <LeaveButton />
        </div>
        <h1>
          <span class="visually-hidden">您的案件：</span>
          <Icon name={moodIcon[moodOf(view.goesOn?.now?.status ?? view.status)]} />
          {headingOf(view)}
        </h1>
      </header>
      <div class="columns">
        <div>
          <Facts view={view} year={year} />
          {view.goesOn ? <GoesOnCard goesOn={view.goesOn} year={year} /> : <WhatRemains view={view} />}
          {reply && view.status !== 'waiting' ? <UnsentReply state={reply} /> : null}
          {view.status === 'waiting' ? (
            <ReplyForm state={reply} caseNumber={view.number} question={asked?.text ?? ''} />
          ) : null}
          <section class="section" aria-labelledby="messages">
            <h2 id="messages">给您的话</h2>
            {/* The fragment outlives a reload: said only while the reply is the last word of a case that runs. */}
            {view.messages.at(-1) !== asked && !isEnded(view.status) ? (
              <div class="note told" id={notices.replied} tabindex={-1}>
                <b>已经交上去了</b>
                <p>您的话在下面，办的人看得到。接下来等他回您，不用再交一遍。</p>
              </div>
            ) : null}
            <Messages view={view} />
          </section>
          <section class="section" aria-labelledby="lane">
            <h2 id="lane">走到哪一步了</h2>
            {open.map((clock) => (
              <ClockCard clock={clock} today={today} />
            ))}
            <Lane view={view} year={year} />
            {met.length > 0 ? (
              <p class="soft small">已经办到：{met.map((clock) => clock.rule.name).join('、')}。</p>
            ) : null}
          </section>
        </div>
        <aside aria-label="电话和核对">
          <WhoToCall title="急的话，打电话" unitId={view.unitId} />
          <HistoryHash hash={view.lastHash} />
          <p class="soft small">
            用的是别人的手机，看完请退出。浏览记录里还会留下这一页的地址，不想让人知道，就一起删掉。
          </p>
        </aside>
      </div>
      <SimilarTexts texts={similar} />
    </div>
  )
}
