import type { D1Database } from '@cloudflare/workers-types'
import type { Keys } from '#keys'
import { fitOf } from './fitting.ts'
import type { SecretName } from './marks.ts'
import { type KeyTraces, noTraces, noteSql, traceSql } from './traces.ts'

/**
 * Compares the secrets of a deployment with its database, and stores the marks that it lacks: one statement where both
 * are there.
 * @returns the secrets with which the database was not written
 */
export const noteKeys = async (d1: D1Database, keys: Keys): Promise<SecretName[]> => {
  const read = async <Row>(kind: keyof typeof traceSql) =>
    (await d1.prepare(traceSql[kind].sql).all<Row>()).results
  const marks = await read<never>('marks')
  const rest = marks.length > 0 ? noTraces : { wrapped: await read('wrapped'), parts: await read('parts') }
  const { misfits, unnoted } = await fitOf({ ...rest, marks } as KeyTraces, keys)
  if (unnoted.length > 0)
    await d1.batch(unnoted.map(({ secret, id, mark }) => d1.prepare(noteSql).bind(secret, id, mark)))
  return misfits
}
