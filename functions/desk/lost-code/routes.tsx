import { type Context, Hono } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { slipCookie } from '../registered/slip-cookie.ts'
import { LostCodePage, missingText, staleText, unknownText } from './page.tsx'
import { lostCodeFields, replaceCode } from './replace-code.ts'

const { caseNumber, name, phone, paper, self } = lostCodeFields

/** /desk/lost-code: another code for somebody who lost theirs. */
export const lostCodeRoutes = (ports: DeskCasePorts): Hono => {
  const slips = slipCookie(ports)
  const show = (
    c: Context,
    form: PostedForm,
    errors: FormError[],
    status: 200 | 403 | 409 | 415 | 422 = 200,
  ) => {
    const main = <LostCodePage state={formState(form, errors)} errors={errors} />
    const title = errorTitle(deskPages.lostCode.name, status !== 200)
    return deskPage(c, { title, current: 'find', main }, status)
  }

  return new Hono()
    .get(deskPages.lostCode.path, (c) => show(c, new Map([[caseNumber, [queryValue(c, 'caseNumber')]]]), []))
    .post(deskPages.lostCode.path, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        show(c, typed, [{ field: caseNumber, text: refusals[refusal].text }], status),
      )
      if (!form.ok) return form.error
      const member = memberOf(c)
      const typed = (field: string) => typedText(form.value, field)
      const replaced = await replaceCode(ports, member, {
        caseNumber: typed(caseNumber),
        name: typed(name),
        phone: typed(phone),
        paper: fieldValue(form.value, paper),
        self: fieldValue(form.value, self),
      })
      if (replaced.ok) {
        const { slip, isFiler, whom } = replaced.value
        const given = isFiler ? 'replaced' : 'replaced-joined'
        await slips.write(c, member.id, { slip, unit: slip.unitId, nobody: false, given, whom })
        return seeOther(c, deskPages.registered.path)
      }
      const fault = replaced.error
      if (fault === 'stale') return show(c, form.value, [{ field: caseNumber, text: staleText }], 409)
      if (fault === 'unknown') return show(c, form.value, [{ field: caseNumber, text: unknownText }], 422)
      const errors = fault.map((field) => ({ field: lostCodeFields[field], text: missingText[field] }))
      return show(c, form.value, errors, 422)
    })
}
