import type { Hono } from 'hono'
import { type Say, sayMessages } from '#domain/following/consent.ts'
import { api } from '#domain/routes/site.ts'
import { wrongField } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { actApi, answerAct } from '../act-api.ts'
import { say } from './say.ts'

const sayIn = ({ agree, dispute }: Record<string, unknown>): Say | null => {
  if (dispute === true) return 'refusal-disputed'
  if (typeof agree !== 'boolean') return null
  return agree ? 'agreed' : 'refused'
}

const message = '请写 agree：true 是愿意谈，false 是不愿意谈。'

/** POST /api/v1/cases/consent: a person of the other side says whether they want to talk. */
export const consentApi = (ports: Ports<FollowingStore>): Hono =>
  actApi(
    ports,
    api.consent,
    async (c, { followed, body, key }) => {
      const what = sayIn(body)
      return what
        ? answerAct(c, await say(ports, followed, what, key), sayMessages)
        : wrongField(c, 'agree', 'required', message)
    },
    { own: true },
  )
