import { type Context, Hono } from 'hono'
import { approvalMessages } from '#domain/following/approving.ts'
import { actions } from '#domain/routes/site.ts'
import { errorTitle, fieldValue, filledForm, formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { postedWords } from '../posted-words.ts'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { answerDraft } from './approve.ts'
import { agreeField, changeField, changeLabel, draftField, InvitationPage, invitationTitle } from './page.tsx'

/** 要给对方看的话: /track/invitation, of the complainant. */
export const invitationRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono => {
  const show = async (
    c: Context,
    followed: FollowedCase,
    form: PostedForm,
    refused?: { status: 403 | 409 | 415 | 422; text: string; field?: string },
  ) => {
    const errors = refused ? [{ field: refused.field ?? agreeField, text: refused.text }] : []
    const view = await viewOf(ports, followed)
    const main = <InvitationPage view={view} state={formState(form, errors)} errors={errors} />
    const title = errorTitle(invitationTitle, refused !== undefined)
    return page(c, { title, current: 'track', main }, refused?.status ?? 200)
  }
  /** Somebody of the other side has nothing to approve, and a code that staff have seen approves nothing. */
  const elsewhere = (c: Context, { holder }: FollowedCase): Response | null => {
    if (holder.side === 'other') return seeOther(c, actions.trackCase)
    return holder.staffSaw ? seeOther(c, actions.trackNewCode) : null
  }

  return new Hono()
    .get(actions.trackInvitation, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      return elsewhere(c, found.value) ?? show(c, found.value, filledForm({}))
    })
    .post(actions.trackInvitation, async (c) => {
      const act = await postedWords(c, session, {
        wordsIn: (form) => [{ label: changeLabel, text: typedText(form, changeField) }],
        again: (found, form, status, text) => show(c, found, form, { status, text }),
      })
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const away = elsewhere(c, followed)
      if (away) return away
      const agree = fieldValue(form, agreeField)
      if (agree !== 'true' && agree !== 'false')
        return show(c, followed, form, { status: 422, text: approvalMessages.required })
      const seq = Number(fieldValue(form, draftField))
      const answer = { seq, agree: agree === 'true', text: typedText(form, changeField) }
      const done = await answerDraft(ports, followed, answer, ['form', String(seq), agree, answer.text])
      if (done.ok) return seeOther(c, actions.trackCase)
      const { error } = done
      return error === 'tooLong'
        ? show(c, followed, form, { status: 422, text: approvalMessages[error], field: changeField })
        : show(c, followed, form, { status: 409, text: approvalMessages[error] })
    })
}
