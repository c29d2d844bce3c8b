import { type Context, Hono } from 'hono'
import { doneLife } from '#domain/basics/bounds.ts'
import { codeMessages, refusals, replyMessages } from '#domain/filing/messages.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { maySuggest, type Similar } from '#domain/search/similar.ts'
import { statuses } from '#domain/words/statuses.ts'
import { addressPrefixes } from '#http/address.ts'
import { type PostedForm, readForm, typedText } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { ownedCookie } from '#http/sealed-cookie.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormState } from '#ui/form/state.ts'
import { replyToDesk, useOwnCode } from './answer-case.ts'
import { CasePage } from './case-page.tsx'
import { TrackForm } from './form.tsx'
import { NewCodePage, OwnCodePage } from './new-code-page.tsx'
import { type OpenFault, openCase, viewOf } from './open-case.ts'
import { replyField } from './reply-form.tsx'
import type { TrackingSession } from './session.ts'

const aboutNumber = (fault: OpenFault): boolean => fault === 'caseNumber' || fault === 'wrongCaseNumber'

interface Entered {
  trackingCode: string
  caseNumber: string
}

const enteredIn = (form: PostedForm): Entered => ({
  trackingCode: typedText(form, 'trackingCode'),
  caseNumber: typedText(form, 'caseNumber'),
})

/** The form once more, with what was typed and a sentence on one field. */
const again = (c: Context, status: 403 | 422, entered: Entered, field: keyof Entered, text: string) => {
  const state = {
    value: (name: string) => entered[name as keyof Entered] ?? '',
    error: (name: string) => (name === field ? text : undefined),
  }
  const askNumber = field === 'caseNumber' || entered.caseNumber !== ''
  const main = <TrackForm state={state} errors={[{ field, text }]} askNumber={askNumber} />
  return page(c, { title: `错误：${pages.track.name}`, current: 'track', main }, status)
}

/** Form pages of following: /track/open, /track/case, /track/leave. */
export const trackingRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  similar: Similar,
): Hono => {
  // The new code, shown until it is noted, like the slip of a filing.
  const ownCode = ownedCookie<{ code: string }>(ports, 'code-cookie', doneLife)

  const back = (c: Context) => seeOther(c, pages.track.path)
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
    const title = status === 200 ? statuses[view.status].name : `错误：${statuses[view.status].name}`
    return page(c, { title, current: 'track', main }, status)
  }

  return new Hono()
    .get(actions.trackOpen, back)
    .get(actions.trackLeave, back)
    .post(actions.trackOpen, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok && posted.error.kind === 'origin')
        return again(c, 403, enteredIn(posted.error.form), 'trackingCode', refusals.origin.text)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const entered = enteredIn(posted.value)
      const opened = await openCase(ports, entered, addressPrefixes(ports.clientAddress(c.req.raw)))
      if (!opened.ok) {
        const field = aboutNumber(opened.error) ? 'caseNumber' : 'trackingCode'
        return again(c, 422, entered, field, codeMessages[opened.error])
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
      const posted = await readForm(c)
      const found = await session.open(c)
      if (found instanceof Response) return found
      const refused = posted.ok ? null : posted.error
      if (refused && refused.kind !== 'origin') return refuse(c, refused.kind)
      const form = posted.ok ? posted.value : refused?.form
      const typed = form ? typedText(form, replyField) : ''
      const again = (status: 403 | 409 | 422, text: string) =>
        showCase(c, found, status, { value: () => typed, error: () => text })
      if (refused) return again(403, refusals.origin.text)
      const replied = await replyToDesk(ports, found, typed)
      if (replied.ok) return toCase(c)
      return again(replied.error === 'stale' ? 409 : 422, replyMessages[replied.error])
    })
    .get(actions.trackNewCode, async (c) => {
      if (!(await session.read(c))) return back(c)
      return page(c, { title: '换一个查询码', current: 'track', main: <NewCodePage /> })
    })
    .post(actions.trackNewCode, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const found = await session.follow(c)
      if (found instanceof Response) return found
      if (!found.followed.holder.staffSaw) return toCase(c)
      const { bound } = found
      // Only shown so far: it becomes his when he says that he has noted it. Asked again, it is the same one: he may
      // have written it down already.
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
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const found = await session.follow(c)
      if (found instanceof Response) return found
      const shown = await ownCode.read(c, found.bound.codeHash)
      const fresh = shown && (await useOwnCode(ports, found.followed, shown.code))
      if (fresh) await session.write(c, { ...found.bound, ...fresh })
      ownCode.clear(c)
      return toCase(c)
    })
    .post(actions.trackLeave, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const bound = await session.read(c)
      // A cookie kept aside opens nothing any more; a dead database keeps nobody from leaving this device.
      if (bound) await ports.store.endSessions(bound.codeHash, bound.epoch).catch(() => undefined)
      session.clear(c)
      ownCode.clear(c)
      return seeOther(c, pages.track.path)
    })
}
