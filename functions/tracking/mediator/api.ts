import type { Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import { mediatorMessages } from '#domain/following/mediator.ts'
import { api } from '#domain/routes/site.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, notAllowed } from '../act-api.ts'
import { askMediator } from './ask-mediator.ts'

/** POST /api/v1/cases/mediator: a party asks for another mediator. */
export const mediatorApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(
    ports,
    api.mediator,
    async (c, { followed, key }) => {
      const asked = await askMediator(ports, followed, key)
      return asked.ok
        ? c.json({ at: rfc3339(asked.value.at) }, 201)
        : notAllowed(c, mediatorMessages[asked.error])
    },
    { own: true },
  )
