import type { CaseEvent } from '#domain/history/events.ts'
import { isProven } from '#domain/history/spot.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { endKinds, resultOf } from '#domain/words/ends.ts'
import type { EventKind } from '#domain/words/events.ts'
import { statuses } from '#domain/words/statuses.ts'

/** How cases of a ledger ended, as its filter asks for it and its column says it. */

export const ledgerResults = {
  settled: statuses.settled.name,
  written: `${statuses.settled.name}，${agreementForms.written}`,
  oral: `${statuses.settled.name}，${agreementForms.oral}`,
  spot: '当场调成',
  answered: statuses.answered.name,
  failed: statuses.failed.name,
  declined: statuses.declined.name,
  withdrawn: statuses.withdrawn.name,
  merged: '并到另一件',
} as const

export type LedgerResult = keyof typeof ledgerResults

/** The kinds of event of which the last is the result of a case that has ended. */
export const ledgerEnds: readonly EventKind[] = [...endKinds, 'merged']

/** The event with the result of a case that has ended; undefined if it was closed without one. */
export const ledgerEnd = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.findLast(({ kind }) => ledgerEnds.includes(kind))

/** The result in words. */
export const ledgerResult = (events: readonly CaseEvent[], end: CaseEvent | undefined): string => {
  if (!end) return statuses.closed.name
  if (end.kind === 'merged') return ledgerResults.merged
  const result = resultOf(end.kind)
  if (!end.data.spot) return result ? statuses[result].name : ''
  return isProven(events, end) ? ledgerResults.spot : `${ledgerResults.spot}（没有核实）`
}
