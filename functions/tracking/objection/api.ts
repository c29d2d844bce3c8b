import type { Hono } from 'hono'
import { objectionMessages } from '#domain/following/objection-messages.ts'
import { api } from '#domain/routes/site.ts'
import { wrongField } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, answerAct } from '../act-api.ts'
import { textOf } from '../api.ts'
import { objectTo } from './object-to.ts'

/** POST /api/v1/cases/object: the holder of the code is not satisfied with the result. */
export const objectionApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(ports, api.object, async (c, { followed, body, key }) => {
    const done = await objectTo(ports, followed, textOf(body['text']), key)
    return !done.ok && (done.error === 'required' || done.error === 'tooLong')
      ? wrongField(c, 'text', done.error, objectionMessages[done.error])
      : answerAct(c, done, objectionMessages)
  })
