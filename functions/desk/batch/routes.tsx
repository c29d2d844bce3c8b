import { type Context, Hono } from 'hono'
import { type BatchKind, batchKindsFor, batchMove, mostInBatch } from '#domain/moves/batch.ts'
import { moves } from '#domain/moves/table.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, fieldValue, filledForm, formState, type PostedForm, posted } from '#http/form.ts'
import { showLostForm, showNotTaken } from '#http/lost-form.tsx'
import { queryValue, queryValues } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
import { notTakenText } from '../moves/not-taken.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { caseField } from '../ui/case-list.tsx'
import { batchDoneHref } from './address.ts'
import { BatchDonePage } from './done-page.tsx'
import { lineAnchor, makeBatch } from './make-batch.ts'
import { BatchPage } from './page.tsx'
import { attemptOf, batchKindOf, chosenNumbers, filledFields, kindField } from './posted-batch.ts'
import { type DoneLine, doneIn, readDone } from './read-done.ts'
import { type BatchLine, readLine } from './read-lines.ts'

interface Shown {
  kind: BatchKind
  lines: BatchLine[]
  form: PostedForm
  done?: DoneLine[]
  changed?: Map<string, string[]>
  errors?: FormError[]
  status?: 200 | 403 | 409 | 415 | 422
}

const showBatch = (
  c: Context,
  { kind, lines, form, done = [], changed = new Map(), errors = [], status = 200 }: Shown,
) => {
  const main = (
    <BatchPage
      kind={kind}
      lines={lines}
      done={done}
      changed={changed}
      errors={errors}
      state={formState(form, errors)}
      chosen={(name) => form.get(name) ?? []}
    />
  )
  const title = errorTitle(`${moves[kind].name}，一起办`, status !== 200)
  return deskPage(c, { title, current: 'cases', main }, status)
}

/** Each error once: a field that all cases share is wrong for each of them. */
const once = (errors: FormError[]): FormError[] => [
  ...new Map(errors.map((error) => [`${error.field} ${error.text}`, error])).values(),
]

/** /desk/batch: one move for the chosen cases; /desk/batch/done: what was done, for the person who did it. */
export const batchRoutes = (ports: DeskCasePorts): Hono => {
  const readLines = async (c: Context, kind: BatchKind, numbers: string[]) => {
    const lines: BatchLine[] = []
    for (const number of numbers) lines.push(await readLine(ports, memberOf(c), kind, number))
    return lines
  }

  const show = async (c: Context) => {
    const kind = batchKindOf(queryValue(c, kindField))
    if (!kind) return refuse(c, 'notFound')
    const lines = await readLines(c, kind, chosenNumbers(queryValues(c, caseField, mostInBatch)))
    return showBatch(c, { kind, lines, form: filledForm(filledFields(kind, lines)) })
  }

  const post = async (c: Context) => {
    const member = memberOf(c)
    const read = await posted(c, async (form, why) => {
      const kind = batchKindOf(fieldValue(form, kindField))
      const numbers = chosenNumbers(form.get(caseField) ?? [])
      const [first] = numbers
      if (!kind || !first) return showNotTaken(c, why, form)
      const errors = [{ field: lineAnchor(first), text: notTakenText[why.refusal] }]
      const lines = await readLines(c, kind, numbers)
      return showBatch(c, { kind, lines, form, errors, status: why.status })
    })
    if (!read.ok) return read.error
    const form = read.value
    const kind = batchKindOf(fieldValue(form, kindField))
    if (!kind) return showLostForm(c, 'moved', form, () => refuse(c, 'notFound'))
    const numbers = chosenNumbers(form.get(caseField) ?? [])
    const attempts = numbers.map((number) => attemptOf(form, kind, number, member))
    const { done, kept } = await makeBatch(ports, member, kind, attempts)
    if (kept.length === 0 && done.length > 0) return seeOther(c, batchDoneHref(kind, done))
    return showBatch(c, {
      ...{ kind, form },
      lines: kept.map(({ line }) => line),
      done: await readDone(ports, member, kind, done),
      changed: new Map(kept.map(({ line, changed }) => [line.number, changed])),
      errors: once(kept.flatMap(({ errors }) => errors)),
      status: kept.some(({ line, changed }) => line.closed !== null || changed.length > 0) ? 409 : 422,
    })
  }

  return new Hono()
    .get(deskPages.batch.path, show)
    .post(deskPages.batch.path, post)
    .get(deskPages.batchDone.path, async (c) => {
      const member = memberOf(c)
      const kind = batchKindOf(queryValue(c, kindField))
      const asked = doneIn(queryValues(c, caseField, mostInBatch))
      const lines = kind ? await readDone(ports, member, kind, asked) : []
      for (const { number } of asked)
        if (!lines.some((line) => line.number === number)) await ports.looks.refused(member, number)
      if (!kind || lines.length === 0) return refuse(c, 'notFound')
      // After their acceptance the cases can be given to others.
      const next = batchKindsFor(member).filter((one) => one !== kind && batchMove(one).shared)
      const main = <BatchDonePage kind={kind} lines={lines} next={next} />
      return deskPage(c, {
        title: `${moves[kind].name}：${deskPages.batchDone.name}`,
        current: 'cases',
        main,
      })
    })
}
