import type { Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { rfc3339 } from '#domain/basics/time.ts'
import { api } from '#domain/routes/site.ts'
import { choiceMessages, mostSlots } from '#domain/sessions/choosing.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, notAllowed, notTaken } from '../act-api.ts'
import { choose } from './choose.ts'

/** The ids of a call; null if they are not a short list of short texts. */
const idsIn = (value: unknown): string[] | null =>
  Array.isArray(value) &&
  value.length <= mostSlots &&
  value.every((id) => typeof id === 'string' && id.length <= units.short)
    ? (value as string[])
    : null

/** POST /api/v1/cases/times: a person of the case says which of the proposed times suit them. */
export const timesApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(
    ports,
    api.times,
    async (c, { followed, body, key }) => {
      const wrong = (code: 'required' | 'unknown', message: string) =>
        problem(c, { status: 422, title: message, errors: [{ field: 'choose', code, message }] })
      const ids = idsIn(body['choose'])
      if (!ids) return wrong('required', '请写 choose：选中的时间的 id；都不行，写空的列表。')
      const done = await choose(ports, followed, ids, key)
      if (done.ok) return c.json({ at: rfc3339(done.value.at) }, 201)
      const { error } = done
      if (error === 'unknown') return wrong(error, choiceMessages[error])
      return error === 'conflict' || error === 'stale'
        ? notTaken(c, error)
        : notAllowed(c, choiceMessages[error])
    },
    { own: true },
  )
