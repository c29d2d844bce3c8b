import { type Context, Hono } from 'hono'
import { lengths, readSpan } from '#domain/basics/bounds.ts'
import { readLine } from '#domain/basics/normalise.ts'
import { dayOf, startOfDay } from '#domain/basics/time.ts'
import { evidenceOf, fileName } from '#domain/history/case-files.ts'
import { evidencePath, fileBytesPath, filePath } from '#domain/routes/desk.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { playsSound } from '#http/own-policy.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { sendFile } from '#http/send-file.ts'
import { blankState, type FormError } from '#ui/form/state.ts'
import { appendEvent } from '../append-event.ts'
import type { DeskCase } from '../case/open-case.ts'
import { missingCase } from '../missing-case.ts'
import { actorOf } from '../moves/move-case.ts'
import { notTakenText } from '../moves/not-taken.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-list.tsx'
import { FilePage } from './file-page.tsx'
import { EvidenceList } from './list-page.tsx'
import { readFiles } from './read-files.ts'
import { fileRows } from './rows.ts'
import { errorIn, lostWords, numberIn, openFor, openToRecord, type Status } from './shared.ts'

const factMessages = {
  required: '请写一写这份材料证明什么，一句话。',
  tooLong: `写得太长了，最多 ${lengths.fact} 个字。`,
  stale: '刚才有人也在动这件案子，没有记下。请再点一次。',
} as const

/**
 * Logs that somebody opens a file of a case, or any part of it. Parts of one day that follow each other within `readSpan`
 * are one read, and so is the page they are shown on: a player asks for one part after another.
 */
const logOpening = async (
  { store, clock }: Pick<DeskCasePorts, 'store' | 'clock'>,
  { id: staff, unit: acting }: Pick<StaffMember, 'id' | 'unit'>,
  { record }: DeskCase,
): Promise<void> => {
  const at = clock()
  const since = Math.max(at - readSpan, startOfDay(dayOf(at)))
  await store.logReadOnce({ staff, acting, caseId: record.id, kind: 'open', at }, since)
}

/** One file of a case, its bytes, what it shows; and the printed list of all. */
export const showRoutes = (ports: DeskCasePorts): Hono => {
  const showFile = async (c: Context, status: Status = 200, form?: PostedForm, errors: FormError[] = []) => {
    const id = c.req.param('id') ?? ''
    const view = await readFiles(ports, memberOf(c), numberIn(c), 'open', id)
    if (!view) return form ? lostWords(c, form) : missingCase(ports, c)
    const row = fileRows(view).find(({ file }) => file.id === id)
    if (!row) return form ? lostWords(c, form) : refuse(c, 'notFound')
    playsSound(c)
    const main = (
      <FilePage
        number={view.number}
        title={subjectOf(view)}
        row={row}
        mayWrite={view.mayRecord}
        state={form ? formState(form, errors) : blankState}
        errors={errors}
      />
    )
    return deskPage(
      c,
      { title: errorTitle(fileName(row.file, row.caption), status !== 200), current: 'cases', main },
      status,
    )
  }

  return new Hono()
    .get(evidencePath(':number'), async (c) => {
      const view = await readFiles(ports, memberOf(c), numberIn(c), 'print')
      if (!view) return missingCase(ports, c)
      const main = <EvidenceList view={view} now={ports.clock()} />
      return deskPage(c, { title: `证据清单 ${view.number}`, current: 'cases', main, paper: true })
    })
    .get(filePath(':number', ':id'), (c) => showFile(c))
    .post(filePath(':number', ':id'), async (c) => {
      const form = await posted(c, (typed, why) =>
        showFile(c, why.status, typed, errorIn('fact', notTakenText[why.refusal])),
      )
      if (!form.ok) return form.error
      const deskCase = await openToRecord(ports, c)
      const id = c.req.param('id') ?? ''
      if (!deskCase || !evidenceOf(deskCase.events).some((file) => file.id === id))
        return lostWords(c, form.value)
      const fact = readLine(typedText(form.value, 'fact'), lengths.fact)
      const again = (status: Status, text: string) => showFile(c, status, form.value, errorIn('fact', text))
      if (fact === null) return again(422, factMessages.tooLong)
      if (fact === '') return again(422, factMessages.required)
      const done = await appendEvent(
        ports.store,
        async () => (await openToRecord(ports, c))?.stored ?? null,
        () => ({
          ...actorOf(memberOf(c)),
          ...{ kind: 'file-fact', at: ports.clock(), data: { fileId: id } },
          ...{ scope: 'record', words: { fact } },
        }),
      )
      if (done.ok) return seeOther(c, filePath(numberIn(c), id))
      return done.error === 'stale' ? again(409, factMessages.stale) : lostWords(c, form.value)
    })
    .get(fileBytesPath(':number', ':id'), async (c) => {
      const deskCase = await openFor(ports, c)
      if (!deskCase) return missingCase(ports, c)
      const file = evidenceOf(deskCase.events).find(({ id }) => id === c.req.param('id'))
      if (!file) return refuse(c, 'notFound')
      const { stored } = deskCase
      await logOpening(ports, memberOf(c), deskCase)
      const sent = await sendFile(c, file, (from, to) => ports.files.open(stored, file, from, to))
      return sent ?? refuse(c, 'notFound')
    })
}
