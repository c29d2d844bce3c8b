import type { Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import { urgeMessage } from '#domain/following/urging-messages.ts'
import { api } from '#domain/routes/site.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, notAllowed, notTaken } from '../act-api.ts'
import { urgeCase } from './urge-case.ts'

/** POST /api/v1/cases/urge: the holder of the code urges the desk. */
export const urgeApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(ports, api.urge, async (c, { followed, key }) => {
    const urged = await urgeCase(ports, followed, key)
    if (urged.ok) return c.json({ ...urged.value, at: rfc3339(urged.value.at) }, 201)
    return typeof urged.error === 'string'
      ? notTaken(c, urged.error)
      : notAllowed(c, urgeMessage(urged.error))
  })
