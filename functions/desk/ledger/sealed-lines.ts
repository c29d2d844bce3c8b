import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import { relationTo } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import { scopesOfPeople } from '#domain/history/people.ts'
import { caseWords } from '#domain/history/words.ts'
import { ledgerColumns } from '#domain/ledger/columns.ts'
import type { LedgerRow } from '#domain/ledger/row.ts'
import { sealedColumns } from '#domain/ledger/sealed-columns.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { UnsealingStore } from '#store/ports/ledger.ts'

// Keys and words of this many cases are in memory at a time.
const stretch = 50

/**
 * The lines of a ledger with the words of each filing. A case is asked once more whether it is open to the reader: between
 * the list and its words it may have been handed on.
 */
export async function* sealedLines(
  { store, log }: Pick<Ports<UnsealingStore>, 'store' | 'log'>,
  member: StaffMember,
  rows: readonly LedgerRow[],
  names: ReadonlyMap<string, string>,
): AsyncGenerator<{ text: string; rows: number }> {
  const head = [...ledgerColumns, ...sealedColumns].map(({ name }) => name)
  yield { text: `${byteOrderMark}${csvLine(head)}`, rows: 0 }
  for (let from = 0; from < rows.length; from += stretch) {
    const some = new Map(rows.slice(from, from + stretch).map((row) => [row.caseId, row]))
    const lines: string[] = []
    for (const { record, events, words } of await store.unsealedCases([...some.keys()])) {
      const row = some.get(record.id)
      if (!row || !relationTo(member, listedAs(events, record.about))) continue
      const read = await words(['record', ...scopesOfPeople(events)])
      const view = { events, words: caseWords(record.id, read, log) }
      lines.push(
        csvLine([
          ...ledgerColumns.map(({ value }) => value(row, names)),
          ...sealedColumns.map(({ value }) => value(view)),
        ]),
      )
    }
    yield { text: lines.join(''), rows: lines.length }
  }
}
