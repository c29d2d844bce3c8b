import type { Hono } from 'hono'
import { ok } from '#domain/basics/result.ts'
import { actions } from '#domain/routes/site.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
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
  actRoutes(session, showCase, {
    path: actions.trackMediator,
    title: mediatorTitle,
    // A code that staff have seen asks for nobody: it may be they who would rather have the case elsewhere.
    elsewhere: toOwnCode,
    show: async (followed) => ({ main: <MediatorPage view={await viewOf(ports, followed)} /> }),
    async act(followed) {
      await askMediator(ports, followed, undefined)
      // Asked, asked before or not possible: the page says which.
      return ok(actions.trackMediator)
    },
  })
