import { genesis, hashEvent } from '#domain/history/encoding.ts'
import type { caseEvent } from './schema.ts'

/** The first row of a chain with a wrong hash or a wrong link to the previous row; null if there is none. */
export const chainFault = async (rows: (typeof caseEvent.$inferSelect)[]): Promise<string | null> => {
  let prev = genesis
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || row.prev !== prev) return `prev ${row.seq}`
    if ((await hashEvent({ ...row, sealed: row.sealed ?? new Uint8Array() })) !== row.hash)
      return `hash ${row.seq}`
    prev = row.hash
  }
  return null
}
