import { bytesOfHex } from '#domain/basics/hex.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import type { StaffPorts } from '../ports.ts'

/**
 * Rows of the log as a reader may see them. Of their own exports with the filter and the reason in words, or without a
 * reason that cannot be opened; of an export by somebody else only the form and the number of rows: which cases and why can
 * name people whom the reader must not know of. Reasons of others are not even opened.
 * @param reader id of the member of staff who reads
 */
export const rowsFor = (
  { keys }: Pick<StaffPorts<unknown>, 'keys'>,
  reader: string,
  rows: readonly DeskLogRow[],
): Promise<DeskLogRow[]> =>
  Promise.all(
    rows.map(async (row) => {
      const { reason, filter: _, ...others } = row.data
      if (row.subject !== reader) return { ...row, data: others }
      if (typeof reason !== 'string') return row
      const opened = await keys.open('log-reason', bytesOfHex(reason), row.subject)
      return { ...row, data: { ...row.data, reason: opened && new TextDecoder().decode(opened) } }
    }),
  )
