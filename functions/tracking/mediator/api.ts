import type { Hono } from 'hono'
import { mediatorMessages } from '#domain/following/mediator.ts'
import { api } from '#domain/routes/site.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, answerAct } from '../act-api.ts'
import { askMediator } from './ask-mediator.ts'

/** POST /api/v1/cases/mediator: a party asks for another mediator. */
export const mediatorApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(
    ports,
    api.mediator,
    async (c, { followed, key }) => answerAct(c, await askMediator(ports, followed, key), mediatorMessages),
    { own: true },
  )
