import { type Context, Hono } from 'hono'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { spokenDay } from '#domain/basics/time.ts'
import { onDuty } from '#domain/clocks/duty.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { type Fault, readFiling } from '#domain/filing/filing.ts'
import type { Refusal } from '#domain/filing/messages.ts'
import { actions, pages } from '#domain/routes/site.ts'
import type { Similar } from '#domain/search/similar.ts'
import { county } from '#generated/county.ts'
import { errorList, repeatedFields, toInput } from '#http/filing-form.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { DonePage, doneTitle, NotedPage } from '../done/page.tsx'
import { type FiledAnswer, fileCase } from '../file-case.ts'
import { firstStep } from '../filing-events.ts'
import { FileForm } from '../form.tsx'
import { trapField } from '../form-parts.tsx'
import { browserCookie, formKey, newToken, sendTokenIn } from '../send-token.ts'
import { slipCookie, slipField, slipOf } from '../slip-cookie.ts'
import { editField } from './answers.tsx'
import { CheckPage, confirmedField } from './page.tsx'
import { choosesVillage, withVillage } from './village.tsx'

const trapMessage = '这一格是防机器乱填的，请把它清空，再交一次。'

const isTrapped = (form: PostedForm): boolean => typedText(form, trapField) !== ''

/** The check page and the sending of a filing: /file/check, /file/send. */
export const checkRoutes = (ports: Ports<FilingStore>, similar: Similar): Hono => {
  const slips = slipCookie(ports)
  const browsers = browserCookie(ports)
  const dutyNow = () => onDuty(county.duty, ports.clock())

  const showForm = (
    c: Context,
    form: PostedForm,
    status: 200 | 403 | 415 | 422,
    { faults = [], refusal }: { faults?: Fault[]; refusal?: Refusal } = {},
  ) => {
    const trapped = isTrapped(form)
    const errors = [
      ...errorList([...repeatedFields(form), ...faults]),
      ...(trapped ? [{ field: trapField, text: trapMessage }] : []),
    ]
    const danger = fieldValue(form, 'danger') === 'true'
    const main = (
      <FileForm
        {...{
          state: formState(form, errors),
          errors,
          danger,
          duty: dutyNow(),
          trapped,
          ...(refusal && { refusal }),
        }}
      />
    )
    const title = errorTitle(pages.file.name, status === 415 || status === 422)
    return page(c, { title, current: 'file', main, exit: danger || 'hidden' }, status)
  }

  const showCheck = async (
    c: Context,
    filing: Filing,
    status: 200 | 409 | 422 | 503,
    {
      refusal,
      sent,
      unconfirmed = false,
    }: { refusal?: 'conflict' | 'notSent'; sent?: string; unconfirmed?: boolean } = {},
  ) => {
    const token = sent ?? (await browsers.tokenFor(await browsers.meet(c), filing))
    const step = firstStep(filing, ports.clock())
    // A person in danger sees help, not texts about similar cases.
    const alike = filing.danger
      ? []
      : await similar.byWords(`${filing.request} ${filing.narrative}`, filing.category)
    const main = (
      <CheckPage
        filing={filing}
        token={token}
        firstStep={step && { what: step.what, by: spokenDay(step.by) }}
        refusal={refusal}
        unconfirmed={unconfirmed}
        similar={alike}
        duty={filing.danger ? dutyNow() : undefined}
      />
    )
    return page(c, { title: '核对信息', current: 'file', main, exit: filing.danger }, status)
  }

  /** Reads and validates the form: a filing, or the answer with the errors. */
  const take = async (c: Context): Promise<Result<{ filing: Filing; form: PostedForm }, Response>> => {
    const read = await posted(c, (form, { refusal, status }) => showForm(c, form, status, { refusal }))
    if (!read.ok) return read
    const form = withVillage(read.value)
    if (form.has(editField)) return fail(await showForm(c, form, 200))
    const filing = readFiling(toInput(form))
    if (filing.ok && repeatedFields(form).length === 0 && !isTrapped(form))
      return ok({ filing: filing.value, form })
    return fail(await showForm(c, form, 422, { faults: filing.ok ? [] : filing.error }))
  }

  /** Shows the slip of a filing: on its own page, or at once to a browser that keeps no cookies. */
  const showSlip = async (c: Context, answer: FiledAnswer, token: string, { track }: Filing) => {
    const browser = await browsers.read(c)
    if (!browser) {
      const main = <DonePage slip={answer} token={token} />
      return page(c, { title: doneTitle, current: 'file', main })
    }
    const key = formKey(token)
    const isFirst = !browser.filed || (await slips.read(c, ''))?.key === key
    const slip = isFirst ? '' : slipOf(token)
    await slips.write(c, slip, { answer, key, givesFiles: track !== 'tip' })
    await browsers.write(c, { ...browser, filed: true })
    return seeOther(c, isFirst ? actions.fileDone : `${actions.fileDone}?${slipField}=${slip}`)
  }

  const toForm = (c: Context) => seeOther(c, pages.file.path)

  return (
    new Hono()
      // A browser may reload the URL of a post with GET: redirect to the form instead of refusing.
      .get(actions.fileCheck, toForm)
      .get(actions.fileSend, toForm)
      .post(actions.fileCheck, async (c) => {
        const reading = await take(c)
        return reading.ok ? showCheck(c, reading.value.filing, 200) : reading.error
      })
      .post(actions.fileSend, async (c) => {
        const reading = await take(c)
        if (!reading.ok) return reading.error
        const { filing, form } = reading.value
        const token = sendTokenIn(form)
        // Without a valid token the person has not seen the check page: show it.
        if (!token) return showCheck(c, filing, 422)
        // They have not seen yet who gets it, and the token is that of the answers before.
        if (choosesVillage(form)) return showCheck(c, filing, 200)
        if (filing.onBehalfOf && fieldValue(form, confirmedField) === '')
          return showCheck(c, filing, 422, { sent: token, unconfirmed: true })
        // The page shows the answers with the same token, so that sending again cannot file twice.
        const filed = await fileCase(ports, filing, formKey(token)).catch((error: Error) => {
          ports.log({ event: 'fault', kind: error.name, path: actions.fileSend })
          return null
        })
        if (!filed) return showCheck(c, filing, 503, { refusal: 'notSent', sent: token })
        if (filed.ok) return showSlip(c, filed.value, token, filing)
        if (filed.error === 'conflict') return showCheck(c, filing, 409, { refusal: 'conflict' })
        const main = <NotedPage caseNumber={filed.error.noted} filing={filing} token={newToken(ports)} />
        return page(c, { title: '已经提交过了', current: 'file', main })
      })
  )
}
