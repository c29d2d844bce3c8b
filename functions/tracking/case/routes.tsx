import { type Context, Hono } from 'hono'
import { type lostReplies, refusals, replyMessages } from '#domain/filing/messages.ts'
import { actions, notices, pages } from '#domain/routes/site.ts'
import { maySuggest, type Similar } from '#domain/search/similar.ts'
import { cameFrom } from '#http/came-from.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormState } from '#ui/form/state.ts'
import { hasReplied, replyToDesk } from '../answer-case.ts'
import { TrackForm } from '../form.tsx'
import { viewOf } from '../open-case.ts'
import type { TrackingSession } from '../session.ts'
import { LostReply } from './lost-reply.tsx'
import { CasePage, headingOf } from './page.tsx'
import { replyCaseField, replyField } from './reply-form.tsx'

/** Shows a reply that could not be sent, above the form that opens its case again. */
const showLostReply = (c: Context, status: 403 | 409 | 415, why: keyof typeof lostReplies, typed: string) => {
  const main = <TrackForm first={<LostReply why={why} typed={typed} />} />
  return page(c, { title: errorTitle(pages.track.name), current: 'track', main }, status)
}

/** True if a reply was written for another case than this: another tab of the browser has opened this one since. */
const isForOther = (form: PostedForm, { record }: FollowedCase): boolean => {
  const number = fieldValue(form, replyCaseField)
  return number !== '' && number !== record.number
}

/** The case that is followed, and the reply to its desk: /track/case, /track/reply. */
export const caseRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  similar: Similar,
): Hono => {
  const toCase = (c: Context) => seeOther(c, actions.trackCase)
  const toReplied = (c: Context) => seeOther(c, `${actions.trackCase}#${notices.replied}`)

  const showCase = async (
    c: Context,
    followed: FollowedCase,
    status: 200 | 403 | 409 | 415 | 422 = 200,
    reply?: FormState,
  ) => {
    const view = await viewOf(ports, followed)
    const alike = maySuggest(view.level) ? await similar.bySubject(view.category) : []
    const main = <CasePage view={view} now={ports.clock()} similar={alike} {...(reply && { reply })} />
    const title = errorTitle(headingOf(view), status !== 200)
    return page(c, { title, current: 'track', main }, status)
  }

  return new Hono()
    .get(actions.trackCase, async (c) => {
      const found = await session.open(c)
      if (found.ok) return showCase(c, found.value)
      // Led here by the form, and yet without a session: it ended, or the browser keeps no cookies.
      if (found.error === 'ended' && cameFrom(c, [pages.track.path, actions.trackOpen]))
        return seeOther(c, `${pages.track.path}#${notices.again}`)
      return session.leave(c, found.error)
    })
    .get(actions.trackReply, toCase)
    .post(actions.trackReply, async (c) => {
      const again = (found: FollowedCase, form: PostedForm, status: 403 | 409 | 415 | 422, text: string) =>
        showCase(c, found, status, formState(form, [{ field: replyField, text }]))
      const form = await posted(c, async (typed, { refusal, status }) => {
        const found = await session.open(c)
        const text = typedText(typed, replyField)
        if (!found.ok)
          // What another site wrote is not shown as if it were this person's.
          return refusal === 'origin' || text === ''
            ? session.leave(c, found.error)
            : showLostReply(c, status, found.error === 'ended' ? 'ended' : 'other', text)
        if (isForOther(typed, found.value)) return showLostReply(c, status, 'other', text)
        return again(found.value, typed, status, refusals[refusal].text)
      })
      if (!form.ok) return form.error
      const typed = typedText(form.value, replyField)
      const found = await session.open(c)
      if (!found.ok) {
        if (typed !== '' && found.error === 'ended') return showLostReply(c, 403, 'ended', typed)
        // A case whose code must be replaced first has no reply form: one that names its case is for another.
        if (typed !== '' && form.value.has(replyCaseField)) return showLostReply(c, 409, 'other', typed)
        return session.leave(c, found.error)
      }
      if (isForOther(form.value, found.value)) return showLostReply(c, 409, 'other', typed)
      const replied = await replyToDesk(ports, found.value, typed)
      if (replied.ok) return toReplied(c)
      if (replied.error !== 'stale') return again(found.value, form.value, 422, replyMessages[replied.error])
      const fresh = await session.open(c)
      if (!fresh.ok) return showLostReply(c, 403, 'ended', typed)
      if (await hasReplied(fresh.value, typed)) return toReplied(c)
      return again(fresh.value, form.value, 409, replyMessages.stale)
    })
}
