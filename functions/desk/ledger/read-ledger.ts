import { scopesOfUnit } from '#domain/desk/access.ts'
import type { PageKey } from '#domain/desk/page-key.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import type { LedgerAsked } from '#domain/ledger/filter.ts'
import { paperStretch } from '#domain/ledger/papers.ts'
import { fitsPaper, type LedgerCase, type LedgerRow, type LedgerView, ledgerRow } from '#domain/ledger/row.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { LedgerQuery, LedgerStore } from '#store/ports/ledger.ts'

/** Reads a ledger: every case that the desks a unit sees know of, without those the reader must keep out of. */

const ledgerPageSize = 30
// A filter that leaves few cases looks at this many a statement and stops after some; the next page goes on from there.
const screenStretch = 200
const screenStretches = 3

type LedgerPorts = Pick<Ports<LedgerStore>, 'store' | 'clock' | 'log'>

type Reader = Pick<StaffMember, 'id' | 'unit' | 'role'>

/** The units that a reader may choose from. */
export const ledgerReach = ({ unit }: Pick<StaffMember, 'unit'>): string[] => sheetReach(unit).units

const queryOf = (
  { id: reader, unit, role }: Reader,
  { filter, sort }: LedgerAsked,
  view: LedgerView,
): Omit<LedgerQuery, 'now' | 'after' | 'limit'> => ({
  scopes: roles[role].handles ? scopesOfUnit(unit) : [],
  ...{ reader, filter, sort, view },
})

/** The rows of cases; one that cannot be replayed is left out and named in the log. */
const rowsOf = (ports: LedgerPorts, cases: readonly LedgerCase[], view: LedgerView, now: number) =>
  cases.flatMap((one): LedgerRow[] => {
    try {
      return [ledgerRow(one, now, view)]
    } catch {
      ports.log({ event: 'ledger', kind: 'unreadable', case: one.caseId })
      return []
    }
  })

export interface LedgerPage {
  rows: LedgerRow[]
  /** The place after which the next page begins; undefined on the last. */
  next: PageKey | undefined
}

/** A page for the screen. It costs the same whatever the length of the ledger and whatever the filter. */
export const readLedgerPage = async (
  ports: LedgerPorts,
  reader: Reader,
  asked: LedgerAsked,
  after: PageKey | undefined,
): Promise<LedgerPage> => {
  const now = ports.clock()
  const query = { ...queryOf(reader, asked, 'screen'), now }
  const limit = Object.keys(asked.filter).length > 0 ? screenStretch : ledgerPageSize + 1
  const ids: string[] = []
  let from = after
  let more = true
  for (let turn = 0; more && turn < screenStretches && ids.length < ledgerPageSize; turn += 1) {
    const keys = await ports.store.ledgerKeys({ ...query, after: from, limit })
    more = keys.length === limit
    for (const [index, { fits, ...key }] of keys.entries()) {
      if (ids.length === ledgerPageSize) break
      from = key
      if (fits) ids.push(key.caseId)
      if (ids.length === ledgerPageSize) more ||= index < keys.length - 1
    }
  }
  const rows = rowsOf(ports, await ports.store.ledgerCases(ids), 'screen', now)
  return { rows, next: more ? from : undefined }
}

/** A stretch of a paper. */
export interface PaperStretch {
  rows: LedgerRow[]
  /** Of the last that one request can read: the place to go on after, if there are more cases. */
  goOn: PageKey | undefined
}

/**
 * The order of a paper: as the screen has it, as far as it is one of filing. By what changed last or ends next, a clock that
 * only a case in danger has would show (rules.md R49).
 */
export const paperSort = (sort: LedgerAsked['sort']): 'newest' | 'oldest' =>
  sort === 'newest' ? 'newest' : 'oldest'

/**
 * The rows of a paper or a file, a stretch at a time, in the order of filing (`paperSort`). No case changes its place in it, so
 * a copy that goes on after a place has no row twice and leaves none out.
 * @param start the place after which it begins; undefined: at the first case
 */
export async function* paperRows(
  ports: LedgerPorts,
  reader: Reader,
  { filter, sort }: LedgerAsked,
  { start, cases: limit, most }: { start?: PageKey | undefined } & typeof paperStretch = paperStretch,
): AsyncGenerator<PaperStretch> {
  const now = ports.clock()
  const inOrder = { filter, sort: paperSort(sort) }
  const query = { ...queryOf(reader, inOrder, 'paper'), now, limit }
  let after = start
  for (let stretch = 1; stretch === 1 || after; stretch += 1) {
    const keys = await ports.store.ledgerKeys({ ...query, after })
    const ids = keys.flatMap(({ caseId, fits }) => (fits ? caseId : []))
    const rows = rowsOf(ports, await ports.store.ledgerCases(ids), 'paper', now)
    const next = keys.length === limit ? keys.at(-1) : undefined
    const isLast = stretch === most
    yield { rows: rows.filter((row) => fitsPaper(row, filter)), goOn: isLast ? next : undefined }
    after = isLast ? undefined : next
  }
}

/** The first rows of a paper, and whether there are more than `most`, or than can be looked at. */
export const firstRows = async (
  ports: LedgerPorts,
  reader: Reader,
  asked: LedgerAsked,
  most: number,
): Promise<{ rows: LedgerRow[]; more: boolean }> => {
  const rows: LedgerRow[] = []
  let more = false
  for await (const stretch of paperRows(ports, reader, asked)) {
    rows.push(...stretch.rows)
    more = stretch.goOn !== undefined || rows.length > most
    if (more) break
  }
  return { rows: rows.slice(0, most), more }
}
