import type { Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { api } from '#domain/routes/site.ts'
import { choiceMessages, mostSlots } from '#domain/sessions/choosing.ts'
import { wrongField } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, answerAct } from '../act-api.ts'
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
      const ids = idsIn(body['choose'])
      if (!ids)
        return wrongField(c, 'choose', 'required', '请写 choose：选中的时间的 id；都不行，写空的列表。')
      const done = await choose(ports, followed, ids, key)
      return !done.ok && done.error === 'unknown'
        ? wrongField(c, 'choose', done.error, choiceMessages[done.error])
        : answerAct(c, done, choiceMessages)
    },
    { own: true },
  )
