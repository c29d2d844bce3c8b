import { Hono } from 'hono'
import { actions, notices, pages } from '#domain/routes/site.ts'
import { cameFrom } from '#http/came-from.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { messageRoutes } from './message-routes.ts'
import { OlderPage, olderTitle } from './older-page.tsx'
import { replyRoutes } from './reply-routes.ts'
import type { ShowCase } from './show-case.tsx'

/** The case that is followed, and what its holder writes to its desk. */
export const caseRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  return new Hono()
    .get(actions.trackCase, async (c) => {
      const found = await session.open(c)
      if (found.ok) {
        const before = queryValue(c, 'before')
        if (before === '') return showCase(c, found.value)
        const view = await viewOf(ports, found.value, before)
        const main = <OlderPage view={view} now={ports.clock()} />
        return page(c, { title: olderTitle, current: 'track', main })
      }
      // Led here by the form, and yet without a session: it ended, or the browser keeps no cookies.
      if (cameFrom(c, [pages.track.path, actions.trackOpen]))
        return seeOther(c, `${pages.track.path}#${notices.again}`)
      return session.leave(c)
    })
    .route('/', replyRoutes(ports, session, showCase))
    .route('/', messageRoutes(ports, session, showCase))
}
