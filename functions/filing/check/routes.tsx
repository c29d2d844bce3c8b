import { type Context, Hono } from 'hono'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { spokenDay } from '#domain/basics/time.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { type Fault, readFiling } from '#domain/filing/filing.ts'
import type { Refusal } from '#domain/filing/messages.ts'
import { hex } from '#domain/history/encoding.ts'
import { actions, pages } from '#domain/routes/site.ts'
import type { Similar } from '#domain/search/similar.ts'
import { errorList, repeatedFields, toInput } from '#http/filing-form.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { NotedPage } from '../done/page.tsx'
import { fileCase } from '../file-case.ts'
import { firstStep } from '../filing-events.ts'
import { FileForm, trapField } from '../form.tsx'
import { slipCookie } from '../slip-cookie.ts'
import { editField } from './answers.tsx'
import { CheckPage, sendTokenField } from './page.tsx'

const tokenPattern = /^[0-9a-f]{32}$/
/** Form and API have separate idempotency keys: the token of a form never equals the key of an API caller. */
const formKey = (token: string): string => `form:${token}`
const trapMessage = '这一格是防机器乱填的，请把它清空，再交一次。'

const isTrapped = (form: PostedForm): boolean => typedText(form, trapField) !== ''

/** The check page and the sending of a filing: /file/check, /file/send. */
export const checkRoutes = (ports: Ports<FilingStore>, similar: Similar): Hono => {
  const slip = slipCookie(ports)
  const newToken = () => hex(ports.random(16))

  const showForm = (
    c: Context,
    form: PostedForm,
    status: 200 | 403 | 422,
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
        {...{ state: formState(form, errors), errors, danger, trapped, ...(refusal && { refusal }) }}
      />
    )
    const title = errorTitle(pages.file.name, status === 422)
    return page(c, { title, current: 'file', main }, status)
  }

  const showCheck = async (
    c: Context,
    filing: Filing,
    status: 200 | 409 | 422 | 503,
    { refusal, token = newToken() }: { refusal?: 'conflict' | 'notSent'; token?: string } = {},
  ) => {
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
        similar={alike}
      />
    )
    return page(c, { title: '核对信息', current: 'file', main }, status)
  }

  /** Reads and validates the form: a filing, or the answer with the errors. */
  const take = async (c: Context): Promise<Result<{ filing: Filing; form: PostedForm }, Response>> => {
    const read = await posted(c, (form) => showForm(c, form, 403, { refusal: 'origin' }))
    if (!read.ok) return read
    const form = read.value
    if (form.has(editField)) return fail(await showForm(c, form, 200))
    const filing = readFiling(toInput(form))
    if (filing.ok && repeatedFields(form).length === 0 && !isTrapped(form))
      return ok({ filing: filing.value, form })
    return fail(await showForm(c, form, 422, { faults: filing.ok ? [] : filing.error }))
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
        const token = fieldValue(form, sendTokenField)
        // Without a valid token the person has not seen the check page: show it, with a new token.
        if (!tokenPattern.test(token)) return showCheck(c, filing, 422)
        const key = formKey(token)
        // The page shows the answers with the same token, so that sending again cannot file twice.
        const filed = await fileCase(ports, filing, key).catch((error: Error) => {
          ports.log({ event: 'fault', kind: error.name, path: actions.fileSend })
          return null
        })
        if (!filed) return showCheck(c, filing, 503, { refusal: 'notSent', token })
        if (filed.ok) {
          await slip.write(c, { answer: filed.value, key })
          return seeOther(c, actions.fileDone)
        }
        if (filed.error === 'conflict') return showCheck(c, filing, 409, { refusal: 'conflict' })
        const main = <NotedPage caseNumber={filed.error.noted} />
        return page(c, { title: '已经提交过了', current: 'file', main })
      })
  )
}
