import type { Ports } from '#ports'
import { sayAlarm } from './alarms.ts'

/** The log of a box: one JSON object a line, on standard error. */

/** The priority that the journal takes from the beginning of a line (sd-daemon(3)): 1 is alert, `journalctl -p alert`. */
const alert = '<1>'

type Entry = Parameters<Ports['log']>[0]

/** An alarm is read by the operator: it says in Chinese what has happened. */
const withSentence = (entry: Entry): Entry => {
  const says = entry.event === 'alarm' ? sayAlarm(entry) : undefined
  return says === undefined ? entry : { ...entry, says }
}

/** A line of the log. @param journal whether the journal of systemd reads it; elsewhere a line is JSON alone */
export const lineOf = (entry: Entry, journal: boolean): string =>
  `${journal && entry.event === 'alarm' ? alert : ''}${JSON.stringify(withSentence(entry))}`

export const log: Ports['log'] = (entry) =>
  console.warn(lineOf(entry, process.env['JOURNAL_STREAM'] !== undefined))
