import { Hono } from 'hono'
import type { Similar } from '#domain/search/similar.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { caseRoutes } from './case/routes.tsx'
import { filedRoutes } from './filed/routes.tsx'
import { newCodeRoutes } from './new-code/routes.tsx'
import { openRoutes } from './open/routes.tsx'
import type { TrackingSession } from './session.ts'

/** The pages of following a case: a table of contents. */
export const trackingRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  similar: Similar,
): Hono =>
  new Hono()
    .route('/', openRoutes(ports, session))
    .route('/', caseRoutes(ports, session, similar))
    .route('/', filedRoutes(ports, session))
    .route('/', newCodeRoutes(ports, session))
