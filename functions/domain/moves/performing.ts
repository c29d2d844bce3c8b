import { agreementIn } from '#domain/agreement/current.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { MoveKind } from './table.ts'

/**
 * The next steps while an agreement is not wholly performed: what was done is written down, people are asked. Empty once
 * every item was taken as done, and without an agreement.
 * @param events of a case that was settled
 */
export const towardsPerformed = (events: readonly CaseEvent[]): readonly MoveKind[] => {
  const agreement = agreementIn(events)
  const states = agreement?.concluded ? agreement.items.map(({ state }) => state) : []
  if (states.every((state) => state === 'received')) return []
  return [
    ...(states.includes('done') ? (['item-received'] as const) : []),
    ...(states.some((state) => state === 'open' || state === 'missed') ? (['item-done'] as const) : []),
    'revisited',
  ]
}
