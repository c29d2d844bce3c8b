import { type Context, Hono } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { actions, nextField, nextFiles, pages } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { errorTitle, fieldValue, formState, type PostedForm, posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import { asksNumber, codeError, enteredIn } from '../entered-code.ts'
import { TrackForm } from '../form.tsx'
import { openCase } from '../open-case.ts'
import { ownCodeCookie } from '../own-code.ts'
import type { TrackingSession } from '../session.ts'

/** Shows the form again with the typed values and an error at one field. */
const again = (c: Context, status: 403 | 415 | 422, form: PostedForm, error: FormError) => {
  const errors = [error]
  const main = (
    <TrackForm state={formState(form, errors)} errors={errors} askNumber={asksNumber(form, error)} />
  )
  return page(c, { title: errorTitle(pages.track.name), current: 'track', main }, status)
}

/** Beginning and ending a session of following: /track/open, /track/leave. */
export const openRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono => {
  const toForm = (c: Context) => seeOther(c, pages.track.path)

  return new Hono()
    .get(actions.trackOpen, toForm)
    .get(actions.trackLeave, toForm)
    .post(actions.trackOpen, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        again(c, status, typed, { field: 'trackingCode', text: refusals[refusal].text }),
      )
      if (!form.ok) return form.error
      const entered = enteredIn(form.value)
      const opened = await openCase(ports, entered, addressPrefixes(ports.clientAddress(c.req.raw)))
      if (!opened.ok) return again(c, 422, form.value, codeError(opened.error))
      const { codeHash, epoch, staffSaw } = opened.value.holder
      await session.write(c, { codeHash, epoch, since: ports.clock() })
      if (staffSaw) return seeOther(c, actions.trackNewCode)
      const toFiles = fieldValue(form.value, nextField) === nextFiles
      return seeOther(c, toFiles ? actions.trackFiles : actions.trackCase)
    })
    .post(actions.trackLeave, async (c) => {
      const form = await posted(c)
      if (!form.ok) return form.error
      const bound = await session.read(c)
      await session.end(c)
      if (bound) ownCodeCookie(ports, bound.codeHash).clear(c)
      return seeOther(c, pages.track.path)
    })
}
