import { talkDays } from '#domain/basics/bounds.ts'
import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { FollowedView, PublicCase } from '#domain/following/followed-view.ts'
import { actions, notices } from '#domain/routes/site.ts'
import type { SimilarText } from '#domain/search/similar.ts'
import { isEnded, moodOf, statuses } from '#domain/words/statuses.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { HistoryHash } from '#ui/history-hash.tsx'
import { Icon } from '#ui/icons.tsx'
import { SimilarTexts } from '#ui/similar-texts.tsx'
import { WhatRemains } from '#ui/what-remains.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { RatingSection } from '../rating/form.tsx'
import { ClockCard } from './clock-card.tsx'
import { GoesOnCard, goesOnTitle } from './goes-on.tsx'
import { Lane } from './lane.tsx'
import { MessageForm } from './message-form.tsx'
import { Messages, Older } from './messages.tsx'
import { ReplyForm, replyField, Unsent } from './reply-form.tsx'

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
  const { turn } = view
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

/** What the page says first: the status, or that the case goes on in another. */
export const headingOf = ({ status, goesOn }: FollowedView): string =>
  goesOn ? goesOnTitle : statuses[status].name

/** What the holder typed into a form of the page that was not taken. */
export interface Typed {
  reply?: FormState | undefined
  message?: { state: FormState; errors: FormError[] } | undefined
  /** Words for which there is no form any more, and why. */
  unsent?: { error: string; words: string } | undefined
  rating?: { state: FormState; errors: FormError[] } | undefined
}

/** The words between holder and desk, and the form for more while there is one. */
const Conversation = ({ view, typed: { message, unsent } }: { view: FollowedView; typed: Typed }) => {
  const open = view.can.includes('message')
  const last = view.messages.at(-1)
  const spokeLast = last?.receipt && (!isEnded(view.status) || last.seq > (view.timeline.at(-1)?.seq ?? 0))
  return (
    <section class="section" aria-labelledby="messages">
      <h2 id="messages">给您的话</h2>
      {/* The fragment outlives a reload: said only while the holder spoke last, and nothing ended the case since. */}
      {spokeLast ? (
        <div class="note told" id={notices.replied} tabindex={-1}>
          <b>已经交上去了</b>
          <p>您的话在下面，办的人看得到。接下来等他回您，不用再交一遍。</p>
        </div>
      ) : null}
      <Older more={view.more} />
      <Messages messages={view.messages} />
      {unsent ? <Unsent {...unsent} /> : null}
      {open && view.status !== 'waiting' ? <MessageForm view={view} state={message?.state} /> : null}
      {open ? null : <p class="soft">事情结束超过 {talkDays} 天，这里不能再留话了。要说什么，请打电话。</p>}
    </section>
  )
}

/** The case as its holder sees it: status, clocks, messages. It never shows what they filed. */
export const CasePage = ({
  view,
  now,
  typed = {},
  similar = [],
}: {
  view: FollowedView
  now: number
  typed?: Typed
  similar?: SimilarText[]
}) => {
  const today = dayOf(now)
  const year = today.slice(0, 4)
  const { reply } = typed
  const asked = view.messages.findLast(({ receipt }) => !receipt)
  const met = view.clocks.filter((clock) => clock.state === 'met')
  const open = view.clocks.filter((clock) => clock.state !== 'met')
  return (
    <div class="page-width">
      <ErrorSummary errors={typed.message?.errors ?? typed.rating?.errors ?? []} />
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
          {reply && view.status !== 'waiting' ? (
            <Unsent error={reply.error(replyField)} words={reply.value(replyField)} />
          ) : null}
          {view.status === 'waiting' ? (
            <ReplyForm state={reply} caseNumber={view.number} question={asked?.text ?? ''} />
          ) : null}
          <RatingSection
            chance={view.chance}
            given={view.ratings}
            level={view.level}
            state={typed.rating?.state}
            caseNumber={view.number}
            year={year}
          />
          <Conversation view={view} typed={typed} />
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
          <p>
            <a class="more" href={actions.trackFiled}>
              看当初交的内容
            </a>
          </p>
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
