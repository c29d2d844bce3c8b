import { type Context, Hono } from 'hono'
import { sessionIdle } from '../domain/limits.ts'
import { codeMessages } from '../domain/messages.ts'
import { actions, pages } from '../domain/routes.ts'
import { statuses } from '../domain/statuses.ts'
import { addressPrefix } from '../http/address.ts'
import { page, seeOther } from '../http/answers.ts'
import { fieldValue, readForm } from '../http/form.ts'
import { refuse } from '../http/refusals.tsx'
import { sealedCookie } from '../http/sealed-cookie.ts'
import type { Ports } from '../ports.ts'
import { CasePage } from '../views/case-page.tsx'
import { TrackForm } from '../views/track-form.tsx'
import { type OpenFault, openCase, viewCase } from './open-case.ts'

const aboutNumber = (fault: OpenFault): boolean => fault === 'caseNumber' || fault === 'wrongCaseNumber'

/** Form pages of following: /track/open, /track/case, /track/leave. */
export const trackingRoutes = (ports: Ports): Hono => {
  // No row in the database: bound to the fingerprint of the code, which each read looks up again.
  const session = sealedCookie<{ codeHash: string }>(ports, 'track-cookie', sessionIdle)

  const back = (c: Context) => seeOther(c, pages.track.path)

  return new Hono()
    .get(actions.trackOpen, back)
    .get(actions.trackLeave, back)
    .post(actions.trackOpen, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const trackingCode = fieldValue(posted.value, 'trackingCode')
      const caseNumber = fieldValue(posted.value, 'caseNumber')
      const address = addressPrefix(ports.clientAddress(c.req.raw))
      const opened = await openCase(ports, { trackingCode, caseNumber }, address)
      if (opened.ok) {
        await session.write(c, opened.value)
        return seeOther(c, actions.trackCase)
      }
      const askNumber = aboutNumber(opened.error)
      const error = { field: askNumber ? 'caseNumber' : 'trackingCode', text: codeMessages[opened.error] }
      const state = {
        value: (name: string) => fieldValue(posted.value, name),
        error: (name: string) => (name === error.field ? error.text : undefined),
      }
      const main = <TrackForm state={state} errors={[error]} askNumber={askNumber || caseNumber !== ''} />
      return page(c, { title: `错误：${pages.track.name}`, current: 'track', main }, 422)
    })
    .get(actions.trackCase, async (c) => {
      const bound = await session.read(c)
      const view = bound && (await viewCase(ports, bound.codeHash))
      if (!bound || !view) {
        session.clear(c)
        return seeOther(c, pages.track.path)
      }
      // Written anew at each read: thirty minutes of silence end it, not thirty minutes.
      await session.write(c, bound)
      const main = <CasePage view={view} now={ports.clock()} />
      return page(c, { title: statuses[view.status].name, current: 'track', main })
    })
    .post(actions.trackLeave, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      session.clear(c)
      return seeOther(c, pages.track.path)
    })
}
