import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { type MoveOptions, readMove } from '#domain/moves/fields.ts'
import { moveFault } from '#domain/moves/rules.ts'
import { failureMessages, moveFieldMessage } from '#domain/moves/sentences.ts'
import { isMoveKind, type MoveField, type MoveKind, moves } from '#domain/moves/table.ts'
import { casePath, movePath } from '#domain/routes/desk.ts'
import type { Track } from '#domain/words/tracks.ts'
import { deskPage } from '#http/desk-page.tsx'
import { fieldValue, type PostedForm, readForm, typedText } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import { type DeskCase, openCase } from '../case/open-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-table.tsx'
import { readChanges } from './changes.ts'
import { LostWords } from './lost-words.tsx'
import { moveOpenedCase } from './move-case.ts'
import { moveOptions } from './options.ts'
import { MoveForm, seenField } from './page.tsx'

interface Typed {
  form?: PostedForm | undefined
  errors?: FormError[]
  changed?: string[]
  status?: 200 | 403 | 409 | 422
}

const stateOf = ({ form, errors = [] }: Typed): FormState => ({
  value: (name) => (form ? typedText(form, name) : ''),
  error: (name) => errors.find(({ field }) => field === name)?.text,
})

const elsewhere = '这次提交不像是从本站的页面点来的。您写的都在下面，请再点一次。'

/** What somebody wrote in a form, as far as it is words and not a choice. */
const wordsIn = (form: PostedForm): string[] =>
  (['message', 'reason', 'body', 'subject'] as const).map((field) => typedText(form, field)).filter(Boolean)
const hasWords = (form: PostedForm): boolean => wordsIn(form).length > 0

/** /desk/cases/<number>/<move>: the form of a move, and the move. */
export const moveRoutes = (ports: DeskCasePorts): Hono => {
  const showForm = async (c: Context, deskCase: DeskCase, kind: MoveKind, typed: Typed = {}) => {
    const member = memberOf(c)
    // Who may not make the move is not shown what it could choose from.
    const options = moveFault(kind, deskCase.standing)
      ? {}
      : await moveOptions(kind, deskCase, ports.directory, member.unit)
    const { record } = deskCase
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

  /** The case and the move an address names, or null: then nothing says which of the two was wrong. */
  const named = async (c: Context) => {
    const { number = '', kind = '' } = c.req.param()
    const deskCase = await openCase(ports, memberOf(c), number)
    if (!deskCase) await ports.looks.refused(memberOf(c), number)
    return deskCase && isMoveKind(kind) ? { deskCase, kind, number } : null
  }

  const showChanges = (c: Context, deskCase: DeskCase, seen: number) =>
    readChanges(ports, memberOf(c), deskCase, seen)

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
    .get(movePath(':number', ':kind'), async (c) => {
      const found = await named(c)
      if (!found) return refuse(c, 'notFound')
      const fault = moveFault(found.kind, found.deskCase.standing)
      return fault ? seeOther(c, casePath(found.number)) : showForm(c, found.deskCase, found.kind)
    })
    .post(movePath(':number', ':kind'), async (c) => {
      const posted = await readForm(c)
      const found = await named(c)
      const typed = posted.ok ? posted.value : 'form' in posted.error ? posted.error.form : undefined
      if (!found) return typed && hasWords(typed) ? keepWords(c, typed) : refuse(c, 'notFound')
      const { deskCase, kind, number } = found
      const showAgain = (text: string, status: 403 | 409, more: Typed = {}) =>
        showForm(c, deskCase, kind, { form: typed, errors: [{ field: seenField, text }], status, ...more })
      if (!posted.ok)
        return posted.error.kind === 'origin' ? showAgain(elsewhere, 403) : refuse(c, posted.error.kind)
      const fault = moveFault(kind, deskCase.standing)
      const seen = Number(fieldValue(posted.value, seenField))
      if (fault)
        return showAgain(failureMessages[fault], 409, { changed: await showChanges(c, deskCase, seen) })
      const options = await moveOptions(kind, deskCase, ports.directory, memberOf(c).unit)
      const input = judge(kind, deskCase.record.track, posted.value, options)
      if (!input.ok)
        return showForm(c, deskCase, kind, { form: typed, errors: errorsIn(input.error), status: 422 })
      const moved = await moveOpenedCase(ports, deskCase, { kind, by: memberOf(c), input: input.value, seen })
      if (moved.ok) return seeOther(c, casePath(number))
      const { other = '' } = input.value
      if (moved.error === 'otherUnknown' && other !== number) await ports.looks.refused(memberOf(c), other)
      const fresh = await openCase(ports, memberOf(c), number)
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
