import { clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import { type ClockFacts, startedBy } from '#domain/clocks/rules.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { answersKept } from '#domain/filing/kept-fields.ts'
import { nextSteps } from '#domain/following/public-view.ts'
import { type Actor, complainant } from '#domain/history/events.ts'
import { asStored, type NewEvent } from '#domain/history/new-event.ts'
import { startOf } from '#domain/places/starting-unit.ts'
import type { RegisteredChannel } from '#domain/words/channels.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'

/** What a filing starts: its events, and the first step that follows from them. */

/** Who registered the case for the person, their unit, and how the person reached them. */
export interface Registered {
  actor: Actor
  acting: string
  channel: RegisteredChannel
}

/** The events of a filing; its words are split into the record and the complainant's own data. */
export const eventsOf = (
  filing: Filing,
  unitId: string,
  at: number,
  facts: ClockFacts,
  registered?: Registered,
): [NewEvent<'filed'>, NewEvent<'party'>] => {
  const by = {
    actor: registered?.actor ?? complainant,
    acting: registered?.acting ?? '',
    at,
    unit: unitId,
  }
  const clocks = startedBy('filed', facts, at)
  const channel = registered?.channel ?? 'online'
  return [
    {
      ...by,
      kind: 'filed',
      data: { ...answersKept(filing, 'plain'), channel, clocks },
      scope: 'record',
      words: answersKept(filing, 'record'),
    },
    {
      ...by,
      kind: 'party',
      data: { party: 1, side: 'complainant', role: 'principal' },
      scope: complainant,
      words: answersKept(filing, 'party'),
    },
  ]
}

/** The facts of a filing that decide which clocks start. */
export const factsOf = ({ track, category, anonymous, danger }: Filing, unitKind: UnitKind): ClockFacts => ({
  track,
  category,
  unitKind,
  danger,
  named: !anonymous,
})

/** The first step after a filing and its last day, for the check page. */
export const firstStep = (filing: Filing, now: number): { what: string; by: string } | undefined => {
  const { kind, id } = startOf(filing)
  const facts = factsOf(filing, kind)
  return nextSteps(publicClocks(clocksOf(asStored(eventsOf(filing, id, now, facts), 0), now)))[0]
}
