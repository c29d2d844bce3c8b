import { and, asc, desc, eq } from 'drizzle-orm'
import { day } from '#domain/basics/bounds.ts'
import { draftDays } from '#domain/importing/bounds.ts'
import { isAlive } from '#store/alive.ts'
import type { Base } from '#store/base.ts'
import type { ImportStore } from '#store/ports/importing.ts'
import { ledgerDraft } from './schema.ts'

/** Ledgers that are looked at before they are stored: sealed in parts, because a row of D1 has at most 2 MB. */

type Drafts = Pick<ImportStore, 'keepDraft' | 'changeDraft' | 'draft' | 'drafts' | 'dropDraft'>

/** Rows and characters in a part: at most 600 KB in UTF-8. */
const partRows = 500
const partCharacters = 200_000

const partsOf = (rows: readonly string[][]): string[][][] => {
  const parts: string[][][] = []
  let part: string[][] = []
  let characters = 0
  for (const row of rows) {
    const size = row.reduce((sum, cell) => sum + cell.length, 0)
    if (part.length >= partRows || (part.length > 0 && characters + size > partCharacters)) {
      parts.push(part)
      part = []
      characters = 0
    }
    part.push(row)
    characters += size
  }
  return [...parts, part]
}

export const drafting = ({ db, keys }: Base): Drafts => {
  const context = (id: string, part: number, staff: string) => `${id}/${part}/${staff}`
  const seal = (id: string, part: number, staff: string, value: unknown) =>
    keys.seal('ledger-draft', new TextEncoder().encode(JSON.stringify(value)), context(id, part, staff))
  const open = async (row: typeof ledgerDraft.$inferSelect): Promise<unknown> => {
    const plain = await keys.open('ledger-draft', row.sealed, context(row.id, row.part, row.staff))
    if (!plain) throw new Error(`ledger_draft ${row.id} ${row.part}: unreadable`)
    return JSON.parse(new TextDecoder().decode(plain))
  }
  const own = (id: string, staff: string) => and(eq(ledgerDraft.id, id), eq(ledgerDraft.staff, staff))
  return {
    async keepDraft(id, staff, { state, rows, expiresAt }) {
      const values = await Promise.all(
        [state, ...partsOf(rows)].map(async (value, part) => ({
          ...{ id, part, staff, expiresAt },
          sealed: await seal(id, part, staff, value),
        })),
      )
      await db.batch([
        db.delete(ledgerDraft).where(own(id, staff)),
        ...values.map((value) => db.insert(ledgerDraft).values(value)),
      ])
    },

    async changeDraft(id, staff, state) {
      await db
        .update(ledgerDraft)
        .set({ sealed: await seal(id, 0, staff, state) })
        .where(and(own(id, staff), eq(ledgerDraft.part, 0)))
    },

    async draft(id, staff, now) {
      const stored = await db
        .select()
        .from(ledgerDraft)
        .where(and(own(id, staff), isAlive(ledgerDraft.expiresAt, now, draftDays * day)))
        .orderBy(asc(ledgerDraft.part))
      const [head, ...parts] = stored
      if (head?.part !== 0) return null
      const [state, ...rows] = await Promise.all([head, ...parts].map(open))
      return { state, rows: (rows as string[][][]).flat(), expiresAt: head.expiresAt }
    },

    async drafts(staff, now) {
      const stored = await db
        .select()
        .from(ledgerDraft)
        .where(
          and(
            eq(ledgerDraft.staff, staff),
            eq(ledgerDraft.part, 0),
            isAlive(ledgerDraft.expiresAt, now, draftDays * day),
          ),
        )
        .orderBy(desc(ledgerDraft.expiresAt))
        .limit(5)
      return Promise.all(
        stored.map(async (row) => ({ id: row.id, state: await open(row), expiresAt: row.expiresAt })),
      )
    },

    async dropDraft(id, staff) {
      const gone = await db.delete(ledgerDraft).where(own(id, staff)).returning({ part: ledgerDraft.part })
      return gone.length > 0
    },
  }
}
