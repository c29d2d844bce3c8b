import type { Context } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { relationTo } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import { refusals } from '#domain/filing/messages.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import { readMove } from '#domain/moves/read-move.ts'
import { cannotUndo } from '#domain/moves/rules.ts'
import { failureMessages, moveFieldMessage } from '#domain/moves/sentences.ts'
import { isMoveKind, type MoveField, type MoveKind } from '#domain/moves/table.ts'
import { donePath, movedPath } from '#domain/routes/desk.ts'
import { fieldValue, type PostedForm, posted } from '#http/form.ts'
import { showLostForm, showNotTaken } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { type DeskCase, openCase } from '../case/open-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { readChanges } from './changes.ts'
import { confirmedField, mergeComparison } from './compare.tsx'
import { judgeMove } from './judge-move.ts'
import { wasMadeBefore } from './made-before.ts'
import { moveOpenedCase, otherOf } from './move-case.ts'
import { moveOptions } from './options.ts'
import { seenField, sureField } from './page.tsx'
import { movePages } from './show-move.tsx'

const notTakenText = {
  origin: '这次提交不像是从本站的页面点来的。您写的都在下面，请再点一次。',
  encoding: refusals.encoding.text,
}

const notSure = '这一步您自己撤不回来。想好了，请在最下面打勾。'

/** Answers if the case is not there for this person, who may have written while it was transferred. */
const outOfReach = (c: Context, form: PostedForm) =>
  showLostForm(c, 'moved', form, () => refuse(c, 'notFound'))

/** Handles the post of a move: judges its origin, then the move, then its fields, and makes it. */
export const postMove = (ports: DeskCasePorts) => {
  const { showForm, showAgain } = movePages(ports)

  const readInput = async (c: Context, kind: MoveKind, deskCase: DeskCase, form: PostedForm) => {
    const options = await moveOptions(kind, deskCase, ports.directory, memberOf(c).unit)
    const values = (field: MoveField) => form.get(field) ?? []
    return readMove(kind, deskCase.record.track, values, options, dayOf(ports.clock()))
  }

  /** True if this post was stored already. */
  const isRepeat = async (c: Context, number: string, kind: MoveKind, form: PostedForm, seen: number) => {
    const stored = await ports.store.openCase(number)
    return (
      stored !== null &&
      wasMadeBefore(stored, kind, memberOf(c), seen, (then) => readInput(c, kind, then, form))
    )
  }

  /** Answers a move that was not made: shows the form of the current case again, with what changed since `seen`. */
  const notMade = async (
    c: Context,
    deskCase: DeskCase,
    kind: MoveKind,
    form: PostedForm,
    failure: MoveFailure,
    seen: number,
  ) => {
    const changed = await readChanges(ports, memberOf(c), deskCase, seen)
    return showAgain(c, deskCase, kind, form, { text: failureMessages[failure], status: 409, changed })
  }

  return async (c: Context): Promise<Response> => {
    const { number = '', kind = '' } = c.req.param()
    const member = memberOf(c)
    const open = () => openCase(ports, member, number)
    const read = await posted(c, async (typed, why) => {
      const deskCase = isMoveKind(kind) ? await open() : null
      return deskCase && isMoveKind(kind)
        ? showAgain(c, deskCase, kind, typed, { text: notTakenText[why.refusal], status: why.status })
        : showNotTaken(c, why, typed)
    })
    if (!read.ok) return read.error
    const form = read.value
    const seen = Number(fieldValue(form, seenField))
    const deskCase = await open()
    if (!deskCase || !isMoveKind(kind)) {
      if (isMoveKind(kind) && (await isRepeat(c, number, kind, form, seen)))
        return seeOther(c, donePath(number, seen + 1))
      if (!deskCase) await ports.looks.refused(member, number)
      return outOfReach(c, form)
    }

    const move = judgeMove(kind, deskCase, seen)
    if (!move.ok) {
      if (move.error === 'stale' && (await isRepeat(c, number, kind, form, seen)))
        return seeOther(c, movedPath(number, seen + 1))
      return notMade(c, deskCase, kind, form, move.error, seen)
    }
    const input = await readInput(c, kind, deskCase, form)
    const errors = [
      ...(input.ok ? [] : input.error).map((fault) => ({
        field: `${fault.field}`,
        text: moveFieldMessage(fault),
      })),
      ...(cannotUndo(kind, deskCase.standing) && fieldValue(form, sureField) !== 'true'
        ? [{ field: sureField, text: notSure }]
        : []),
    ]
    if (!input.ok || errors.length > 0) return showForm(c, deskCase, kind, { form, errors, status: 422 })
    const refuseOther = async (failure: MoveFailure) => {
      const { other = '' } = input.value
      if (failure === 'otherUnknown' && other !== number) await ports.looks.refused(member, other)
    }
    if (kind === 'merged' && fieldValue(form, confirmedField) !== input.value.other) {
      const other = await otherOf(ports, move.value, { by: member, input: input.value })
      if (other.ok) return mergeComparison(ports, c, number, input.value, seen)
      await refuseOther(other.error)
      return notMade(c, deskCase, kind, form, other.error, seen)
    }
    const moved = await moveOpenedCase(ports, move.value, { by: member, input: input.value })
    if (moved.ok) {
      const { seq, events } = moved.value
      const here = relationTo(member, listedAs(events, deskCase.record.about)) !== null
      return seeOther(c, here ? movedPath(number, seq) : donePath(number, seq))
    }
    // That page leads on to the case if this person can still open it.
    if (moved.error === 'stale' && (await isRepeat(c, number, kind, form, seen)))
      return seeOther(c, donePath(number, seen + 1))
    await refuseOther(moved.error)
    const fresh = await open()
    return fresh ? notMade(c, fresh, kind, form, moved.error, seen) : outOfReach(c, form)
  }
}
