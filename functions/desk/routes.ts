import { Hono, type MiddlewareHandler } from 'hono'
import { deskPages, ledgerPaths, spotSlipPath } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { showUnreadForm } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import { storyDraftRoutes } from './after/story-routes.tsx'
import { agreementRoutes } from './agreement/routes.tsx'
import { batchRoutes } from './batch/routes.tsx'
import { headRoutes } from './below/routes.tsx'
import { caseRoutes } from './case/routes.tsx'
import { certificateRoutes } from './certificate/routes.tsx'
import { checklistRoutes } from './checklist/routes.tsx'
import { consultationRoutes } from './consultations/routes.tsx'
import { doneRoutes } from './done/routes.tsx'
import { dossierRoutes } from './dossier/routes.tsx'
import { figureRoutes } from './figures/routes.tsx'
import { fileRoutes } from './files/routes.ts'
import { findRoutes } from './find/routes.tsx'
import { handbookRoutes } from './handbook/routes.tsx'
import { importRoutes } from './import/routes.tsx'
import { invitationRoutes } from './invitation/routes.tsx'
import { ledgerCsvRoutes } from './ledger/csv-routes.ts'
import { ledgerPrintRoutes } from './ledger/print-routes.tsx'
import { ledgerRoutes } from './ledger/routes.tsx'
import { ledgerSealedRoutes } from './ledger/sealed-routes.tsx'
import { ledgerViewRoutes } from './ledger/views-routes.tsx'
import { ledgerXlsxRoutes } from './ledger/xlsx-routes.ts'
import { listRoutes } from './lists/routes.tsx'
import { lostCodeRoutes } from './lost-code/routes.tsx'
import { measureRoutes } from './measures/routes.tsx'
import { mediatedRoutes } from './mediated/routes.tsx'
import { moveRoutes } from './moves/routes.ts'
import { type AddFile, type DeskCasePorts, memberOf, type RegisterCase } from './ports.ts'
import { ratingTaskRoutes } from './rating-tasks/routes.tsx'
import { ratingFigureRoutes } from './ratings/routes.tsx'
import { referralRoutes } from './referral/routes.tsx'
import { registerRoutes } from './register/routes.tsx'
import { registeredRoutes } from './registered/routes.tsx'
import { reportRoutes } from './report/routes.tsx'
import { sessionRoutes } from './sessions/routes.tsx'
import { sheetRoutes } from './sheets/routes.tsx'
import { spotRoutes } from './spot/routes.tsx'
import { spotSlipRoutes } from './spot/slip-routes.tsx'
import { todayRoutes } from './today/routes.tsx'
import { traceRoutes } from './trace/routes.tsx'

const forCases = [
  deskPages.cases.path,
  `${deskPages.cases.path}*`,
  deskPages.batch.path,
  deskPages.batchDone.path,
  deskPages.below.path,
  deskPages.traces.path,
  deskPages.find.path,
  deskPages.register.path,
  deskPages.registered.path,
  deskPages.lostCode.path,
  deskPages.import.path,
  `${deskPages.import.path}/*`,
  deskPages.spot.path,
  deskPages.spotSlips.path,
  spotSlipPath(':party'),
  deskPages.checklist.path,
  deskPages.digest.path,
  deskPages.week.path,
  deskPages.ledger.path,
  ...Object.values(ledgerPaths),
  deskPages.ratings.path,
  deskPages.figures.path,
  deskPages.figureRows.path,
  deskPages.figuresFile.path,
  deskPages.month.path,
  deskPages.mediationMonth.path,
  deskPages.mediationFile.path,
  deskPages.casePay.path,
  deskPages.measures.path,
  deskPages.calendar.path,
]

/** Roles that handle no cases get 404 on these paths, with any method; text that they posted is shown. */
const notForAdmins: MiddlewareHandler = async (c, next) =>
  roles[memberOf(c).role].handles ? next() : showUnreadForm(c, 'notHandling', () => refuse(c, 'notFound'))

/** All routes about cases at the desk; they run behind the guard of the desk's app. */
export const deskRoutes = (ports: DeskCasePorts & { registerCase: RegisterCase; addFile: AddFile }): Hono => {
  const app = new Hono()
  for (const path of forCases) app.use(path, notForAdmins)
  return (
    app
      .route('/', todayRoutes(ports))
      .route('/', listRoutes(ports))
      .route('/', headRoutes(ports))
      .route('/', caseRoutes(ports))
      .route('/', reportRoutes(ports))
      .route('/', referralRoutes(ports))
      .route('/', traceRoutes(ports))
      .route('/', invitationRoutes(ports))
      .route('/', certificateRoutes(ports))
      .route('/', storyDraftRoutes(ports))
      .route('/', agreementRoutes(ports))
      .route('/', consultationRoutes(ports))
      .route('/', sessionRoutes(ports))
      .route('/', dossierRoutes(ports))
      .route('/', doneRoutes(ports))
      .route('/', ratingTaskRoutes(ports))
      .route('/', fileRoutes(ports))
      // Registered after those above, because any other segment after a case number names a move.
      .route('/', moveRoutes(ports))
      .route('/', batchRoutes(ports))
      .route('/', registerRoutes(ports))
      .route('/', registeredRoutes(ports))
      .route('/', lostCodeRoutes(ports))
      .route('/', spotRoutes(ports))
      .route('/', spotSlipRoutes(ports))
      .route('/', importRoutes(ports))
      .route('/', checklistRoutes())
      .route('/', findRoutes(ports))
      .route('/', sheetRoutes(ports))
      .route('/', ledgerRoutes(ports))
      .route('/', ledgerCsvRoutes(ports))
      .route('/', ledgerXlsxRoutes(ports))
      .route('/', ledgerPrintRoutes(ports))
      .route('/', ledgerViewRoutes(ports))
      .route('/', mediatedRoutes(ports))
      .route('/', measureRoutes(ports))
      .route('/', ledgerSealedRoutes(ports))
      .route('/', ratingFigureRoutes(ports))
      .route('/', figureRoutes(ports))
      .route('/', handbookRoutes())
  )
}
