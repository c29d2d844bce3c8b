import type { CaseEvent } from '#domain/history/events.ts'

type Referral = CaseEvent & { kind: 'referred' }

/** The last referral of a case, or undefined. */
export const referralIn = (events: readonly CaseEvent[]): Referral | undefined =>
  events.findLast((event): event is Referral => event.kind === 'referred')
