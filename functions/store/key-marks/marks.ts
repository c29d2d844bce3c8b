import type { Keys } from '#keys'
import { pepper } from '#store/person-rows.ts'
import { masterId } from '#store/sealing.ts'

/** Marks of the secrets of a deployment (schema.ts). */

export interface MarkRow {
  secret: string
  id: number
  mark: string
}

export type SecretName = 'master-key' | 'code-pepper'

export const marksSql = 'SELECT secret, id, mark FROM key_mark'

/** A mark of a secret of this deployment. */
export type OwnMark = MarkRow & { secret: SecretName }

/** The marks of the secrets of this deployment. */
export const marksOf = async (keys: Keys): Promise<OwnMark[]> => [
  { secret: 'master-key', id: masterId, mark: await keys.mac('blind-key-mark', 'master-key') },
  { secret: 'code-pepper', id: pepper, mark: await keys.mac('key-mark', 'code-pepper') },
]

/** The mark that a database has of the same secret. */
export const notedOf = (marks: readonly MarkRow[], own: MarkRow): MarkRow | undefined =>
  marks.find(({ secret, id }) => secret === own.secret && id === own.id)
