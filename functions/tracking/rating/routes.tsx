import { type Context, Hono } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { notRatable, ratingMessage } from '#domain/following/rating-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { fieldValue, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'
import type { RatingStore } from '#store/ports/ratings.ts'
import type { FormError } from '#ui/form/state.ts'
import { isForOther, type ShowCase, showLostWords } from '../case/show-case.tsx'
import type { TrackingSession } from '../session.ts'
import { ratingLabels } from './form.tsx'
import { rateCase } from './rate-case.ts'

const text = 'text'

/** /track/rate: what the holder of the code says of the result. */
export const ratingRoutes = (
  ports: Ports<RatingStore>,
  session: TrackingSession,
  showCase: ShowCase,
): Hono => {
  const lost = (c: Context, status: 403 | 409 | 415, why: 'ended' | 'other', form: PostedForm) =>
    showLostWords(c, status, why, [{ label: ratingLabels.text, text: typedText(form, text) }])
  const again = (
    c: Context,
    followed: FollowedCase,
    form: PostedForm,
    status: 403 | 409 | 415 | 422,
    errors: FormError[],
  ) => showCase(c, followed, status, { rating: { state: formState(form, errors), errors } })

  return new Hono()
    .get(actions.trackRate, (c) => seeOther(c, actions.trackCase))
    .post(actions.trackRate, async (c) => {
      const form = await posted(c, async (typed, { refusal, status }) => {
        const found = await session.open(c)
        if (!found.ok)
          // What another site wrote is not shown as if it were this person's.
          return refusal === 'origin' || typedText(typed, text) === ''
            ? session.leave(c)
            : lost(c, status, 'ended', typed)
        if (isForOther(typed, found.value)) return lost(c, status, 'other', typed)
        return again(c, found.value, typed, status, [{ field: text, text: refusals[refusal].text }])
      })
      if (!form.ok) return form.error
      const found = await session.open(c)
      if (!found.ok) {
        if (typedText(form.value, text) === '') return session.leave(c)
        return lost(c, 403, 'ended', form.value)
      }
      if (isForOther(form.value, found.value)) return lost(c, 409, 'other', form.value)
      const rated = await rateCase(ports, found.value, {
        result: fieldValue(form.value, 'result'),
        treated: fieldValue(form.value, 'treated'),
        text: typedText(form.value, text),
      })
      if (rated.ok) return seeOther(c, `${actions.trackCase}#${notices.rated}`)
      if (rated.error === 'notNow' || rated.error === 'conflict')
        return again(c, found.value, form.value, 409, [{ field: text, text: notRatable.detail }])
      const errors = rated.error.map((fault) => ({ field: fault.field, text: ratingMessage(fault) }))
      return again(c, found.value, form.value, 422, errors)
    })
}
