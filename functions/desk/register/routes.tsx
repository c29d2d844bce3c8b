import { type Context, Hono } from 'hono'
import { hex } from '#domain/basics/hex.ts'
import { readFiling } from '#domain/filing/filing.ts'
import { refusals, staffMessageFor } from '#domain/filing/messages.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { makesAgreements } from '#domain/spot/may-record.ts'
import { decides } from '#domain/staff/staff.ts'
import { type RegisteredChannel, registeredChannelIds } from '#domain/words/channels.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorList, repeatedFields, toInput } from '#http/filing-form.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
import { filledFrom } from '../checklist/filled-form.ts'
import { checklistField } from '../checklist/page.tsx'
import { type DeskCasePorts, memberOf, type RegisterCase } from '../ports.ts'
import { slipCookie } from '../registered/slip-cookie.ts'
import { ownRegion } from './own-region.ts'
import { channelField, RegisterForm, registerTokenField } from './page.tsx'

const tokenPattern = /^[0-9a-f]{32}$/
const channelMessage = '请选一下：是来的、打电话的，还是走访时遇到的。'

const channelIn = (form: PostedForm): RegisteredChannel | undefined =>
  registeredChannelIds.find((id) => id === fieldValue(form, channelField))

/** True if the form names a person or a telephone number. */
const namesSomebody = (form: PostedForm): boolean =>
  ['name', 'phone'].some((field) => typedText(form, field).trim() !== '')

/** /desk/register: registering a case for a person (代录). */
export const registerRoutes = (ports: DeskCasePorts & { registerCase: RegisterCase }): Hono => {
  const slips = slipCookie(ports)
  const newToken = () => hex(ports.random(16))

  const showForm = (
    c: Context,
    form: PostedForm,
    errors: FormError[],
    status: 200 | 403 | 409 | 415 | 422 = 200,
  ) => {
    const token = fieldValue(form, registerTokenField)
    const main = (
      <RegisterForm
        state={formState(form, errors)}
        errors={errors}
        spot={makesAgreements(memberOf(c).unit)}
        imports={decides(memberOf(c))}
        token={tokenPattern.test(token) && status !== 409 ? token : newToken()}
      />
    )
    const title = errorTitle('登记一件', status !== 200)
    return deskPage(c, { title, current: 'register', main }, status)
  }

  return new Hono()
    .get(deskPages.register.path, (c) => {
      const filled = filledFrom(queryValue(c, checklistField))
      return showForm(c, filled.set('region', [ownRegion(memberOf(c).unit)]), [])
    })
    .post(deskPages.register.path, async (c) => {
      const posting = await posted(c, (typed, { refusal, status }) =>
        showForm(c, typed, [{ field: channelField, text: refusals[refusal].text }], status),
      )
      if (!posting.ok) return posting.error
      const form = posting.value
      const channel = channelIn(form)
      // On a round nobody may be there to ask; whoever is named has been asked.
      const input = toInput(form)
      const nobody = channel === 'round' && !namesSomebody(form)
      const read = readFiling(nobody ? { ...input, consent: true } : input)
      const faults = [...repeatedFields(form), ...(read.ok ? [] : read.error)]
      const errors = [
        ...(channel ? [] : [{ field: channelField, text: channelMessage }]),
        ...errorList(faults, staffMessageFor),
      ]
      const token = fieldValue(form, registerTokenField)
      if (!read.ok || !channel || errors.length > 0 || !tokenPattern.test(token))
        return showForm(c, form, errors, 422)
      const member = memberOf(c)
      const registered = await ports.registerCase(read.value, `desk:${token}`, {
        actor: `staff:${member.id}`,
        acting: member.unit,
        channel,
      })
      if (!registered.ok)
        return registered.error === 'conflict'
          ? showForm(c, form, [{ field: 'narrative', text: refusals.conflict.text }], 409)
          : seeOther(c, deskPages.cases.path)
      const slip = registered.value
      await slips.write(c, member.id, { slip, unit: slip.unitId, nobody })
      return seeOther(c, deskPages.registered.path)
    })
}
