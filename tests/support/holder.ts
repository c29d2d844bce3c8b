import { actions, api } from '#domain/routes/site.ts'
import { type DeskWorld, signInAs, visitDesk, type Who } from './staff.ts'
import { cookieOf, type file, postForm, postJson, type World } from './world.ts'

/** The holder of a code, by pages and by calls; and staff who look at their case. */

type Filed = Awaited<ReturnType<typeof file>>

/** A browser that follows a case; each request has the session of a fresh entry. */
export const holder = (world: Pick<World, 'request'>, { trackingCode }: Pick<Filed, 'trackingCode'>) => {
  const enter = async () => cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
  const page = async (path: string = actions.trackCase) =>
    (await world.request(path, { headers: { cookie: await enter() } })).text()
  const post = async (path: string, fields: Record<string, unknown> = {}) =>
    postForm(world, path, fields, { cookie: await enter() })
  const call = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    postJson(world, path, { trackingCode, ...body }, headers)
  const track = async () =>
    (await (await call(api.track)).json()) as {
      status: string
      turn: string | null
      can: string[]
      pending?: object
      clocks: unknown[]
      timeline: { kind: string; text: string }[]
    }
  return { page, post, call, track }
}

/** Status and place of an answer that leads on. */
export const landing = (answer: Response) => [answer.status, answer.headers.get('location')]

/** Status and sentence of a problem. */
export const problemOf = async (answer: Response) =>
  [answer.status, ((await answer.json()) as { detail?: string }).detail ?? ''] as const

/** The history of a case, as the store has it. */
export const eventsOf = async (world: Pick<World, 'ports'>, { caseNumber }: Filed) =>
  (await world.ports.store.openCase(caseNumber))?.events ?? []

/** A member of staff of a unit who reads pages of the desk. */
export const staffAt = async (world: DeskWorld, unit: string, role: Who['role'] = 'handler') => {
  const who = await signInAs(world, { unit, role })
  const visit = visitDesk(world, who.cookie)
  return { ...visit, id: who.id, text: async (path: string) => (await visit.get(path)).text() }
}
