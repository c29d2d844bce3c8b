import { type Context, Hono } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { errorTitle, formState, type PostedForm, posted } from '#http/form.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { FormError } from '#ui/form/state.ts'
import { asksNumber, codeError, enteredIn } from '../entered-code.ts'
import { TrackForm } from '../form.tsx'
import { openCase } from '../open-case.ts'
import type { TrackingSession } from '../session.ts'
import { AskCodePage, FiledPage, filedTitle } from './page.tsx'
import { readFiling } from './read-filing.ts'

const otherCase: FormError = {
  field: 'trackingCode',
  text: '这是另一件事的查询码。要看那一件，请先退出查询，再用那个码进来。',
}

const again = (c: Context, status: 403 | 415 | 422, form: PostedForm, error: FormError) => {
  const errors = [error]
  const main = (
    <AskCodePage state={formState(form, errors)} errors={errors} askNumber={asksNumber(form, error)} />
  )
  return page(c, { title: errorTitle(filedTitle), current: 'track', main }, status)
}

/** The form that opens a case, with the code as it was typed. */
const fromAnew = (c: Context, form: PostedForm) => {
  const errors = [{ field: 'trackingCode', text: '查询已经退出了。请从这里进去，再看当初交的内容。' }]
  const main = <TrackForm state={formState(form, errors)} errors={errors} />
  return page(c, { title: errorTitle(pages.track.name), current: 'track', main }, 403)
}

/** What was filed, after the code was entered once more: /track/filed. The session alone never shows it. */
export const filedRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono =>
  new Hono()
    .get(actions.trackFiled, async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      return page(c, { title: filedTitle, current: 'track', main: <AskCodePage /> })
    })
    .post(actions.trackFiled, async (c) => {
      const form = await posted(c, (typed, { refusal, status }) =>
        again(c, status, typed, { field: 'trackingCode', text: refusals[refusal].text }),
      )
      if (!form.ok) return form.error
      const found = await session.open(c)
      if (!found.ok) return fromAnew(c, form.value)
      const from = addressPrefixes(ports.clientAddress(c.req.raw))
      const opened = await openCase(ports, enteredIn(form.value), from)
      if (!opened.ok) return again(c, 422, form.value, codeError(opened.error))
      if (opened.value.holder.codeHash !== found.value.holder.codeHash)
        return again(c, 422, form.value, otherCase)
      const { number, filedAt } = opened.value.record
      const main = <FiledPage number={number} at={filedAt} rows={await readFiling(ports, opened.value)} />
      return page(c, { title: filedTitle, current: 'track', main })
    })
