import { bytesOfHex } from '#domain/basics/hex.ts'
import { decides, type StaffMember } from '#domain/staff/staff.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import type { StaffPorts } from '../ports.ts'

/**
 * Rows of the log as a reader may see them. Of their own exports with the filter and the reason in words, or without a
 * reason that cannot be opened. Who decides for the unit in which somebody made one reads the reason too: an audit needs a
 * reader other than who is looked at, and they may open the same cases. All others read only the form and the number of
 * rows: which cases and why can name people whom the reader must not know of. Their reasons are not even opened.
 */
export const rowsFor = (
  { keys }: Pick<StaffPorts<unknown>, 'keys'>,
  reader: Pick<StaffMember, 'id' | 'unit' | 'role'>,
  rows: readonly DeskLogRow[],
): Promise<DeskLogRow[]> =>
  Promise.all(
    rows.map(async (row) => {
      const { reason, filter, ...others } = row.data
      const own = row.subject === reader.id
      const data = own && filter !== undefined ? { ...others, filter } : others
      const audits = decides(reader) && row.place === reader.unit
      if (typeof reason !== 'string' || !(own || audits)) return { ...row, data }
      const opened = await keys.open('log-reason', bytesOfHex(reason), row.subject)
      return { ...row, data: { ...data, reason: opened && new TextDecoder().decode(opened) } }
    }),
  )
