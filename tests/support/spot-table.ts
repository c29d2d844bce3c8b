import type { EventData } from '#domain/history/events.ts'
import type { AgreedWay } from '#domain/history/spot.ts'
import type { EventKind } from '#domain/words/events.ts'

/** When a record on the spot counts as a settled case: the rule in TypeScript and the one in SQL are held against it. */

const own = (party: number): [EventKind, EventData] => ['code-replaced', { party }]
const denied = (party: number): [EventKind, EventData] => ['spot-disputed', { party }]
const asked: [EventKind, EventData] = ['spot-checked', {}]
const joined: [EventKind, EventData] = ['party', { party: 3, side: 'other', role: 'principal' }]

/** What happened after it was recorded, and whether it counts then. */
export const spotTable: [AgreedWay, [EventKind, EventData][], boolean][] = [
  ['signed', [], true],
  ['signed', [denied(2)], false],
  ['unsigned', [], false],
  ['unsigned', [own(1), own(2)], false],
  ['unsigned', [asked], true],
  ['oral', [], false],
  ['oral', [own(1)], false],
  ['oral', [own(1), own(1)], false],
  ['oral', [own(1), own(2)], true],
  ['oral', [own(1), own(2), denied(1)], false],
  ['oral', [asked], true],
  ['oral', [asked, denied(1)], false],
  ['oral', [joined, own(1), own(3)], false],
  ['oral', [joined, own(1), own(2)], true],
]
