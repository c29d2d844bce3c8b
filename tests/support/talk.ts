import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { actions, api, notices } from '#domain/routes/site.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { type Fields, makeForms } from './forms.ts'
import type { DeskWorld } from './staff.ts'
import { file, postJson } from './world.ts'

/** The holder of a code and the desk of their case, who write to each other. */

export type Filed = Awaited<ReturnType<typeof file>>

const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** Where an answer leads. */
export const landing = (answer: Response) => [answer.status, answer.headers.get('location')]
export const arrived = [303, `${actions.trackCase}#${notices.replied}`]

export const makeTalk = (world: DeskWorld) => {
  const tools = makeForms(world)
  const move = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) => {
    const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
    if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
  }
  const stored = async ({ caseNumber }: Filed) => {
    const found = await world.ports.store.openCase(caseNumber)
    if (!found) throw new Error('no case')
    return found
  }
  const kindsOf = async (filed: Filed) => (await stored(filed)).events.map(({ kind }) => kind)

  /** The holder of a code at a browser, and the form as their page shows it. */
  const follow = async (filed: Filed) => {
    const person = tools.browser()
    await person.post(actions.trackOpen, { trackingCode: filed.trackingCode })
    const page = async (path: string = actions.trackCase) => mainOf(await person.page(path))
    const form = async () => tools.formOn(await page(), actions.trackMessage)
    const write = async (fields: Fields, headers: Fields = {}) =>
      person.post(actions.trackMessage, { ...(await form()).hidden, ...fields }, headers)
    return { ...person, page, form, write }
  }
  const track = async ({ trackingCode }: Pick<Filed, 'trackingCode'>, more: object = {}) =>
    (await (await postJson(world, api.track, { trackingCode, ...more })).json()) as {
      turn: string
      can: string[]
      more: { before: string } | null
      messages: { from: string; text: string; receipt?: string; call?: object }[]
      timeline: { kind: string; at: string }[]
      status: string
      clocks: unknown[]
    }
  /** Words of a program. */
  const send = (
    { trackingCode }: Pick<Filed, 'trackingCode'>,
    body: Record<string, unknown>,
    headers: Fields = {},
  ) => postJson(world, api.messages, { trackingCode, ...body }, headers)
  /** A case that its desk has taken on. */
  const accepted = async (changes: Record<string, unknown> = {}) => {
    const filed = await file(world, changes)
    await move(filed, 'accepted', { subject: '滴水' })
    return filed
  }
  /** The desk takes a new case on and asks something. */
  const ask = async (filed: Filed) => {
    await move(filed, 'accepted', { subject: '滴水' })
    await move(filed, 'asked', { message: '哪天方便？' })
  }
  return { ...tools, move, stored, kindsOf, follow, track, send, accepted, ask }
}

export type Talk = ReturnType<typeof makeTalk>
