import { type Context, Hono } from 'hono'
import { ledgerQuery, ledgerWords, readLedgerFilter } from '#domain/ledger/filter.ts'
import { readViewName, viewMessages } from '#domain/ledger/views.ts'
import { deskPages, ledgerPaths, withQuery } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import {
  errorTitle,
  fieldValue,
  filledForm,
  formState,
  type PostedForm,
  posted,
  typedText,
} from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { notTakenText } from '../moves/not-taken.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { askedIn, faultText, faultyHref } from './address.ts'
import { ledgerReach } from './read-ledger.ts'
import { ViewsPage, viewFields } from './views-page.tsx'

/** /desk/ledger/views: filters of the ledger under a name. */
export const ledgerViewRoutes = ({ views }: Pick<DeskCasePorts, 'views'>): Hono => {
  const askedBy = (c: Context, form: PostedForm) =>
    readLedgerFilter((field) => fieldValue(form, field), ledgerReach(memberOf(c)))

  const show = async (
    c: Context,
    form: PostedForm,
    refused?: { text: string; status: 403 | 415 | 422 },
  ): Promise<Response> => {
    const member = memberOf(c)
    const errors = refused ? [{ field: viewFields.name, text: refused.text }] : []
    const { filter } = askedBy(c, form)
    const main = (
      <ViewsPage
        state={formState(form, errors)}
        errors={errors}
        words={ledgerWords(filter, ledgerReach(member))}
        views={await views.views(member)}
        mayShare={roles[member.role].decides}
      />
    )
    return deskPage(
      c,
      { title: errorTitle('存下这样看', refused !== undefined), current: 'ledger', main },
      refused?.status ?? 200,
    )
  }

  return new Hono()
    .get(ledgerPaths.views, (c) => {
      const { faults, ...asked } = askedIn(c)
      if (faults.length > 0) return seeOther(c, faultyHref(c))
      return show(c, filledForm(Object.fromEntries(ledgerQuery(asked))))
    })
    .post(ledgerPaths.views, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        show(c, typed, { text: notTakenText[refusal], status }),
      )
      if (!form.ok) return form.error
      const member = memberOf(c)
      const name = readViewName(typedText(form.value, viewFields.name))
      if (!name.ok) return show(c, form.value, { text: viewMessages[name.error], status: 422 })
      const { faults, ...asked } = askedBy(c, form.value)
      if (faults.length > 0) return show(c, form.value, { text: faultText(faults), status: 422 })
      const query = `${ledgerQuery(asked)}`
      const shared = roles[member.role].decides && fieldValue(form.value, viewFields.shared) === 'yes'
      const kept = await views.keepView(member.id, { name: name.value, query, shared })
      return kept
        ? seeOther(c, withQuery(deskPages.ledger.path, query))
        : show(c, form.value, { text: viewMessages.full, status: 422 })
    })
    .post(ledgerPaths.dropView, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      await views.dropView(memberOf(c).id, fieldValue(form.value, viewFields.id))
      return seeOther(c, ledgerPaths.views)
    })
}
