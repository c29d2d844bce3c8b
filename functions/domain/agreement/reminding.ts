import { addDays, afterDay, type Instant, startOfTime } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { bindsIn, peopleIn } from '#domain/history/roles.ts'
import { agreementIn, openItems } from './current.ts'

/**
 * Who owes an item is reminded once, two days before its last day (人民调解法 31: the committee urges performance). Danger
 * does not enter: a reminder that stayed away would tell of it (rules.md R49).
 */

const daysBefore = 2

interface Reminder {
  /** Number of the item. */
  item: number
  /** Those who owe it, and those who may sign in their place; who has no part any more cannot be told. */
  parties: number[]
  /** When it is due, and from when on it would come too late. */
  from: Instant
  until: Instant
}

/** The reminders of a case that were not made yet. */
const remindersIn = (events: readonly CaseEvent[]): Reminder[] => {
  const agreement = agreementIn(events)
  return openItems(agreement).flatMap(({ id, by, state, dueOn }) => {
    const made = events.some(
      ({ seq, kind, data }) => kind === 'item-due' && data.item === id && seq > (agreement?.seq ?? 0),
    )
    if (state !== 'open' || !dueOn || made) return []
    const owes = (party: number) => by.includes(party)
    const parties = peopleIn(events).flatMap(({ party }) => (bindsIn(events, party).some(owes) ? party : []))
    if (parties.length === 0) return []
    return [
      { item: id, parties, from: startOfTime(addDays(dueOn, -daysBefore), '08:00'), until: afterDay(dueOn) },
    ]
  })
}

/** When the next reminder is due; `now` if one is already, null if none will be. */
export const nextReminder = (events: readonly CaseEvent[], now: Instant): Instant | null => {
  const ahead = remindersIn(events).filter(({ until }) => until > now)
  return ahead.length > 0 ? Math.max(now, Math.min(...ahead.map(({ from }) => from))) : null
}

/** The events of the reminders that are due, each for those who owe the item. */
export const remindersAt = (
  events: readonly CaseEvent[],
  unit: string,
  now: Instant,
): NewEvent<'item-due'>[] =>
  remindersIn(events)
    .filter(({ from, until }) => from <= now && now < until)
    .map(({ item, parties }) => ({
      kind: 'item-due',
      actor: 'system',
      acting: '',
      at: now,
      unit,
      data: { item, parties },
    }))
