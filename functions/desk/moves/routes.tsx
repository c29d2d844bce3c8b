import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { type MoveOptions, readMove } from '#domain/moves/fields.ts'
import { moveFault } from '#domain/moves/rules.ts'
import { failureMessages, moveFieldMessage, staffWords } from '#domain/moves/sentences.ts'
import { isMoveKind, type MoveField, type MoveKind, moves } from '#domain/moves/table.ts'
import { deskCase } from '#domain/routes/desk.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Track } from '#domain/words/tracks.ts'
import { deskData } from '#generated/desk.ts'
import { seeOther } from '#http/answers.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, type PostedForm, readForm, typedText } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import type { FormState } from '#ui/fields.tsx'
import { linksShownTo } from '../case/linked-cases.ts'
import { type CaseFile, openFile } from '../case/open-case.ts'
import { CaseFilePage } from '../case/page.tsx'
import { readFile } from '../case/read-case.ts'
import { Duties } from '../handbook/page.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { HandOverPaper, referralIn } from '../referral/page.tsx'
import { ReportPage } from '../report/page.tsx'
import { subjectOf } from '../ui/case-table.tsx'
import { moveFile } from './move-case.ts'
import { moveOptions } from './options.ts'
import { LostWords, MoveForm, seenField } from './page.tsx'

interface Typed {
  form?: PostedForm | undefined
  errors?: { field: string; text: string }[]
  changed?: string[]
  status?: 200 | 403 | 409 | 422
}

const stateOf = ({ form, errors = [] }: Typed): FormState => ({
  value: (name) => (form ? typedText(form, name) : ''),
  error: (name) => errors.find(({ field }) => field === name)?.text,
})

/** What happened after the event a person had before him. */
const changedSince = async (
  ports: DeskCasePorts,
  member: StaffMember,
  { events }: CaseFile,
  seen: number,
): Promise<string[]> =>
  (
    await linksShownTo(
      ports,
      member,
      events.filter(({ seq }) => seq > seen),
    )
  ).map(staffWords)

const elsewhere = '这次提交不像是从本站的页面点来的。您写的都在下面，请再点一次。'

/** What somebody wrote in a form, as far as it is words and not a choice. */
const wordsIn = (form: PostedForm): string[] =>
  (['message', 'reason', 'body', 'subject'] as const).map((field) => typedText(form, field)).filter(Boolean)
const hasWords = (form: PostedForm): boolean => wordsIn(form).length > 0

