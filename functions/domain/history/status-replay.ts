import type { EventKind } from '#domain/words/events.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { CaseEvent } from './events.ts'

/** Statuses replayed from the history: where a case stands, and what it goes back to when waiting or a referral ends. */

const leads: Partial<Record<EventKind, Status>> = {
  filed: 'filed',
  accepted: 'accepted',
  reopened: 'accepted',
  mediating: 'mediating',
  handling: 'handling',
  settled: 'settled',
  answered: 'answered',
  failed: 'failed',
  declined: 'declined',
  withdrawn: 'withdrawn',
  merged: 'closed',
  closed: 'closed',
}

const interrupts: Partial<Record<EventKind, Status>> = { asked: 'waiting', referred: 'referred' }
const resumes: readonly EventKind[] = ['replied', 'referral-answered']

const replay = (events: CaseEvent[]): { status: Status; before: Status } => {
  let status: Status = 'filed'
  let before: Status = 'accepted'
  for (const { kind } of events) {
    const broken = interrupts[kind]
    if (broken) {
      if (status !== 'waiting' && status !== 'referred') before = status
      status = broken
    } else if (resumes.includes(kind)) status = before
    else status = leads[kind] ?? status
  }
  return { status, before }
}

/** Where the case stands after its last event. */
export const statusIn = (events: CaseEvent[]): Status => replay(events).status

/** Where the case stood before it was last asked of the person or referred outside. */
export const statusBeforeBreak = (events: CaseEvent[]): Status => replay(events).before
