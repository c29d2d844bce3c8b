import { type Context, Hono } from 'hono'
import { sessionIdle } from '../domain/limits.ts'
import { codeMessages, refusals } from '../domain/messages.ts'
import { actions, pages } from '../domain/routes.ts'
import { statuses } from '../domain/statuses.ts'
import { addressPrefix } from '../http/address.ts'
import { page, seeOther } from '../http/answers.ts'
import { fieldValue, type PostedForm, readForm } from '../http/form.ts'
import { refuse } from '../http/refusals.tsx'
import { sealedCookie } from '../http/sealed-cookie.ts'
import type { Ports } from '../ports.ts'
import { CasePage } from '../views/case-page.tsx'
import { TrackForm } from '../views/track-form.tsx'
import { type OpenFault, openCase, viewCase } from './open-case.ts'

const aboutNumber = (fault: OpenFault): boolean => fault === 'caseNumber' || fault === 'wrongCaseNumber'

interface Entered {
  trackingCode: string
  caseNumber: string
}

const enteredIn = (form: PostedForm): Entered => ({
  trackingCode: fieldValue(form, 'trackingCode'),
  caseNumber: fieldValue(form, 'caseNumber'),
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
export const trackingRoutes = (ports: Ports): Hono => {
  // No row in the database: bound to the fingerprint of the code, which each read looks up again.
  const session = sealedCookie<{ codeHash: string }>(ports, 'track-cookie', sessionIdle)

  const back = (c: Context) => seeOther(c, pages.track.path)

  return new Hono()
    .get(actions.trackOpen, back)
    .get(actions.trackLeave, back)
    .post(actions.trackOpen, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok && posted.error.kind === 'origin')
        return again(c, 403, enteredIn(posted.error.form), 'trackingCode', refusals.origin.text)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const entered = enteredIn(posted.value)
      const opened = await openCase(ports, entered, addressPrefix(ports.clientAddress(c.req.raw)))
      if (!opened.ok) {
        const field = aboutNumber(opened.error) ? 'caseNumber' : 'trackingCode'
        return again(c, 422, entered, field, codeMessages[opened.error])
      }
      await session.write(c, opened.value)
      return seeOther(c, actions.trackCase)
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
