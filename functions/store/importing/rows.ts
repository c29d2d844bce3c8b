import { numberTries } from '#domain/basics/bounds.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import { makeCaseNumber } from '#domain/filing/case-number.ts'
import { stateOf } from '#domain/history/case-state.ts'
import { complainant } from '#domain/history/events.ts'
import type { Base } from '#store/base.ts'
import { caseIds } from '#store/case-ids.ts'
import { uniqueViolation } from '#store/errors.ts'
import { numberSql } from '#store/file-case.ts'
import { inserter } from '#store/inserter.ts'
import { cachedColumns, chunks, listingRows } from '#store/listing-rows.ts'
import { sealNewHistory } from '#store/new-history.ts'
import { blindRows } from '#store/person-rows.ts'
import type { ImportedRow, ImportStore } from '#store/ports/importing.ts'
import { blindIndex, caseEvent, caseKey, caseListing, cases } from '#store/schema.ts'
import { rowKeys } from './known.ts'
import { ledgerLike, ledgerRow } from './schema.ts'

/**
 * Stores rows of an old ledger as cases. A batch has forty of them in about sixty statements, so that four hundred stay
 * below the thousand that a request may make. The fingerprints of the rows are their lock: who comes second stores nothing.
 */

const perBatch = 40
const takenSql =
  'SELECT r.row_key AS row_key FROM json_each(?1) k CROSS JOIN ledger_row r ON r.row_key = k.value'

export const importing = (base: Base): Pick<ImportStore, 'importRows'> => {
  const { d1, keys, random } = base
  const newCases = inserter(d1, cases, { column: 'number', sql: numberSql })
  const newRows = inserter(d1, ledgerRow)
  const newLikes = inserter(d1, ledgerLike)
  const newKeys = inserter(d1, caseKey)
  const newEvents = inserter(d1, caseEvent)
  const newBlind = inserter(d1, blindIndex)
  const newListing = inserter(d1, caseListing)
  const nextId = caseIds(random)

  const prepare = async ({ whole, likes, events, person }: ImportedRow, year: string) => {
    const caseId = nextId()
    const [{ rowKey, likeKeys }, { rows, keyRows, history }, blind] = await Promise.all([
      rowKeys(base, whole, likes),
      sealNewHistory(base, caseId, events),
      blindRows(keys, caseId, { scope: complainant, ...person }),
    ])
    const filedAt = events[0]?.at ?? 0
    const state = stateOf(history)
    const entry = deskEntry(history, state, filedAt)
    const number = [year, makeCaseNumber(random, year, 7), makeCaseNumber(random, year, 6)]
    return {
      row: { rowKey, caseId },
      likes: [...new Set(likeKeys)].map((likeKey) => ({ likeKey, rowKey })),
      case: {
        ...{ id: caseId, number, subject: null, filedAt },
        ...cachedColumns(history, state, entry),
        ...{ colour: entry.colour, turnedAt: null },
      },
      keys: keyRows,
      events: rows,
      blind,
      listing: listingRows(entry).map((row) => ({ ...row, caseId, turnedAt: null })),
    }
  }
  type Prepared = Awaited<ReturnType<typeof prepare>>

  /** D1 binds at most 100 values per statement. */
  const statements = (prepared: Prepared[]) => {
    const of = <T>(pick: (one: Prepared) => T[]): T[] => prepared.flatMap(pick)
    return [
      ...chunks(
        of((one) => [one.row]),
        50,
      ).map(newRows),
      ...chunks(
        of((one) => one.likes),
        50,
      ).map(newLikes),
      ...chunks(
        of((one) => [one.case]),
        4,
      ).map(newCases),
      ...chunks(
        of((one) => one.keys),
        25,
      ).map(newKeys),
      ...chunks(
        of((one) => one.events),
        8,
      ).map(newEvents),
      ...chunks(
        of((one) => one.blind),
        25,
      ).map(newBlind),
      ...chunks(
        of((one) => one.listing),
        7,
      ).map(newListing),
    ]
  }

  const store = async (rows: readonly ImportedRow[], year: string): Promise<number> => {
    for (let tries = 0; tries < numberTries; tries += 1) {
      const prepared = await Promise.all(rows.map((row) => prepare(row, year)))
      const asked = JSON.stringify(prepared.map(({ row }) => row.rowKey))
      const { results } = await d1.prepare(takenSql).bind(asked).all<{ row_key: string }>()
      const taken = new Set(results.map((row) => row.row_key))
      const left = prepared.filter(({ row }) => !taken.has(row.rowKey))
      if (left.length === 0) return 0
      try {
        await d1.batch(statements(left))
        return left.length
      } catch (error) {
        const column = uniqueViolation(error)
        if (column !== 'cases.number' && column !== 'ledger_row.row_key') throw error
      }
    }
    throw new Error('import: no free case number found')
  }

  return {
    async importRows(rows, year) {
      let stored = 0
      for (const some of chunks([...rows], perBatch)) stored += await store(some, year)
      return stored
    },
  }
}
