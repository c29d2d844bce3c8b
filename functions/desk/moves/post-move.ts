import type { Context } from 'hono'
import { draftIn } from '#domain/history/invitation.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { failureMessages, moveFieldMessage } from '#domain/moves/failure-sentences.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import { isMoveKind, type MoveKind } from '#domain/moves/table.ts'
import { deskPages, donePath, movedPath, withQuery } from '#domain/routes/desk.ts'
import { fieldValue, type PostedForm, posted } from '#http/form.ts'
import { showLostForm, showNotTaken } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import { type DeskCase, openCase } from '../case/open-case.ts'
import { openedFrom } from '../lists/opened-from.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { slipCookie } from '../registered/slip-cookie.ts'
import { type Attempt, attempting, type Made, type NotMade } from './attempt.ts'
import { readChanges } from './changes.ts'
import { confirmedField, mergeComparison } from './compare.tsx'
import { namePeople } from './named-people.ts'
import { notTakenText } from './not-taken.ts'
import { otherOf } from './other-case.ts'
import { seenField, sureField } from './page.tsx'
import { movePages } from './show-move.tsx'

const notSure = '这一步您自己撤不回来。想好了，请在最下面打勾。'

/** Answers if the case is not there for this person, who may have written while it was transferred. */
const outOfReach = (c: Context, form: PostedForm) => showLostForm(c, 'moved', form, () => refuse(c, 'noCase'))

/** Handles the post of a move: judges its origin, makes it, and answers with its end or with the form again. */
export const postMove = (ports: DeskCasePorts) => {
  const { showForm, showAgain } = movePages(ports)
  const { prepare, make } = attempting(ports)
  const slips = slipCookie(ports)

  const answer = async (
    c: Context,
    { number, kind, seen }: Attempt,
    form: PostedForm,
    end: Made | NotMade,
  ) => {
    switch (end.as) {
      case 'made': {
        // The page of what was done leads on to the case if this person can still open it.
        const path = end.here ? movedPath : donePath
        return seeOther(c, withQuery(path(number, end.seq), openedFrom(c).query))
      }
      case 'missing':
        return outOfReach(c, form)
      case 'faulty': {
        const errors = [
          ...end.faults.map((fault) => ({ field: `${fault.field}`, text: moveFieldMessage(fault) })),
          ...(end.unsure ? [{ field: sureField, text: notSure }] : []),
        ]
        return showForm(c, end.deskCase, kind, { form, errors, status: 422 })
      }
      case 'failed': {
        const changed = await readChanges(ports, memberOf(c), end.deskCase, seen)
        const text = failureMessages[end.failure]
        return showAgain(c, end.deskCase, kind, form, { text, status: 409, changed })
      }
    }
  }

  /** Leads to the page that shows the code for a person of the other side. */
  const giveCode = async (
    c: Context,
    deskCase: DeskCase,
    trackingCode: string,
    kind: MoveKind,
    party: number,
  ) => {
    const { record, events } = deskCase
    const { number: caseNumber, filedAt, headHash: lastHash, unit } = record
    const slip = { caseNumber, trackingCode, unitId: unit, filedAt, next: [], lastHash }
    const option = { id: String(party), name: personLabel(events, party) }
    const { whom } = await namePeople(ports, memberOf(c), deskCase, { whom: [option] })
    await slips.write(c, memberOf(c).id, {
      slip,
      unit,
      nobody: false,
      given: kind === 'invited' ? 'other' : 'joined',
      whom: whom?.[0]?.name,
    })
    return seeOther(c, deskPages.registered.path)
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
    if (!isMoveKind(kind)) {
      if (!(await open())) await ports.looks.refused(member, number)
      return outOfReach(c, form)
    }
    const attempt: Attempt = {
      ...{ by: member, number, kind },
      seen: Number(fieldValue(form, seenField)),
      values: (field) => form.get(field) ?? [],
      sure: fieldValue(form, sureField) === 'true',
    }
    const ready = await prepare(attempt)
    if (!ready.ok) return answer(c, attempt, form, ready.error)
    const { move, input } = ready.value
    const { deskCase } = move
    const refuseOther = async (failure: MoveFailure) => {
      const { other = '' } = input
      if (failure === 'otherUnknown' && other !== number) await ports.looks.refused(member, other)
    }
    if (kind === 'merged' && fieldValue(form, confirmedField) !== input.other) {
      const other = await otherOf(ports, move, { by: member, input })
      if (other.ok) return mergeComparison(ports, c, number, input, attempt.seen)
      await refuseOther(other.error)
      return answer(c, attempt, form, { as: 'failed', failure: other.error, deskCase })
    }
    const end = await make(attempt, ready.value)
    if (end.as === 'failed') await refuseOther(end.failure)
    if (end.as === 'made' && end.trackingCode)
      return giveCode(
        c,
        deskCase,
        end.trackingCode,
        kind,
        Number(input.whom ?? draftIn(deskCase.events)?.party),
      )
    return answer(c, attempt, form, end)
  }
}
