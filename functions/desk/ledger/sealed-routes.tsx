import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { exportMessages, mayUnseal, readExportReason } from '#domain/ledger/export-reason.ts'
import { ledgerQuery, ledgerWords, readLedgerFilter } from '#domain/ledger/filter.ts'
import { mostUnsealed } from '#domain/ledger/papers.ts'
import { ledgerPaths } from '#domain/routes/desk.ts'
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
import { showUnreadForm } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { notTakenText } from '../moves/not-taken.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { askedIn, faultText, faultyHref } from './address.ts'
import { streamOf } from './csv.ts'
import { namesFor } from './names.ts'
import { firstRows, ledgerReach } from './read-ledger.ts'
import { sealedLines } from './sealed-lines.ts'
import { exportReasonField, SealedPage } from './sealed-page.tsx'
import { sendLedger } from './send.ts'

const onlyCounty: MiddlewareHandler = async (c, next) =>
  mayUnseal(memberOf(c)) ? next() : showUnreadForm(c, 'notCounty', () => refuse(c, 'notFound'))

/** /desk/ledger/sealed: the ledger with names and words, for leads of the county, who say why. Logged before it is sent. */
export const ledgerSealedRoutes = (ports: DeskCasePorts): Hono => {
  const askedBy = (c: Context, form: PostedForm) =>
    readLedgerFilter((field) => fieldValue(form, field), ledgerReach(memberOf(c)))

  const show = (c: Context, form: PostedForm, refused?: { text: string; status: 403 | 415 | 422 }) => {
    const errors = refused ? [{ field: exportReasonField, text: refused.text }] : []
    const words = ledgerWords(askedBy(c, form).filter, ledgerReach(memberOf(c)))
    const main = <SealedPage state={formState(form, errors)} errors={errors} words={words} />
    const title = errorTitle('带姓名和经过的 CSV', refused !== undefined)
    return deskPage(c, { title, current: 'ledger', main }, refused?.status ?? 200)
  }

  const send = async (c: Context, form: PostedForm): Promise<Response> => {
    const member = memberOf(c)
    const again = (fault: keyof typeof exportMessages) =>
      show(c, form, { text: exportMessages[fault], status: 422 })
    const reason = readExportReason(typedText(form, exportReasonField))
    if (!reason.ok) return again(reason.error)
    const { filter, faults } = askedBy(c, form)
    if (faults.length > 0) return show(c, form, { text: faultText(faults), status: 422 })
    await refreshForScreen(ports)
    const asked = { filter, sort: 'newest' as const }
    const { rows, more } = await firstRows(ports, member, asked, mostUnsealed)
    if (more) return again('tooMany')
    const names = await namesFor(ports.directory, rows)
    const what = { filter: `${ledgerQuery(asked)}`, rows: rows.length, reason: reason.value }
    await ports.looks.unsealed(member, what)
    const by = { staff: member.id, acting: member.unit, at: ports.clock() }
    const ids = rows.map(({ caseId }) => caseId)
    await ports.store.logExport(ids, by)
    const stream = streamOf(sealedLines(ports, member, rows, names), (sent) =>
      ports.looks.exportEnded(member, { form: 'sealed', rows: sent }),
    )
    const file = { type: 'text/csv; charset=utf-8', extension: 'csv', what: '台账（带姓名）' }
    return sendLedger(c, stream, { ...file, today: dayOf(ports.clock()) })
  }

  return new Hono()
    .use(ledgerPaths.sealed, onlyCounty)
    .get(ledgerPaths.sealed, (c) => {
      const { faults, ...asked } = askedIn(c)
      if (faults.length > 0) return seeOther(c, faultyHref(c))
      return show(c, filledForm(Object.fromEntries(ledgerQuery({ ...asked, sort: 'newest' }))))
    })
    .post(ledgerPaths.sealed, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        show(c, typed, { text: notTakenText[refusal], status }),
      )
      return form.ok ? send(c, form.value) : form.error
    })
}
