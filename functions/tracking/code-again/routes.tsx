import { type Context, Hono } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import { refusals } from '#domain/filing/messages.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { errorTitle, formState, type PostedForm, posted } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { Also, FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import { asksNumber, codeError, enteredIn } from '../entered-code.ts'
import { TrackForm } from '../form.tsx'
import { openCase } from '../open-case.ts'
import type { TrackingSession } from '../session.ts'
import { AskCodePage, type AskedFor } from './page.tsx'

const otherCase: FormError = {
  field: 'trackingCode',
  text: '这是另一件事的查询码。要看那一件，请先退出查询，再用那个码进来。',
}

/**
 * A page that is shown in one answer, after the code was entered once more; the session alone never shows it.
 * @param show the page for the case of the code
 */
export const codeAgainRoutes = (
  ports: Ports<FollowingStore>,
  session: TrackingSession,
  what: AskedFor,
  show: (followed: FollowedCase) => Promise<HtmlEscapedString>,
  {
    complainantOnly = false,
    also,
  }: {
    /** True if the page is for the complainant alone. */
    complainantOnly?: boolean
    /** What it shows beside the newest messages. */
    also?: Also
  } = {},
): Hono => {
  const { path, title } = what
  const again = (c: Context, status: 403 | 415 | 422, form: PostedForm, error: FormError) => {
    const errors = [error]
    const state = formState(form, errors)
    const main = <AskCodePage what={what} state={state} errors={errors} askNumber={asksNumber(form, error)} />
    return page(c, { title: errorTitle(title), current: 'track', main }, status)
  }

  /** The form that opens a case, with the code as it was typed. */
  const fromAnew = (c: Context, form: PostedForm) => {
    const errors = [{ field: 'trackingCode', text: `查询已经退出了。请从这里进去，再看${title}。` }]
    const main = <TrackForm state={formState(form, errors)} errors={errors} />
    return page(c, { title: errorTitle(pages.track.name), current: 'track', main }, 403)
  }

  return new Hono()
    .get(path, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      if (complainantOnly && found.value.holder.side === 'other') return seeOther(c, actions.trackCase)
      return page(c, { title, current: 'track', main: <AskCodePage what={what} /> })
    })
    .post(path, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        again(c, status, typed, { field: 'trackingCode', text: refusals[refusal].text }),
      )
      if (!form.ok) return form.error
      const found = await session.open(c)
      if (!found.ok) return fromAnew(c, form.value)
      if (complainantOnly && found.value.holder.side === 'other') return seeOther(c, actions.trackCase)
      const from = addressPrefixes(ports.clientAddress(c.req.raw))
      const opened = await openCase(ports, enteredIn(form.value), from, also)
      if (!opened.ok) return again(c, 422, form.value, codeError(opened.error))
      if (opened.value.holder.codeHash !== found.value.holder.codeHash)
        return again(c, 422, form.value, otherCase)
      return page(c, { title, current: 'track', main: await show(opened.value) })
    })
}
