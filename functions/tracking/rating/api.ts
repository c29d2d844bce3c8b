import type { Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import { notRatable, ratingMessage } from '#domain/following/rating-messages.ts'
import { api } from '#domain/routes/site.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import { problem, wrongFields } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { RatingStore } from '#store/ports/ratings.ts'
import { actApi } from '../act-api.ts'
import { rateCase } from './rate-case.ts'

/** Answer for an idempotency key that came with another rating before. */
const otherRating = { title: '内容和上一次不一样', detail: `${keyUsed}要改评价，请换一个。` }

/** POST /api/v1/cases/rating: what the holder of a code says of the result. */
export const ratingApi = (ports: Ports<FollowingStore & RatingStore>): Hono =>
  actApi(
    ports,
    api.rating,
    async (c, { followed, body: { result, treated, text }, key }) => {
      const rated = await rateCase(ports, followed, { result, treated, text }, key)
      if (rated.ok) return c.json({ changeableUntil: rfc3339(rated.value.until) }, 201)
      if (rated.error === 'notNow') return problem(c, { status: 409, ...notRatable })
      if (rated.error === 'conflict') return problem(c, { status: 409, ...otherRating })
      return wrongFields(
        c,
        rated.error.map((fault) => ({ ...fault, message: ratingMessage(fault) })),
      )
    },
    { own: true },
  )
