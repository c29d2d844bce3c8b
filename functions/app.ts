import type { Hono } from 'hono'
import { faults, unmatched } from '#http/fallbacks.ts'
import { healthRoute } from '#http/health.ts'
import { leaveRoute } from '#http/leave.ts'
import { newApp } from '#http/new-app.ts'
import { securityTextRoute } from '#http/security-text.ts'
import { siteMiddleware } from '#http/site-middleware.tsx'
import type { PublicStore } from '#store/create.ts'
import { anchorApi } from './anchors/api.ts'
import { anchorRoutes } from './anchors/routes.tsx'
import { openapiApi } from './api/openapi.ts'
import { vocabularyApi } from './api/vocabulary.ts'
import { deadlineRoutes } from './deadlines/routes.tsx'
import { expertRoutes } from './experts/routes.tsx'
import { filingApi } from './filing/api.ts'
import { fromGuideRoutes } from './filing/from-guide.tsx'
import { filingRoutes } from './filing/routes.ts'
import { partyRoutes } from './party/routes.tsx'
import type { Ports } from './ports.ts'
import { searchApi } from './search/api.ts'
import { indexLoader } from './search/load.ts'
import { searchRoutes } from './search/routes.tsx'
import { similarFinder } from './search/similar.ts'
import { statisticsRoutes } from './statistics/routes.tsx'
import { suggestionRoutes } from './suggestions/routes.tsx'
import { agreementApi } from './tracking/agreement/api.ts'
import { trackingApi } from './tracking/api.ts'
import { consentApi } from './tracking/consent/api.ts'
import { copyApi } from './tracking/copy/api.ts'
import { filesApi } from './tracking/files/api.ts'
import { heldApi } from './tracking/held/api.ts'
import { invitationApi } from './tracking/invitation/api.ts'
import { mediatorApi } from './tracking/mediator/api.ts'
import { messagesApi } from './tracking/messages-api.ts'
import { objectionApi } from './tracking/objection/api.ts'
import { proofApi } from './tracking/proof/api.ts'
import { ratingApi } from './tracking/rating/api.ts'
import { trackingRoutes } from './tracking/routes.ts'
import { trackingSession } from './tracking/session.ts'
import { timesApi } from './tracking/times/api.ts'
import { urgeApi } from './tracking/urge/api.ts'

/** Builds the public app from its ports: a table of contents of its routes. */
export const createApp = (ports: Ports<PublicStore>): Hono => {
  const app = newApp()
  app.use(siteMiddleware())
  const index = indexLoader(ports)
  const similar = similarFinder(index)
  const session = trackingSession(ports)
  app.route('/', filingRoutes(ports, similar))
  app.route('/', fromGuideRoutes(ports))
  app.route('/', trackingRoutes(ports, session, similar))
  app.route('/', filingApi(ports))
  app.route('/', trackingApi(ports))
  app.route('/', messagesApi(ports))
  app.route('/', ratingApi(ports))
  app.route('/', filesApi(ports))
  app.route('/', urgeApi(ports))
  app.route('/', objectionApi(ports))
  app.route('/', consentApi(ports))
  app.route('/', timesApi(ports))
  app.route('/', invitationApi(ports))
  app.route('/', agreementApi(ports))
  app.route('/', mediatorApi(ports))
  app.route('/', copyApi(ports))
  app.route('/', proofApi(ports))
  app.route('/', heldApi(ports, 'withdraw'))
  app.route('/', heldApi(ports, 'erase'))
  app.route('/', partyRoutes(ports))
  app.route('/', deadlineRoutes(ports))
  app.route('/', expertRoutes(ports))
  app.route('/', anchorRoutes(ports))
  app.route('/', anchorApi(ports))
  app.route('/', statisticsRoutes(ports))
  app.route('/', suggestionRoutes(ports))
  app.route('/', searchRoutes({ index }))
  app.route('/', searchApi({ index }))
  app.route('/', vocabularyApi())
  app.route('/', openapiApi())
  app.route('/', securityTextRoute(ports))
  app.route('/', healthRoute(ports))
  app.route('/', leaveRoute(session.end))
  unmatched(app)
  faults(app, ports)
  return app
}
