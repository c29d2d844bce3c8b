import type { Context } from 'hono'
import { cannotUndo, moveFault } from '#domain/moves/rules.ts'
import { type MoveKind, moves } from '#domain/moves/table.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorTitle, filledForm, formState, type PostedForm } from '#http/form.ts'
import type { FormError } from '#ui/form/state.ts'
import { AgreementHint } from '../agreement/move-hint.tsx'
import type { DeskCase } from '../case/open-case.ts'
import { openedFrom } from '../lists/opened-from.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { subjectOf } from '../ui/case-list.tsx'
import { moveContext } from './context.tsx'
import { interestNotices } from './interest.tsx'
import { namePeople } from './named-people.ts'
import { moveOptions } from './options.ts'
import { MoveForm, seenField } from './page.tsx'

interface Typed {
  form?: PostedForm | undefined
  errors?: FormError[]
  changed?: string[]
  status?: 200 | 403 | 409 | 415 | 422
  /** What its writer had seen before they made this very move; null if they did not make it just now. */
  before?: number | null
}

/** The pages that answer a move. */
export const movePages = (ports: DeskCasePorts) => {
  const showForm = async (c: Context, deskCase: DeskCase, kind: MoveKind, typed: Typed = {}) => {
    // A person who may not make the move does not see its options.
    const closed = moveFault(kind, deskCase.standing) !== null
    const options = closed
      ? {}
      : await namePeople(
          ports,
          memberOf(c),
          deskCase,
          await moveOptions(kind, deskCase, ports.directory, memberOf(c), ports.clock()),
        )
    const { shown, filled } = closed
      ? { shown: null, filled: {} }
      : await moveContext(ports, c, kind, deskCase)
    const notices = closed ? null : await interestNotices(ports, memberOf(c), kind, deskCase, options)
    const { record } = deskCase
    const { form = filledForm(filled), errors = [], changed = [], status = 200, before = null } = typed
    const main = (
      <MoveForm
        number={record.number}
        title={subjectOf(record)}
        from={openedFrom(c).query}
        kind={kind}
        options={options}
        context={
          <>
            {notices}
            {closed ? null : <AgreementHint kind={kind} deskCase={deskCase} options={options} />}
            {shown}
          </>
        }
        errors={errors}
        changed={changed}
        track={record.track}
        seen={before ?? record.headSeq}
        again={before !== null}
        closed={closed}
        asksSure={!closed && cannotUndo(kind, deskCase.standing)}
        state={formState(form, errors)}
        chosen={(name) => form.get(name) ?? []}
      />
    )
    const title = errorTitle(moves[kind].name, status !== 200)
    return deskPage(c, { title, current: 'cases', main }, status)
  }

  return {
    showForm,

    /** The form with what was typed, and why the move was not made. */
    showAgain: (
      c: Context,
      deskCase: DeskCase,
      kind: MoveKind,
      form: PostedForm,
      { text, status, changed = [] }: { text: string; status: 403 | 409 | 415; changed?: string[] },
    ) => showForm(c, deskCase, kind, { form, errors: [{ field: seenField, text }], changed, status }),
  }
}
