import type { Hono } from 'hono'
import { fail, ok } from '#domain/basics/result.ts'
import { approvalMessages } from '#domain/following/approving.ts'
import { actions } from '#domain/routes/site.ts'
import { fieldValue, typedText } from '#http/form.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actRoutes, toOwnCode } from '../act-page.ts'
import type { ShowCase } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { viewOf } from '../view-of.ts'
import { answerDraft } from './approve.ts'
import { agreeField, changeField, changeLabel, draftField, InvitationPage, invitationTitle } from './page.tsx'

/** 要给对方看的话: /track/invitation, of the complainant. */
export const invitationRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono =>
  actRoutes(session, showCase, {
    path: actions.trackInvitation,
    title: invitationTitle,
    field: agreeField,
    elsewhere: (followed) => (followed.holder.side === 'other' ? actions.trackCase : toOwnCode(followed)),
    show: async (followed, { state, errors }) => ({
      main: <InvitationPage view={await viewOf(ports, followed)} state={state} errors={errors} />,
    }),
    wordsIn: (form) => [{ label: changeLabel, text: typedText(form, changeField) }],
    async act(followed, form) {
      const agree = fieldValue(form, agreeField)
      if (agree !== 'true' && agree !== 'false') return fail({ status: 422, text: approvalMessages.required })
      const seq = Number(fieldValue(form, draftField))
      const answer = { seq, agree: agree === 'true', text: typedText(form, changeField) }
      const done = await answerDraft(ports, followed, answer, ['form', String(seq), agree, answer.text])
      if (done.ok) return ok(actions.trackCase)
      const text = approvalMessages[done.error]
      return fail(
        done.error === 'tooLong' ? { status: 422, text, field: changeField } : { status: 409, text },
      )
    },
  })
