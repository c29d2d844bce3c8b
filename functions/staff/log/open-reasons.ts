import { bytesOfHex } from '#domain/basics/hex.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import type { StaffPorts } from '../ports.ts'

/** Rows of the log with the reasons of exports in words; a reason that cannot be opened is left out. */
export const openReasons = (
  { keys }: Pick<StaffPorts<unknown>, 'keys'>,
  rows: readonly DeskLogRow[],
): Promise<DeskLogRow[]> =>
  Promise.all(
    rows.map(async (row) => {
      const { reason } = row.data
      if (typeof reason !== 'string') return row
      const opened = await keys.open('log-reason', bytesOfHex(reason), row.subject)
      return { ...row, data: { ...row.data, reason: opened && new TextDecoder().decode(opened) } }
    }),
  )
