import type { D1Database } from '@cloudflare/workers-types'
import { asc, eq } from 'drizzle-orm'
import { partOf } from '#domain/anchors/places.ts'
import type { Node } from '#domain/anchors/tree.ts'
import { bytesOfHex, hex } from '#domain/basics/hex.ts'
import type { Keys } from '#keys'
import { connect } from '#store/client.ts'
import type { Mismatch } from '#store/verify.ts'
import { type DayTree, dayTree, digits, type Head } from './day-tree.ts'
import { headsOf } from './heads.ts'
import { missingIn } from './kept.ts'
import { leavesIn } from './part-bytes.ts'
import { anchorDay, anchorPart, topPart } from './schema.ts'

/**
 * Compares the newest published root with the cases: every case must stand in its tree with a head that its history has, unless
 * it was stored after the day was closed; no leaf may be without a case, and the leaves must lead to the root. Older roots are held against proofs that people kept.
 * @returns what differs: a case, or the root with an empty id
 */
export const createAnchorVerify = (d1: D1Database, keys: Keys) => {
  const db = connect(d1)

  const faultsIn = async (
    tree: DayTree,
    row: typeof anchorPart.$inferSelect,
    { heads, ...last }: { heads: readonly Head[]; root: string; top: Uint8Array<ArrayBuffer> },
  ) => {
    const leaves = leavesIn(row.leaves)
    const { broken, late } = await missingIn(d1, tree, { ...row, ...last, leaves }, heads)
    const faults: Mismatch[] = broken.map((caseId) => ({ caseId, what: `anchor ${row.day}` }))
    const held = [...leaves.values()].reduce((sum, slots) => sum + slots.size, 0)
    const isWhole =
      held === heads.length - late.length && (await tree.partFrom(row.part, leaves)).root === row.root
    return isWhole || faults.length > 0 ? faults : [{ caseId: '', what: `anchor_part ${row.part}` }]
  }

  return async (): Promise<Mismatch[]> => {
    const days = await db.select().from(anchorDay).orderBy(asc(anchorDay.day))
    const last = days.at(-1)
    if (!last) return []
    const tree = await dayTree(keys, last.day)
    const faults: Mismatch[] = []
    const roots = new Map<number, Node>()
    const parts = await db.select().from(anchorPart).where(eq(anchorPart.day, last.day))
    const top = parts.find(({ part }) => part === topPart)?.nodes ?? new Uint8Array()
    for (const digit of digits) {
      const heads = await headsOf(d1, digit.toString(16), last.day)
      for (const row of parts.filter(({ part }) => part !== topPart && part >> 4 === digit)) {
        const own = heads.filter(({ id }) => partOf(id) === row.part)
        faults.push(...(await faultsIn(tree, row, { heads: own, root: last.root, top })))
        roots.set(tree.positionOf(row.part), bytesOfHex(row.root))
      }
    }
    const isRoot = hex((await tree.topTree(roots)).root) === last.root
    return isRoot ? faults : [...faults, { caseId: '', what: `anchor_day ${last.day}` }]
  }
}
