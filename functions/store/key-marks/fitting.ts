import { bytesOfHex } from '#domain/basics/hex.ts'
import type { Scope } from '#domain/history/events.ts'
import type { Keys } from '#keys'
import { dayTree } from '#store/anchors/day-tree.ts'
import { leavesIn } from '#store/anchors/part-bytes.ts'
import { openCaseKey } from '#store/sealing.ts'
import { type MarkRow, marksOf, notedOf, type SecretName } from './marks.ts'
import type { KeyTraces } from './traces.ts'

/** Whether secrets are those of a database. With others, what is stored from now on is lost when the right ones are back. */

export interface Fit {
  /** Secrets with which the database was not written. */
  misfits: SecretName[]
  /** Marks that it lacks and that can be stored; none where a secret does not fit. */
  unnoted: MarkRow[]
}

/** Of each trace of a secret, whether it is its own. */
const ownTraces: Record<SecretName, (traces: KeyTraces, keys: Keys) => Promise<boolean[]>> = {
  'master-key': ({ wrapped }, keys) =>
    Promise.all(
      wrapped.map(
        async (row) =>
          (await openCaseKey(keys, row.case_id, row.scope as Scope, bytesOfHex(row.wrapped))) !== null,
      ),
    ),
  'code-pepper': ({ parts }, keys) =>
    Promise.all(
      parts.map(async ({ day, part, root, leaves }) => {
        const tree = await dayTree(keys, day)
        return (await tree.partFrom(part, leavesIn(bytesOfHex(leaves)))).root === root
      }),
    ),
}

/**
 * Compares secrets with the traces of a database. A database without any mark is judged by what its secrets have left: if
 * nothing is theirs, they do not fit; if some is not, as after a time with other ones, nothing is decided and no mark
 * stored. Where only one mark is missing somebody has removed it, so that another secret can take its place.
 */
export const fitOf = async (traces: KeyTraces, keys: Keys): Promise<Fit> => {
  const isNew = traces.marks.length === 0
  const fit: Fit = { misfits: [], unnoted: [] }
  let decided = true
  for (const own of await marksOf(keys)) {
    const noted = notedOf(traces.marks, own)
    const signs = noted ? [noted.mark === own.mark] : isNew ? await ownTraces[own.secret](traces, keys) : []
    if (signs.length > 0 && !signs.includes(true)) fit.misfits.push(own.secret)
    else if (signs.includes(false)) decided = false
    else if (!noted) fit.unnoted.push(own)
  }
  // Both or none: one that is missing beside the other was removed by somebody.
  return decided && fit.misfits.length === 0 ? fit : { ...fit, unnoted: [] }
}
