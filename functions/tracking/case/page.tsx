import { dayOf } from '#domain/basics/time.ts'
import { isOpen } from '#domain/clocks/clocks.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'
import type { SimilarText } from '#domain/search/similar.ts'
import type { Category } from '#domain/words/categories.ts'
import { moodOf, statuses } from '#domain/words/statuses.ts'
import { Dialable } from '#ui/dialable.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { HistoryHash } from '#ui/history-hash.tsx'
import { Icon } from '#ui/icons.tsx'
import { SimilarTexts } from '#ui/similar-texts.tsx'
import { WhatRemains } from '#ui/what-remains.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { AgreementCard } from '../agreement/card.tsx'
import { ConsentCard } from '../consent/page.tsx'
import { ConsultationCard } from '../consultation/card.tsx'
import { Pending } from '../held/pending.tsx'
import { HolderLinks } from '../holder-links.tsx'
import { InvitationNote } from '../invitation/page.tsx'
import { PublicationNote } from '../publication/page.tsx'
import { RatingSection } from '../rating/form.tsx'
import { deniedTitle, SpotCard } from '../spot/page.tsx'
import { StoryNote } from '../story/page.tsx'
import { TimesCard } from '../times/page.tsx'
import { Urging } from '../urge/section.tsx'
import { ClockCard } from './clock-card.tsx'
import { Conversation, type Typed } from './conversation.tsx'
import { Facts } from './facts.tsx'
import { GoesOnCard, goesOnTitle } from './goes-on.tsx'
import { Lane } from './lane.tsx'
import { ReplyForm, replyField, Unsent } from './reply-form.tsx'
import { RunningLimits } from './running-limits.tsx'

const moodIcon = { wait: 'clock', go: 'hands', done: 'done', over: 'flat' } as const

const LeaveButton = () => (
  <form action={actions.trackLeave} method="post">
    <button class="button leave" type="submit">
      <Icon name="leave" />
      退出查询
    </button>
  </form>
)

/** What the page says first: the status, or that the case goes on in another. */
export const headingOf = ({ acts: { spot }, ...view }: FollowedView): string =>
  spot?.denied ? deniedTitle : resultHeading(view)

const resultHeading = ({ status, goesOn, on }: Pick<FollowedView, 'status' | 'goesOn' | 'on'>): string =>
  goesOn ? goesOnTitle : on === 'other' && status === 'accepted' ? '请您来谈一件事' : statuses[status].name

/** False of what a person denies, or nobody has signed: nothing follows from it. */
const isAgreed = ({ acts: { spot } }: FollowedView): boolean =>
  !spot || (!spot.denied && spot.agreed !== 'unsigned')

/** What the desk said with the result: what a person opens the page for, once there is one. */
const Answer = ({ view: { answer } }: { view: FollowedView }) =>
  answer === '' ? null : (
    <section class="text" aria-labelledby="answer">
      <h2 id="answer">结果是怎么说的</h2>
      <p class="typed">
        <Dialable text={answer} />
      </p>
    </section>
  )

/** The case as its holder sees it: status, clocks, messages. It never shows what they filed. */
export const CasePage = ({
  view,
  now,
  typed = {},
  similar = [],
}: {
  view: FollowedView & { category: Category }
  now: number
  typed?: Typed
  similar?: SimilarText[]
}) => {
  const today = dayOf(now)
  const year = today.slice(0, 4)
  const { reply } = typed
  const done = view.clocks.filter((clock) => clock.done)
  const open = view.clocks.filter(isOpen)
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
          <Icon
            name={moodIcon[view.acts.spot?.denied ? 'over' : moodOf(view.goesOn?.now?.status ?? view.status)]}
          />
          {headingOf(view)}
        </h1>
      </header>
      {view.codeSeen ? (
        <p class="note">
          工作人员也看见过您这个查询码。<a href={actions.trackNewCode}>换一个只有您知道的</a>，
          {view.acts.spot
            ? '才能说没有这回事'
            : view.side === 'other'
              ? '才能答愿不愿意谈'
              : '才能评价、撤回'}
          。
        </p>
      ) : null}
      <div class="columns">
        <div>
          <Pending view={view} now={now} />
          <InvitationNote view={view} />
          <StoryNote view={view} />
          <PublicationNote view={view} />
          <ConsentCard view={view} year={year} />
          <AgreementCard view={view} today={today} />
          <SpotCard view={view} />
          <TimesCard view={view} year={year} />
          <ConsultationCard view={view} year={year} />
          <Answer view={view} />
          <Facts view={view} today={today} />
          {view.goesOn ? (
            <GoesOnCard goesOn={view.goesOn} year={year} />
          ) : isAgreed(view) ? (
            <WhatRemains view={view} />
          ) : null}
          {reply && view.status !== 'waiting' ? (
            <Unsent error={reply.error(replyField)} words={reply.value(replyField)} />
          ) : null}
          {view.status === 'waiting' ? (
            <ReplyForm state={reply} mark={view.mark} question={view.question} />
          ) : null}
          <Conversation view={view} typed={typed} />
          <RatingSection
            chance={view.chance}
            given={view.ratings}
            level={view.level}
            state={typed.rating?.state}
            mark={view.mark}
            year={year}
          />
          <RunningLimits view={view} now={now} />
          <section class="section" aria-labelledby="lane">
            <h2 id="lane">走到哪一步了</h2>
            {open.map((clock) => (
              <ClockCard clock={clock} today={today} />
            ))}
            <Urging view={view} year={year} />
            <Lane view={view} year={year} />
            {done.length > 0 ? (
              <p class="soft small">已经办到：{done.map((clock) => clock.rule.name).join('、')}。</p>
            ) : null}
          </section>
        </div>
        <aside aria-label="电话和核对">
          <WhoToCall title="急的话，打电话" unitId={view.unitId} />
          <HolderLinks view={view} />
          <HistoryHash hash={view.lastHash} side={view.side} />
          <p class="soft small">用别人的手机，看完请退出，把浏览记录里的这一页也删掉。</p>
        </aside>
      </div>
      <SimilarTexts texts={similar} subject={view.category} />
    </div>
  )
}
