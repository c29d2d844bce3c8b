import { type Context, Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import type { MoveOptions } from '#domain/moves/fields.ts'
import { readMove } from '#domain/moves/read-move.ts'
import { moveFault } from '#domain/moves/rules.ts'
import { failureMessages, moveFieldMessage } from '#domain/moves/sentences.ts'
import { isMoveKind, type MoveField, type MoveKind, moves } from '#domain/moves/table.ts'
import { casePath, movePath } from '#domain/routes/desk.ts'
import type { Track } from '#domain/words/tracks.ts'
import { deskPage } from '#http/desk-page.tsx'
import { deskWords } from '#http/desk-words.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
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

const elsewhere = '这次提交不像是从本站的页面点来的。您写的都在下面，请再点一次。'

/** /desk/cases/<number>/<move>: shows the form of a move and makes the move. */
export const moveRoutes = (ports: DeskCasePorts): Hono => {
  const showForm = async (c: Context, deskCase: DeskCase, kind: MoveKind, typed: Typed = {}) => {
    const member = memberOf(c)
    // A person who may not make the move does not see its options.
    const options = moveFault(kind, deskCase.standing)
      ? {}
      : await moveOptions(kind, deskCase, ports.directory, member.unit)
    const { record } = deskCase
    const { form = new Map(), errors = [], changed = [], status = 200 } = typed
    const main = (
      <MoveForm
        number={record.number}
        title={subjectOf(record)}
        kind={kind}
        options={options}
        errors={errors}
        changed={changed}
        track={record.track}
        seen={record.headSeq}
        state={formState(form, errors)}
        chosen={(name) => form.get(name) ?? []}
      />
    )
    const title = errorTitle(moves[kind].name, status !== 200)
    return deskPage(c, { title, current: 'cases', main }, status)
  }

  /** The case and the move that the path names; null if either is wrong, so that the answer does not tell which. */
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

  /** The form with what was typed, and why the move was not made. */
  const showAgain = (
    c: Context,
    { deskCase, kind }: { deskCase: DeskCase; kind: MoveKind },
    form: PostedForm,
    text: string,
    status: 403 | 409,
    changed: string[] = [],
  ) => showForm(c, deskCase, kind, { form, errors: [{ field: seenField, text }], changed, status })

  /** Answers when the case was transferred while the person wrote: shows their text, so that they can copy it. */
  const keepWords = (c: Context, form: PostedForm) => {
    const main = <LostWords words={deskWords(form).map(({ text }) => text)} />
    return deskPage(c, { title: errorTitle('案件不在您这里了'), current: 'cases', main }, 404)
  }

  return new Hono()
    .get(movePath(':number', ':kind'), async (c) => {
      const found = await named(c)
      if (!found) return refuse(c, 'notFound')
      const fault = moveFault(found.kind, found.deskCase.standing)
      return fault ? seeOther(c, casePath(found.number)) : showForm(c, found.deskCase, found.kind)
    })
    .post(movePath(':number', ':kind'), async (c) => {
      const found = await named(c)
      const form = await posted(c, (typed) =>
        found ? showAgain(c, found, typed, elsewhere, 403) : refuse(c, 'origin'),
      )
      if (!form.ok) return form.error
      const typed = form.value
      if (!found) return deskWords(typed).length > 0 ? keepWords(c, typed) : refuse(c, 'notFound')
      const { deskCase, kind, number } = found
      const fault = moveFault(kind, deskCase.standing)
      const seen = Number(fieldValue(typed, seenField))
      if (fault)
        return showAgain(c, found, typed, failureMessages[fault], 409, await showChanges(c, deskCase, seen))
      const options = await moveOptions(kind, deskCase, ports.directory, memberOf(c).unit)
      const input = judge(kind, deskCase.record.track, typed, options)
      if (!input.ok)
        return showForm(c, deskCase, kind, { form: typed, errors: errorsIn(input.error), status: 422 })
      const moved = await moveOpenedCase(ports, deskCase, { kind, by: memberOf(c), input: input.value, seen })
      if (moved.ok) return seeOther(c, casePath(number))
      const { other = '' } = input.value
      if (moved.error === 'otherUnknown' && other !== number) await ports.looks.refused(memberOf(c), other)
      const fresh = await openCase(ports, memberOf(c), number)
      if (!fresh) return keepWords(c, typed)
      const why = failureMessages[moved.error]
      return showAgain(c, { deskCase: fresh, kind }, typed, why, 409, await showChanges(c, fresh, seen))
    })
}
