import { Hono } from 'hono'
import { readDay } from '#domain/basics/read-day.ts'
import { api } from '#domain/routes/site.ts'
import { wrongField } from '#http/problem.ts'
import { queryValue } from '#http/query.ts'
import { type AnchorPorts, firstShown } from './newest.ts'

/** Days of one answer; the next one begins with the day after the last. */
const most = 366

/** GET /api/v1/anchors?since=: the roots of the days from `since` on, oldest first; without it of the last month. */
export const anchorApi = ({ store, clock }: AnchorPorts): Hono =>
  new Hono().get(api.anchors, async (c) => {
    const since = readDay(queryValue(c, 'since', { missing: firstShown(clock()) }))
    if (since === null) return wrongField(c, 'since', 'day', 'since 要写成 2026-11-24 这样的日子')
    c.header('cache-control', 'no-store')
    return c.json({ days: await store.anchors(since, most) })
  })
