import { type Context, Hono } from 'hono'
import { doneLife } from '#domain/basics/bounds.ts'
import { codeMessages, type lostReplies, refusals, replyMessages } from '#domain/filing/messages.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { maySuggest, type Similar } from '#domain/search/similar.ts'
import { statuses } from '#domain/words/statuses.ts'
import { addressPrefixes } from '#http/address.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormState } from '#ui/form/state.ts'
import { replyToDesk, useOwnCode } from '../answer-case.ts'
import { TrackForm } from '../form.tsx'
import { NewCodePage, OwnCodePage } from '../new-code/page.tsx'
import { type OpenFault, openCase, viewOf } from '../open-case.ts'
import type { TrackingSession } from '../session.ts'
import { LostReply } from './lost-reply.tsx'
import { CasePage } from './page.tsx'
import { replyCaseField, replyField } from './reply-form.tsx'

const aboutNumber = (fault: OpenFault): boolean => fault === 'caseNumber' || fault === 'wrongCaseNumber'

interface Entered {
  trackingCode: string
  caseNumber: string
}

const enteredIn = (form: PostedForm): Entered => ({
  trackingCode: typedText(form, 'trackingCode'),
  caseNumber: typedText(form, 'caseNumber'),
})

/** Shows the form again with the typed values and an error at one field. */
const again = (c: Context, status: 403 | 422, form: PostedForm, field: keyof Entered, text: string) => {
  const errors = [{ field, text }]
  const askNumber = field === 'caseNumber' || enteredIn(form).caseNumber !== ''
  const main = <TrackForm state={formState(form, errors)} errors={errors} askNumber={askNumber} />
  return page(c, { title: errorTitle(pages.track.name), current: 'track', main }, status)
}

/** Shows a reply that could not be sent, above the form that opens its case again. */
const giveBack = (c: Context, status: 403 | 409, why: keyof typeof lostReplies, typed: string) => {
  // The answer may already be a redirect to the form.
  c.header('location', undefined)
  const main = <TrackForm first={<LostReply why={why} typed={typed} />} />
  return page(c, { title: errorTitle(pages.track.name), current: 'track', main }, status)
}

/** The pages of following a case: /track/open, /track/case, /track/leave. */
export const trackingRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  similar: Similar,
): Hono => {
  // The new code, shown until it is noted, as the slip of a filing is.
  const ownCode = ownedCookie<{ code: string }>(ports, 'code-cookie', doneLife)

  const toForm = (c: Context) => seeOther(c, pages.track.path)
  const toCase = (c: Context) => seeOther(c, actions.trackCase)

  const showCase = async (
    c: Context,
    followed: FollowedCase,
    status: 200 | 403 | 409 | 422 = 200,
    reply?: FormState,
  ) => {
    const view = await viewOf(ports, followed)
    const alike = maySuggest(view.level) ? await similar.bySubject(view.category) : []
    const main = <CasePage view={view} now={ports.clock()} similar={alike} {...(reply && { reply })} />
    const title = errorTitle(statuses[view.status].name, status !== 200)
    return page(c, { title, current: 'track', main }, status)
  }

  return new Hono()
    .get(actions.trackOpen, toForm)
    .get(actions.trackLeave, toForm)
    .post(actions.trackOpen, async (c) => {
      const foreign = (form: PostedForm) => again(c, 403, form, 'trackingCode', refusals.origin.text)
      const form = await posted(c, foreign)
      if (!form.ok) return form.error
      const entered = enteredIn(form.value)
      const opened = await openCase(ports, entered, addressPrefixes(ports.clientAddress(c.req.raw)))
      if (!opened.ok) {
        const field = aboutNumber(opened.error) ? 'caseNumber' : 'trackingCode'
        return again(c, 422, form.value, field, codeMessages[opened.error])
      }
      const { codeHash, epoch } = opened.value.holder
      await session.write(c, { codeHash, epoch, since: ports.clock() })
      return seeOther(c, actions.trackCase)
    })
    .get(actions.trackCase, async (c) => {
      const found = await session.open(c)
      return found instanceof Response ? found : showCase(c, found)
    })
    .get(actions.trackReply, toCase)
    .post(actions.trackReply, async (c) => {
      const again = (found: FollowedCase, form: PostedForm, status: 403 | 409 | 422, text: string) =>
        showCase(c, found, status, formState(form, [{ field: replyField, text }]))
      const form = await posted(c, async (typed) => {
        const found = await session.open(c)
        return found instanceof Response ? found : again(found, typed, 403, refusals.origin.text)
      })
      if (!form.ok) return form.error
      const typed = typedText(form.value, replyField)
      const found = await session.open(c)
      if (found instanceof Response) {
        const ended = found.headers.get('location') === pages.track.path
        return ended && typed !== '' ? giveBack(c, 403, 'ended', typed) : found
      }
      const number = fieldValue(form.value, replyCaseField)
      if (number !== '' && number !== found.record.number) return giveBack(c, 409, 'other', typed)
      const replied = await replyToDesk(ports, found, typed)
      if (replied.ok) return toCase(c)
      return again(found, form.value, replied.error === 'stale' ? 409 : 422, replyMessages[replied.error])
    })
    .get(actions.trackNewCode, async (c) => {
      if (!(await session.read(c))) return toForm(c)
      return page(c, { title: '换一个查询码', current: 'track', main: <NewCodePage /> })
    })
    .post(actions.trackNewCode, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const found = await session.follow(c)
      if (found instanceof Response) return found
      if (!found.followed.holder.staffSaw) return toCase(c)
      const { bound } = found
      // The code is only shown here; it becomes valid when the holder confirms that they have noted it. A repeated
      // request shows the same code, because they may already have written it down.
      if (!(await ownCode.read(c, bound.codeHash)))
        await ownCode.write(c, bound.codeHash, { code: makeTrackingCode(ports.random) })
      return seeOther(c, actions.trackCode)
    })
    .get(actions.trackCode, async (c) => {
      const bound = await session.read(c)
      const shown = bound && (await ownCode.read(c, bound.codeHash))
      if (!shown) return toCase(c)
      return page(c, { title: '新的查询码', current: 'track', main: <OwnCodePage code={shown.code} /> })
    })
    .post(actions.trackCode, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const found = await session.follow(c)
      if (found instanceof Response) return found
      const shown = await ownCode.read(c, found.bound.codeHash)
      const fresh = shown && (await useOwnCode(ports, found.followed, shown.code))
      if (fresh) await session.write(c, { ...found.bound, ...fresh })
      ownCode.clear(c)
      return toCase(c)
    })
    .post(actions.trackLeave, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const bound = await session.read(c)
      // A copied cookie becomes invalid; if the database fails, signing out still works in this browser.
      if (bound) await ports.store.endSessions(bound.codeHash, bound.epoch).catch(() => undefined)
      session.clear(c)
      ownCode.clear(c)
      return seeOther(c, pages.track.path)
    })
}
