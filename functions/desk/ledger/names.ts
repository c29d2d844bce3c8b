import type { LedgerRow } from '#domain/ledger/row.ts'
import type { StaffDirectory } from '../directory.ts'

/** The names of those who handle and answer for the cases of some rows; `known` is asked first and grows. */
export const namesFor = async (
  directory: Pick<StaffDirectory, 'names'>,
  rows: readonly LedgerRow[],
  known = new Map<string, string>(),
): Promise<Map<string, string>> => {
  const ids = rows.flatMap(({ handler, lead }) => [handler, lead].filter((id) => id !== null))
  const asked = [...new Set(ids)].filter((id) => !known.has(id))
  if (asked.length > 0) for (const [id, name] of await directory.names(asked)) known.set(id, name)
  return known
}
