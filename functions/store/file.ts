import { sql } from 'drizzle-orm'
import { stateOf } from '../domain/case-state.ts'
import { deskEntry } from '../domain/desk-entry.ts'
import { genesis, hex } from '../domain/encoding.ts'
import type { Scope } from '../domain/events.ts'
import { sixDigitCases } from '../domain/limits.ts'
import { alarming } from '../domain/warnings.ts'
import { type Keys, sealWith } from '../keys.ts'
import type { Db } from './client.ts'
import { uniqueViolation } from './errors.ts'
import { cachedColumns, newListing } from './listing.ts'
import { blindIndex, caseCode, caseEvent, caseKey, cases, caseYear, filingReceipt } from './schema.ts'
import { eventRow, newCaseKey } from './sealing.ts'
import type { FileOutcome, NewCase, NewEvent, Store } from './store.ts'

/** Which pepper makes new code fingerprints; a rotation brings the next. */
const pepper = 1

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
  const history = filing.events.map(({ scope: _, words: __, ...event }, index) => ({
    ...event,
    seq: index + 1,
    hash: rows[index]?.hash ?? '',
  }))
  return { rows, keyRows: made.map(({ row }) => row), history, lastHash: rows.at(-1)?.hash ?? genesis }
}

const blindRows = async (keys: Keys, caseId: string, { phone, name }: NewCase['person']) => {
  const at = { caseId, scope: 'party:1' }
  const rows: (typeof blindIndex.$inferInsert)[] = []
  if (phone) rows.push({ ...at, field: 'phone', hash: await keys.mac('blind-phone', phone) })
  if (name) rows.push({ ...at, field: 'name', hash: await keys.mac('blind-name', name) })
  return rows
}

const receiptRow = async (
  keys: Keys,
  caseId: string,
  receipt: NonNullable<NewCase['receipt']>,
  lastHash: string,
) => {
  const answer = new TextEncoder().encode(JSON.stringify({ ...receipt.answer, lastHash }))
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
    const caseId = hex(crypto.getRandomValues(new Uint8Array(16)))
    const { rows, keyRows, history, lastHash } = await sealHistory(keys, caseId, filing)
    const { at: filedAt } = filing.events[0] as NewEvent
    const state = stateOf(history)
    const entry = deskEntry(history, state, filedAt)
    const { colour } = entry
    const code = {
      ...{ codeHash: await keys.mac('tracking-code', filing.trackingCode), caseId, party: 1 },
      ...{ pepper, epoch: 0, staffSaw: filing.staffSaw, firstUsedAt: null },
    }
    const blind = await blindRows(keys, caseId, filing.person)
    const receipt = filing.receipt && (await receiptRow(keys, caseId, filing.receipt, lastHash))
    try {
      const [stored] = await db.batch([
        db
          .insert(cases)
          .values({
            ...{ id: caseId, number: numberFor(filing.numbers), filedAt },
            ...cachedColumns(history, state, entry),
            ...{ colour, turnedAt: colour >= alarming ? filedAt : null },
          })
          .returning({ number: cases.number }),
        ...(receipt ? [db.insert(filingReceipt).values(receipt)] : []),
        db.insert(caseCode).values(code),
        db.insert(caseKey).values(keyRows),
        db.insert(caseEvent).values(rows),
        ...(blind.length > 0 ? [db.insert(blindIndex).values(blind)] : []),
        ...newListing(db, caseId, entry),
        db
          .insert(caseYear)
          .values({ year: filing.numbers.year, filed: 1 })
          .onConflictDoUpdate({ target: caseYear.year, set: { filed: sql`${caseYear.filed} + 1` } }),
      ])
      return { kind: 'stored', number: (stored as { number: string }[])[0]?.number ?? '', lastHash }
    } catch (error) {
      const column = uniqueViolation(error)
      if (column === 'filing_receipt.key_hash') return { kind: 'taken', what: 'receipt' }
      if (column === 'cases.number' || column === 'case_code.code_hash')
        return { kind: 'taken', what: 'number' }
      throw error
    }
  }
