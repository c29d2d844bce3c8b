import type { Context } from 'hono'
import { takenOffIn } from '#domain/history/case-history.ts'
import { failureMessages } from '#domain/moves/failure-sentences.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import { type PostedForm, posted } from '#http/form.ts'
import { showLostForm } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import type { FormError } from '#ui/form/state.ts'
import { openCase } from '../case/open-case.ts'
import { notTakenText } from '../moves/not-taken.ts'
import { seenField } from '../moves/page.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { type AgreementView, readAgreement } from './read-agreement.ts'

export type ShownStatus = 200 | 403 | 409 | 415 | 422

/** Why a post was not taken, as an error of its form. */
export const failed = (failure: MoveFailure): FormError[] => [
  { field: seenField, text: failureMessages[failure] },
]

/** What the pages of an agreement share: how it is opened, by whom it can be mediated, how a post is read. */
export const agreements = (ports: DeskCasePorts) => {
  /** The agreement of a case that this person can open; null if it must not exist for them. */
  const open = async (c: Context): Promise<AgreementView | null> => {
    const member = memberOf(c)
    const deskCase = await openCase(ports, member, c.req.param('number') ?? '')
    return deskCase && readAgreement(ports, member, deskCase)
  }

  return {
    open,

    /** The staff of the committee who can mediate (人民调解法 13), without those who are off the case (23). */
    async mediators({ deskCase: { record, events } }: AgreementView) {
      const off = takenOffIn(events)
      return (await ports.directory.ofUnit(record.unit)).filter(({ id }) => !off.has(id))
    },

    /**
     * The posted form with the agreement, or the answer to send instead.
     * @param again shows the form with what was typed in it
     */
    async taken(
      c: Context,
      again: (
        view: AgreementView,
        typed: { form: PostedForm; errors: FormError[]; status: ShownStatus },
      ) => Response | Promise<Response>,
    ) {
      const lost = (form: PostedForm) => showLostForm(c, 'moved', form, () => refuse(c, 'noCase'))
      const read = await posted(c, async (form, why) => {
        const view = await open(c)
        const errors = [{ field: seenField, text: notTakenText[why.refusal] }]
        return view ? again(view, { form, errors, status: why.status }) : lost(form)
      })
      if (!read.ok) return read.error
      const view = await open(c)
      if (view) return { view, form: read.value }
      await ports.looks.refused(memberOf(c), c.req.param('number') ?? '')
      return lost(read.value)
    },
  }
}
