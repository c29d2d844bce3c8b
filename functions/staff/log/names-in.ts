import type { AccountStore } from '#store/ports/staff/accounts.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import type { StaffPorts } from '../ports.ts'

/** Names, by id, of all people a page of the log mentions. */
export const namesIn = (
  { staff }: Pick<StaffPorts<Pick<AccountStore, 'names'>>, 'staff'>,
  rows: Pick<DeskLogRow, 'subject' | 'actor'>[],
): Promise<Map<string, string>> => {
  const ids = new Set(rows.flatMap(({ subject, actor }) => [subject, actor]))
  return staff.names([...ids].filter((id) => id !== '' && id !== 'console'))
}
