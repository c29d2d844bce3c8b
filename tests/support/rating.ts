import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { api } from '#domain/routes/site.ts'
import { createApp } from '../../functions/app.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { file, origin, postJson, type World } from './world.ts'

/** Cases that have ended, and answers of their holders. */

export type Filed = Awaited<ReturnType<typeof file>>
export type Move = [kind: MoveKind, input?: MoveInput]

const toSettle: Move[] = [['accepted', { subject: '屋檐滴水' }], ['mediating'], ['settled']]

/** Makes moves on a case by the console. */
export const moveOn = async (world: World, { caseNumber: number }: Filed, moves: Move[]) => {
  for (const [kind, input = {}] of moves) {
    const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
    if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
  }
}

/** Corrects what is known of the complainant, as the console does. */
export const correct = async (
  { ports }: World,
  { caseNumber }: Filed,
  words: { name?: string; phone?: string; notify?: boolean },
) => {
  const stored = await ports.store.openCase(caseNumber)
  if (!stored) throw new Error('no case')
  const { unit } = stored.record
  const by = { actor: 'console', at: ports.clock(), unit, acting: '' } as const
  const data = { party: 1, side: 'complainant' } as const
  const event = { ...by, kind: 'party-corrected', data, scope: 'party:1', words } as const
  const done = await ports.store.append(stored, [event])
  if (!done.ok) throw new Error(done.error)
}

/** A case that was filed and settled just now. */
export const ended = async (world: World, filing: Record<string, unknown> = {}, moves = toSettle) => {
  const filed = await file(world, filing)
  await moveOn(world, filed, moves)
  return filed
}

export const good = { result: 'solved', treated: 5 }
export const low = { result: 'not', treated: 1, text: '对我大呼小叫' }

/** Rates a case by its code, as a program does. */
export const rate = (
  world: Pick<World, 'request'>,
  { trackingCode }: Pick<Filed, 'trackingCode'>,
  answer: Record<string, unknown>,
  headers: Record<string, string> = {},
) => postJson(world, api.rating, { trackingCode, ...answer }, headers)

/** The same world, in which every answer is drawn for a call, or none is. */
export const drawing = (world: World, drawn: boolean): Pick<World, 'request'> => {
  const app = createApp({
    ...world.ports,
    random: (bytes) => (bytes === 4 ? new Uint8Array(4).fill(drawn ? 0 : 255) : world.ports.random(bytes)),
  })
  return { request: async (path, init = {}) => app.fetch(new Request(`${origin}${path}`, init)) }
}

/** SQL for the id of a case by its number, which is bound. */
export const idOf = '(SELECT id FROM cases WHERE number = ?)'

/** The ratings of a case, as the database has them. */
export const ratingRows = async (world: Pick<World, 'db'>, { caseNumber }: Pick<Filed, 'caseNumber'>) =>
  (
    await world.db
      .prepare(`SELECT * FROM case_rating WHERE case_id = ${idOf} ORDER BY period`)
      .bind(caseNumber)
      .all()
  ).results
