import { Hono } from 'hono'
import type { Similar } from '#domain/search/similar.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { RatingStore } from '#store/ports/ratings.ts'
import type { ConsultationStore } from '#store/ports/sessions.ts'
import { agreementRoutes } from './agreement/routes.tsx'
import { caseRoutes } from './case/routes.tsx'
import { caseShower } from './case/show-case.tsx'
import { certificateRoutes } from './certificate/routes.tsx'
import { consentRoutes } from './consent/routes.tsx'
import { consultationRoutes } from './consultation/routes.tsx'
import { copyRoutes } from './copy/routes.tsx'
import { filedRoutes } from './filed/routes.tsx'
import { filesRoutes } from './files/routes.tsx'
import { heldRoutes } from './held/routes.tsx'
import { invitationRoutes } from './invitation/routes.tsx'
import { mediatorRoutes } from './mediator/routes.tsx'
import { newCodeRoutes } from './new-code/routes.tsx'
import { notifyRoutes } from './notify/routes.tsx'
import { objectionRoutes } from './objection/routes.tsx'
import { openRoutes } from './open/routes.tsx'
import { proofRoutes } from './proof/routes.tsx'
import { publicationRoutes } from './publication/routes.tsx'
import { ratingRoutes } from './rating/routes.tsx'
import { readersRoutes } from './readers/routes.tsx'
import type { TrackingSession } from './session.ts'
import { spotRoutes } from './spot/routes.tsx'
import { storyRoutes } from './story/routes.tsx'
import { timesRoutes } from './times/routes.tsx'
import { urgeRoutes } from './urge/routes.ts'

/** The pages of following a case: a table of contents. */
export const trackingRoutes = (
  ports: Ports<FollowingStore & RatingStore & ConsultationStore>,
  session: TrackingSession,
  similar: Similar,
): Hono => {
  const showCase = caseShower(ports, similar)
  return new Hono()
    .route('/', openRoutes(ports, session))
    .route('/', caseRoutes(ports, session, showCase))
    .route('/', filedRoutes(ports, session))
    .route('/', readersRoutes(ports, session))
    .route('/', proofRoutes(ports, session))
    .route('/', ratingRoutes(ports, session, showCase))
    .route('/', filesRoutes(ports, session))
    .route('/', urgeRoutes(ports, session, showCase))
    .route('/', objectionRoutes(ports, session, showCase))
    .route('/', copyRoutes(ports, session))
    .route('/', invitationRoutes(ports, session, showCase))
    .route('/', consentRoutes(ports, session, showCase))
    .route('/', agreementRoutes(ports, session, showCase))
    .route('/', timesRoutes(ports, session, showCase))
    .route('/', consultationRoutes(ports, session, showCase))
    .route('/', mediatorRoutes(ports, session, showCase))
    .route('/', heldRoutes(ports, session, showCase, 'withdraw'))
    .route('/', heldRoutes(ports, session, showCase, 'erase'))
    .route('/', notifyRoutes(ports, session, showCase))
    .route('/', spotRoutes(ports, session, showCase))
    .route('/', newCodeRoutes(ports, session))
    .route('/', certificateRoutes(ports, session))
    .route('/', storyRoutes(ports, session, showCase))
    .route('/', publicationRoutes(ports, session, showCase))
}
