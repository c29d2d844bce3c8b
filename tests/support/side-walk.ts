import { actions, api } from '#domain/routes/site.ts'
import { holder } from './holder.ts'
import type { Filed } from './two-sides.ts'
import { textOf } from './walk.ts'
import { cookieOf, postForm, postJson, type World } from './world.ts'

/** Everything that the public Worker shows to the holder of a code, by its own list of routes: no page can be forgotten. */

/** What the parts of an address stand for; a new one must be named here. */
const parts: Record<string, (files: readonly string[]) => string[]> = {
  ':id': (files) => [...files],
  ':guide': () => ['neighbour'],
  ':leaf': () => ['1'],
}

const filled = (path: string, files: readonly string[]): string[] => {
  const name = /:[a-z]+/i.exec(path)?.[0]
  if (!name) return [path]
  const part = parts[name]
  if (!part) throw new Error(`${path}: nothing is named for ${name} in tests/support/side-walk.ts`)
  const values = part(files)
  return values.flatMap((value) => filled(path.replace(/:[a-z]+(\{[^}]*\})?/i, value), files))
}

const served = (world: Pick<World, 'app'>, wanted: string): string[] => [
  ...new Set(world.app.routes.flatMap(({ method, path }) => (method === wanted ? path : []))),
]

/** Those that end the session, or change what all others show; they are asked last. */
const late: string[] = [actions.trackWithdraw, actions.trackErase, actions.trackLeave, actions.leave]
const lateCalls: string[] = [api.withdraw, api.erase]

/**
 * Every answer, by method and address: pages, forms posted with nothing but the code, calls of the API with the code alone.
 * @param files ids of files of the case, of anybody
 */
export const shownByRoutes = async (
  world: World,
  one: Filed,
  files: readonly string[],
): Promise<Record<string, string>> => {
  const { trackingCode, caseNumber } = one
  const seen: Record<string, string> = {}
  const enter = async () => cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
  for (const path of served(world, 'GET'))
    for (const address of filled(path, files)) {
      const answer = await world.request(address, { headers: { cookie: await enter() } })
      seen[`GET ${address}`] = await textOf(answer)
    }
  const posts = served(world, 'POST')
  for (const path of [...posts.filter((one) => !late.includes(one)), ...late].filter(
    (path) => posts.includes(path) && !lateCalls.includes(path),
  )) {
    if (path.startsWith('/api/'))
      for (const id of files) {
        const call = () => postJson(world, path, { trackingCode, caseNumber, id })
        seen[`POST ${path} ${id}`] = await textOf(await call())
      }
    else {
      const fields = { trackingCode, case: caseNumber }
      for (const address of filled(path, files))
        seen[`POST ${address}`] = await (
          await postForm(world, address, fields, { cookie: await enter() })
        ).text()
    }
  }
  for (const path of lateCalls) seen[`POST ${path}`] = await (await holder(world, one).call(path)).text()
  return seen
}
