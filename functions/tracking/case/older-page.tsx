import { dayOf } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'
import { Lane } from './lane.tsx'
import { Messages, Older } from './messages.tsx'

export const olderTitle = '更早的话和步骤'

/** What does not fit on the page of a long case, a piece at a time. */
export const OlderPage = ({ view, now }: { view: FollowedView; now: number }) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{olderTitle}</h1>
      <p>
        案件 <span class="no-break">{view.number}。</span>
        <a href={actions.trackCase}>回到最近的</a>
      </p>
    </header>
    <Older more={view.more} />
    {view.messages.length > 0 ? (
      <section class="section" aria-labelledby="messages">
        <h2 id="messages">给您的话</h2>
        <Messages messages={view.messages} />
      </section>
    ) : null}
    {view.timeline.length > 0 ? (
      <section class="section" aria-labelledby="lane">
        <h2 id="lane">走过的步骤</h2>
        <Lane view={view} year={dayOf(now).slice(0, 4)} older />
      </section>
    ) : null}
  </div>
)
