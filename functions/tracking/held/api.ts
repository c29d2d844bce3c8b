import type { Context, Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import { heldMessages, nothingHeld, unconfirmedMessages } from '#domain/following/held-messages.ts'
import { api } from '#domain/routes/site.ts'
import type { Held } from '#domain/words/held.ts'
import { wrongField } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { actApi, notAllowed, notTaken } from '../act-api.ts'
import { askHeld, cancelHeld } from './ask-held.ts'

const cancel = async (
  c: Context,
  ports: Ports<FollowingStore>,
  followed: FollowedCase,
  what: Held,
  key: string[] | undefined,
) => {
  const done = await cancelHeld(ports, followed, what, key)
  if (done.ok) return c.json(done.value, 200)
  if (done.error === 'none') return notAllowed(c, nothingHeld)
  if (done.error === 'codeSeen') return notAllowed(c, heldMessages[what].codeSeen)
  return notTaken(c, done.error)
}

/** POST /api/v1/cases/withdraw: asks for it with `confirm`, or takes the request back with `cancel`. */
export const heldApi = (ports: Ports<FollowingStore>, what: Held): Hono =>
  actApi(ports, api[what], async (c, { followed, body, key }) => {
    if (body['cancel'] === true) return cancel(c, ports, followed, what, key)
    if (body['confirm'] !== true) return wrongField(c, 'confirm', 'required', unconfirmedMessages[what])
    const asked = await askHeld(ports, followed, what, key)
    if (asked.ok) return c.json({ ...asked.value, effectiveAt: rfc3339(asked.value.effectiveAt) }, 202)
    const { error } = asked
    return error === 'conflict' || error === 'stale'
      ? notTaken(c, error)
      : notAllowed(c, heldMessages[what][error])
  })
