import type { EventKind } from './events.ts'

/** The events that the sheets of a day and of a week report. */

/** Events at a desk that a sheet reports. */
export const reportedHere = [
  ...(['filed', 'accepted', 'declined', 'mediating', 'handling', 'asked', 'replied', 'wrote'] as const),
  ...(['settled', 'failed', 'answered', 'withdrawn', 'closed', 'referred', 'referral-answered'] as const),
  ...(['extended', 'reopened', 'merged'] as const),
] satisfies EventKind[]

/**
 * Events by which somebody of a unit reached or heard a person: what a sheet without news counts the days since. A call
 * and a revisit that reached nobody are none.
 */
export const contactKinds = [
  ...(['message', 'told', 'asked', 'contacted', 'called', 'revisited'] as const),
  ...([
    'agreed',
    'refused',
    'invited',
    'code-given',
    'session-held',
    'minutes-signed',
    'spot-checked',
  ] as const),
] satisfies EventKind[]

/** Events that bring a case to another desk: reported where it came to, and where it went from. */
export const handOvers = [
  ...(['transferred', 'escalated', 'sent-down', 'returned', 'reported-back', 'danger-marked'] as const),
  ...(['recused', 'mediator-changed'] as const),
] satisfies EventKind[]
