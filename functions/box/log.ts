import type { Ports } from '#ports'

/** The log of a box: one JSON object a line, on standard error. */

/** The priority that the journal takes from the beginning of a line (sd-daemon(3)): 1 is alert, `journalctl -p alert`. */
const alert = '<1>'

/** A line of the log. @param journal whether the journal of systemd reads it; elsewhere a line is JSON alone */
export const lineOf = (entry: Parameters<Ports['log']>[0], journal: boolean): string =>
  `${journal && entry.event === 'alarm' ? alert : ''}${JSON.stringify(entry)}`

export const log: Ports['log'] = (entry) =>
  console.warn(lineOf(entry, process.env['JOURNAL_STREAM'] !== undefined))
