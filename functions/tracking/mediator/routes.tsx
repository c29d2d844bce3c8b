import { Hono } from 'hono'
import { actions } from '#domain/routes/site.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedAct } from '../posted-act.ts'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { askMediator } from './ask-mediator.ts'
import { MediatorPage, mediatorTitle } from './page.tsx'

/** 换一位调解员: /track/mediator. */
export const mediatorRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  new Hono()
    .get(actions.trackMediator, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      // A code that staff have seen asks for nobody: it may be they who would rather have the case elsewhere.
      if (found.value.holder.staffSaw) return seeOther(c, actions.trackNewCode)
      const view = await viewOf(ports, found.value)
      return page(c, { title: mediatorTitle, current: 'track', main: <MediatorPage view={view} /> })
    })
    .post(actions.trackMediator, async (c) => {
      const act = await postedAct(c, session, showCase)
      if (!act.ok) return act.error
      if (act.value.followed.holder.staffSaw) return seeOther(c, actions.trackNewCode)
      await askMediator(ports, act.value.followed, undefined)
      // Asked, asked before or not possible: the page says which.
      return seeOther(c, actions.trackMediator)
    })
