import { type Context, Hono } from 'hono'
import { readFiling } from '#domain/filing/filing.ts'
import { refusals, staffMessageFor } from '#domain/filing/messages.ts'
import { casePath, deskPages, withQuery } from '#domain/routes/desk.ts'
import { makesAgreements } from '#domain/spot/may-record.ts'
import { decides } from '#domain/staff/staff.ts'
import { type RegisteredChannel, registeredChannelIds } from '#domain/words/channels.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorList, repeatedFields, toInput } from '#http/filing-form.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { newOnceNumber, onceAddress, onceKey, onceNumber, openOnceForm } from '#http/once-form.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
import { openCase } from '../case/open-case.ts'
import { checklistItem, filledFrom } from '../checklist/filled-form.ts'
import { checklistField } from '../checklist/page.tsx'
import { type DeskCasePorts, memberOf, type RegisterCase } from '../ports.ts'
import { slipCookie } from '../registered/slip-cookie.ts'
import { ownRegion } from './own-region.ts'
import { channelField, RegisterForm } from './page.tsx'

const channelMessage = '请选一下：是来的、打电话的，还是走访时遇到的。'

const channelIn = (form: PostedForm): RegisteredChannel | undefined =>
  registeredChannelIds.find((id) => id === fieldValue(form, channelField))

/** True if the form names a person or a telephone number. */
const namesSomebody = (form: PostedForm): boolean =>
  ['name', 'phone'].some((field) => typedText(form, field).trim() !== '')

/** The form's address without its number: with the line of the check-list that fills it. */
const pathOfForm = (c: Context): string => {
  const item = queryValue(c, checklistField)
  return withQuery(deskPages.register.path, checklistItem(item) ? `${checklistField}=${item}` : '')
}

/** /desk/register: registering a case for a person (代录). */
export const registerRoutes = (ports: DeskCasePorts & { registerCase: RegisterCase }): Hono => {
  const slips = slipCookie(ports)

  const showForm = async (
    c: Context,
    form: PostedForm,
    errors: FormError[],
    status: 200 | 403 | 409 | 415 | 422 = 200,
  ) => {
    // Other answers than those this form was sent with are another case.
    const number = (status !== 409 && onceNumber(c)) || newOnceNumber(ports)
    const waiting = await slips.read(c, memberOf(c).id)
    const main = (
      <RegisterForm
        state={formState(form, errors)}
        errors={errors}
        spot={makesAgreements(memberOf(c).unit)}
        imports={decides(memberOf(c))}
        address={onceAddress(pathOfForm(c), number)}
        waiting={waiting && !waiting.given ? waiting.slip.caseNumber : undefined}
      />
    )
    const title = errorTitle('登记一件', status !== 200)
    return deskPage(c, { title, current: 'register', main }, status)
  }

  return new Hono()
    .get(deskPages.register.path, (c) => {
      if (!onceNumber(c)) return openOnceForm(c, ports, pathOfForm(c))
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
      const number = onceNumber(c)
      if (!read.ok || !channel || errors.length > 0 || !number) return showForm(c, form, errors, 422)
      const member = memberOf(c)
      const key = `desk:${await onceKey(ports, member.id, number)}`
      const registered = await ports.registerCase(read.value, key, {
        actor: `staff:${member.id}`,
        acting: member.unit,
        channel,
      })
      if (!registered.ok) {
        if (registered.error === 'conflict')
          return showForm(c, form, [{ field: 'narrative', text: refusals.conflict.text }], 409)
        // A repeat after the slip was given.
        const { noted } = registered.error
        return seeOther(c, (await openCase(ports, member, noted)) ? casePath(noted) : deskPages.traces.path)
      }
      const slip = registered.value
      await slips.write(c, member.id, { slip, unit: slip.unitId, nobody, key })
      return seeOther(c, deskPages.registered.path)
    })
}
