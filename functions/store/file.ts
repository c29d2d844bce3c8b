import { and, eq, lte, sql } from 'drizzle-orm'
import { genesis, hex } from '../domain/encoding.ts'
import type { Scope } from '../domain/events.ts'
import { sixDigitCases } from '../domain/limits.ts'
import { alarming } from '../domain/warnings.ts'
import { type Keys, sealWith } from '../keys.ts'
import type { Db } from './client.ts'
import { uniqueViolation } from './errors.ts'
import { listingStatements } from './listing.ts'
import { blindIndex, caseEvent, caseKey, cases, caseYear, filingReceipt, outbox } from './schema.ts'
import { eventRow, newCaseKey } from './sealing.ts'
import type { FileOutcome, NewCase, Store } from './store.ts'
import { sweepStatements } from './sweep.ts'

/** Which pepper makes new code fingerprints; a rotation brings the next. */
const pepperId = 1

const scopesOf = (filing: NewCase): Scope[] => [
  ...new Set(filing.events.flatMap((event) => event.scope ?? [])),
]

/** Seals and chains all events of a new case. */
const sealHistory = async (keys: Keys, caseId: string, filing: NewCase) => {
  const made = await Promise.all(scopesOf(filing).map((scope) => newCaseKey(keys, caseId, scope)))
  const rows: Awaited<ReturnType<typeof eventRow>>[] = []
  for (const [index, event] of filing.events.entries()) {
    const key = made.find((candidate) => candidate.row.scope === event.scope)?.key ?? null
    rows.push(await eventRow(caseId, index + 1, rows.at(-1)?.hash ?? genesis, event, key))
  }
  return { rows, keyRows: made.map(({ row }) => row), lastHash: rows.at(-1)?.hash ?? genesis }
}

const blindRows = async (keys: Keys, caseId: string, { phone, name }: NewCase['person']) => {
  const at = { caseId, scope: 'party:1' }
  const rows: (typeof blindIndex.$inferInsert)[] = []
  if (phone) rows.push({ ...at, field: 'phone', hash: await keys.mac('blind-phone', phone) })
  if (name) rows.push({ ...at, field: 'name', hash: await keys.mac('blind-name', name) })
  return rows
}

const receiptRow = async (keys: Keys, caseId: string, receipt: NonNullable<NewCase['receipt']>) => {
  const answer = new TextEncoder().encode(JSON.stringify(receipt.answer))
  return {
    keyHash: await keys.mac('idempotency-key', receipt.key),
    bodyMac: await keys.mac('filing-body', receipt.body),
    caseId,
    answer: await sealWith(await keys.saltedKey(receipt.key), answer, 'filing-answer'),
    expiresAt: receipt.expiresAt,
  }
}

/** Six digits until the year is a fifth full, then seven; decided inside the batch, where no one can be faster. */
const numberFor = ({ year, six, seven }: NewCase['numbers']) =>
  sql<string>`CASE WHEN coalesce((SELECT ${caseYear.filed} FROM ${caseYear} WHERE ${caseYear.year} = ${year}), 0) >= ${sixDigitCases} THEN ${seven} ELSE ${six} END`

/** `file` of the Store. */
export const makeFile =
  (db: Db, keys: Keys): Store['file'] =>
  async (filing): Promise<FileOutcome> => {
    const id = hex(crypto.getRandomValues(new Uint8Array(16)))
    const { rows, keyRows, lastHash } = await sealHistory(keys, id, filing)
    const { track, category, region, status, level, unit, about, danger, filedAt, entry } = filing
    const { nextChangeAt } = entry
    const { codeTemporary } = filing
    const { colour } = entry
    const warned = { colour, turnedAt: colour >= alarming ? filedAt : null }
    const plain = {
      track,
      category,
      region,
      status,
      level,
      unit,
      about,
      danger,
      filedAt,
      nextChangeAt,
      codeTemporary,
    }
    const secret = { codeHash: await keys.mac('tracking-code', filing.trackingCode), pepperId }
    const head = { headSeq: rows.length, headHash: lastHash }
    const blind = await blindRows(keys, id, filing.person)
    const receipt = filing.receipt && (await receiptRow(keys, id, filing.receipt))
    try {
      const [stored] = await db.batch([
        db
          .insert(cases)
          .values({ id, number: numberFor(filing.numbers), ...plain, ...warned, ...secret, ...head })
          .returning({ number: cases.number }),
        ...(receipt
          ? [
              db
                .delete(filingReceipt)
                .where(
                  and(eq(filingReceipt.keyHash, receipt.keyHash), lte(filingReceipt.expiresAt, filedAt)),
                ),
              db.insert(filingReceipt).values(receipt),
            ]
          : []),
        db
          .insert(caseYear)
          .values({ year: filing.numbers.year, filed: 1 })
          .onConflictDoUpdate({ target: caseYear.year, set: { filed: sql`${caseYear.filed} + 1` } }),
        db.insert(caseKey).values(keyRows),
        ...rows.map((row) => db.insert(caseEvent).values(row)),
        ...(blind.length > 0 ? [db.insert(blindIndex).values(blind)] : []),
        ...listingStatements(db, id, entry).slice(1),
        db.insert(outbox).values({ caseId: id, seq: 1, kind: 'filed', at: filedAt }),
        ...sweepStatements(db, filedAt),
      ])
      return { kind: 'stored', number: (stored as { number: string }[])[0]?.number ?? '', lastHash }
    } catch (error) {
      const column = uniqueViolation(error)
      if (column === 'filing_receipt.key_hash') return { kind: 'taken', what: 'receipt' }
      if (column === 'cases.number' || column === 'cases.code_hash') return { kind: 'taken', what: 'number' }
      throw error
    }
  }
