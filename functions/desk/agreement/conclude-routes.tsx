import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { moveFault } from '#domain/moves/rules.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, filledForm, formState, type PostedForm } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { conclude } from './conclude.ts'
import { ConcludePage } from './conclude-page.tsx'
import { agreements, failed, type ShownStatus } from './open-agreement.ts'
import type { AgreementView } from './read-agreement.ts'

const path = agreementPath(':number', 'conclude')

/** /desk/cases/<number>/agreement/conclude: how and on which days an agreement was made. */
export const concludeRoutes = (ports: DeskCasePorts): Hono => {
  const { open, taken } = agreements(ports)

  const show = (
    c: Context,
    view: AgreementView,
    { form, errors, status }: { form: PostedForm; errors: FormError[]; status: ShownStatus },
  ) => {
    const today = dayOf(ports.clock())
    const main = <ConcludePage view={view} state={formState(form, errors)} errors={errors} today={today} />
    return deskPage(c, { title: errorTitle('谈成了', errors.length > 0), current: 'cases', main }, status)
  }

  return new Hono()
    .get(path, async (c) => {
      const view = await open(c)
      if (!view) return missingCase(ports, c)
      const { agreement, deskCase } = view
      const closed = !agreement || agreement.concluded || moveFault('settled', deskCase.standing) !== null
      return closed
        ? seeOther(c, agreementPath(deskCase.record.number))
        : show(c, view, { form: filledForm({}), errors: [], status: 200 })
    })
    .post(path, async (c) => {
      const got = await taken(c, (view, typed) => show(c, view, typed))
      if (got instanceof Response) return got
      const { view, form } = got
      const { deskCase } = view
      const concluded = await conclude(ports, deskCase, memberOf(c), form)
      if (concluded.ok) return seeOther(c, agreementPath(deskCase.record.number))
      const { error } = concluded
      return typeof error === 'string'
        ? show(c, (await open(c)) ?? view, { form, errors: failed(error), status: 409 })
        : show(c, view, { form, errors: error, status: 422 })
    })
}
