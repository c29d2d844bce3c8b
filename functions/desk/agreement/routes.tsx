import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { moveFault } from '#domain/moves/rules.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, fieldValue, filledForm, formState, type PostedForm } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
import { missingCase } from '../missing-case.ts'
import { seenField } from '../moves/page.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { concludeRoutes } from './conclude-routes.tsx'
import { DraftForm } from './draft-form.tsx'
import { filledWith, rowsFor, typedDraft } from './fields.ts'
import { agreements, failed, type ShownStatus } from './open-agreement.ts'
import { AgreementPage } from './page.tsx'
import { paperRoutes } from './paper-routes.tsx'
import type { AgreementView } from './read-agreement.ts'
import { writeDraft } from './write-draft.ts'

const path = agreementPath(':number')

/** /desk/cases/<number>/agreement: the draft of an agreement; concluding it and its papers are beside. */
export const agreementRoutes = (ports: DeskCasePorts): Hono => {
  const { open, mediators, taken } = agreements(ports)

  const show = async (
    c: Context,
    view: AgreementView,
    typed?: { form: PostedForm; errors: FormError[]; status: ShownStatus },
  ) => {
    const { deskCase, agreement, text } = view
    const today = dayOf(ports.clock())
    const isOpen = moveFault('agreement', deskCase.standing) === null
    const wanted = typed !== undefined || agreement === null || queryValue(c, 'edit') !== ''
    const colleagues = isOpen && wanted ? await mediators(view) : []
    const blank = filledForm({ mediators: memberOf(c).id })
    const form = typed?.form ?? (text && !agreement?.concluded ? filledWith(text, colleagues) : blank)
    const errors = typed?.errors ?? []
    const shown =
      isOpen && wanted ? (
        <DraftForm
          view={view}
          state={formState(form, errors)}
          chosen={(name) => form.get(name) ?? []}
          rows={rowsFor(form)}
          colleagues={colleagues}
          today={today}
        />
      ) : null
    const main = <AgreementPage view={view} today={today} errors={errors} form={shown} />
    const title = errorTitle('协议书', errors.length > 0)
    return deskPage(c, { title, current: 'cases', main }, typed?.status ?? 200)
  }

  return new Hono()
    .get(path, async (c) => {
      const view = await open(c)
      return view ? show(c, view) : missingCase(ports, c)
    })
    .post(path, async (c) => {
      const got = await taken(c, (view, typed) => show(c, view, typed))
      if (got instanceof Response) return got
      const { view, form } = got
      const written = await writeDraft(ports, view, {
        by: memberOf(c),
        seen: Number(fieldValue(form, seenField)),
        typed: typedDraft(form),
        colleagues: await mediators(view),
      })
      if (written.ok) return seeOther(c, agreementPath(view.deskCase.record.number))
      const { error } = written
      return typeof error === 'string'
        ? show(c, (await open(c)) ?? view, { form, errors: failed(error), status: 409 })
        : show(c, view, { form, errors: error, status: 422 })
    })
    .route('/', concludeRoutes(ports))
    .route('/', paperRoutes(ports))
}
