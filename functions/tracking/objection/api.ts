import type { Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import { objectionMessages } from '#domain/following/objection-messages.ts'
import { api } from '#domain/routes/site.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, notAllowed } from '../act-api.ts'
import { textOf } from '../api.ts'
import { objectTo } from './object-to.ts'

/** POST /api/v1/cases/object: the holder of the code is not satisfied with the result. */
export const objectionApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(ports, api.object, async (c, { followed, body, key }) => {
    const done = await objectTo(ports, followed, textOf(body['text']), key)
    if (done.ok) return c.json({ ...done.value, at: rfc3339(done.value.at) }, 201)
    const { error } = done
    const message = objectionMessages[error]
    if (error !== 'required' && error !== 'tooLong') return notAllowed(c, message)
    return problem(c, { status: 422, title: message, errors: [{ field: 'text', code: error, message }] })
  })
