import { type Context, Hono } from 'hono'
import { notRatable, ratingMessage } from '#domain/following/rating-messages.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { fieldValue, formState, type PostedForm, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'
import type { RatingStore } from '#store/ports/ratings.ts'
import type { FormError } from '#ui/form/state.ts'
import type { ShowCase } from '../case/show-case.tsx'
import { postedWords } from '../posted-words.ts'
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
      const act = await postedWords(c, session, {
        wordsIn: (form) => [{ label: ratingLabels.text, text: typedText(form, text) }],
        again: (found, form, status, why) => again(c, found, form, status, [{ field: text, text: why }]),
      })
      if (!act.ok) return act.error
      const { form, followed } = act.value
      const rated = await rateCase(ports, followed, {
        result: fieldValue(form, 'result'),
        treated: fieldValue(form, 'treated'),
        text: typedText(form, text),
      })
      if (rated.ok) return seeOther(c, `${actions.trackCase}#${notices.rated}`)
      if (rated.error === 'notNow' || rated.error === 'conflict')
        return again(c, followed, form, 409, [{ field: text, text: notRatable.detail }])
      const errors = rated.error.map((fault) => ({ field: fault.field, text: ratingMessage(fault) }))
      return again(c, followed, form, 422, errors)
    })
}