/** One case: its page, its report, its moves. */
export const caseRoutes = (ports: DeskCasePorts): Hono => {
  const showForm = async (c: Context, file: CaseFile, kind: MoveKind, typed: Typed = {}) => {
    const member = memberOf(c)
    // Who may not make the move is not shown what it could choose from.
    const options = moveFault(kind, file.standing)
      ? {}
      : await moveOptions(kind, file, ports.directory, member.unit)
    const { record } = file
    const { form, errors = [], changed = [], status = 200 } = typed
    const main = (
      <MoveForm
        {...{ number: record.number, title: subjectOf(record), kind, options, errors, changed }}
        track={record.track}
        seen={record.headSeq}
        state={stateOf(typed)}
        chosen={(name) => form?.get(name) ?? []}
      />
    )
    const title = status === 200 ? moves[kind].name : `错误：${moves[kind].name}`
    return deskPage(c, { title, current: 'cases', main }, status)
  }

  /** A case that is not there, or not for this person: one answer for both, written down before it is given. */
  const missing = async (c: Context) => {
    await ports.looks.refused(memberOf(c), c.req.param('number') ?? '')
    return refuse(c, 'notFound')
  }

  /** The case and the move an address names, or null: then nothing says which of the two was wrong. */
  const named = async (c: Context) => {
    const { number = '', kind = '' } = c.req.param()
    const file = await openFile(ports, memberOf(c), number)
    if (!file) await ports.looks.refused(memberOf(c), number)
    return file && isMoveKind(kind) ? { file, kind, number } : null
  }

  /** What the person had not seen yet. Being shown it is a read of the case, written down first. */
  const showChanges = async (c: Context, file: CaseFile, seen: number): Promise<string[]> => {
    const staff = memberOf(c)
    const changed = await changedSince(ports, staff, file, seen)
    if (changed.length === 0) return changed
    const { id, number } = file.record
    const entry = {
      staff: staff.id,
      acting: staff.unit,
      caseId: id,
      kind: 'stale',
      at: ports.clock(),
    } as const
    await ports.store.logRead(entry, 1)
    await ports.looks.stale(staff, number)
    return changed
  }

  const errorsIn = (faults: Parameters<typeof moveFieldMessage>[0][]) =>
    faults.map((fault) => ({ field: fault.field, text: moveFieldMessage(fault) }))

  const judge = (kind: MoveKind, track: Track, form: PostedForm, options: MoveOptions) =>
    readMove(kind, track, (field: MoveField) => form.get(field) ?? [], options, dayOf(ports.clock()))

  /** The case went elsewhere while somebody wrote: what he wrote is his to copy. */
  const keepWords = (c: Context, form: PostedForm) => {
    const main = <LostWords words={wordsIn(form)} />
    return deskPage(c, { title: '错误：案件不在您这里了', current: 'cases', main }, 404)
  }

  return new Hono()
    .get('/desk/cases/:number', async (c) => {
      const view = await readFile(ports, memberOf(c), c.req.param('number'), 'open')
      if (!view) return missing(c)
      const main = <CaseFilePage view={view} now={ports.clock()} duties={<Duties data={deskData} />} />
      return deskPage(c, { title: subjectOf(view), current: 'cases', main })
    })
    .get('/desk/cases/:number/report', async (c) => {
      const view = await readFile(ports, memberOf(c), c.req.param('number'), 'print')
      if (!view) return missing(c)
      const main = <ReportPage view={view} now={ports.clock()} />
      return deskPage(c, { title: `一案一报告 ${view.number}`, current: 'cases', main })
    })
    .get('/desk/cases/:number/hand-over', async (c) => {
      const view = await readFile(ports, memberOf(c), c.req.param('number'), 'print')
      if (!view) return missing(c)
      const referral = referralIn(view.events)
      if (!referral) return refuse(c, 'notFound')
      const main = <HandOverPaper view={view} referral={referral} />
      return deskPage(c, { title: `移送函 ${view.number}`, current: 'cases', main })
    })
    .get('/desk/cases/:number/:kind', async (c) => {
      const found = await named(c)
      if (!found) return refuse(c, 'notFound')
      const fault = moveFault(found.kind, found.file.standing)
      return fault ? seeOther(c, deskCase(found.number)) : showForm(c, found.file, found.kind)
    })
    .post('/desk/cases/:number/:kind', async (c) => {
      const posted = await readForm(c)
      const found = await named(c)
      const typed = posted.ok ? posted.value : 'form' in posted.error ? posted.error.form : undefined
      if (!found) return typed && hasWords(typed) ? keepWords(c, typed) : refuse(c, 'notFound')
      const { file, kind, number } = found
      const again = (text: string, status: 403 | 409, more: Typed = {}) =>
        showForm(c, file, kind, { form: typed, errors: [{ field: seenField, text }], status, ...more })
      if (!posted.ok)
        return posted.error.kind === 'origin' ? again(elsewhere, 403) : refuse(c, posted.error.kind)
      const fault = moveFault(kind, file.standing)
      const seen = Number(fieldValue(posted.value, seenField))
      if (fault) return again(failureMessages[fault], 409, { changed: await showChanges(c, file, seen) })
      const options = await moveOptions(kind, file, ports.directory, memberOf(c).unit)
      const input = judge(kind, file.record.track, posted.value, options)
      if (!input.ok)
        return showForm(c, file, kind, { form: typed, errors: errorsIn(input.error), status: 422 })
      const moved = await moveFile(ports, file, { kind, by: memberOf(c), input: input.value, seen })
      if (moved.ok) return seeOther(c, deskCase(number))
      const { other = '' } = input.value
      if (moved.error === 'otherUnknown' && other !== number) await ports.looks.refused(memberOf(c), other)
      const fresh = await openFile(ports, memberOf(c), number)
      if (!fresh) return keepWords(c, posted.value)
      const errors = [{ field: seenField, text: failureMessages[moved.error] }]
      return showForm(c, fresh, kind, {
        form: typed,
        errors,
        changed: await showChanges(c, fresh, seen),
        status: 409,
      })
    })
}
