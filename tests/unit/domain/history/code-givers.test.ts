import { expect, it } from 'vitest'
import { codeGivers } from '#domain/history/code-givers.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Who of the staff gave a code to whom: of each row, the actor is a member of staff called like its event. */

type Row = [kind: EventKind, data?: EventData]
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, data = {}], index) => ({
    ...{ seq: index + 1, kind, actor: `staff:${kind}` as const, at: index, data, hash: '' },
    ...{ unit: 'qingshi-liuwan-committee', acting: '' },
  }))
const people: Row[] = [
  ['party', { party: 1 }],
  ['party', { party: 2, side: 'other' }],
]
const online: Row[] = [['filed', { channel: 'online' }], ...people]
const onTheSpot: Row[] = [['filed', { channel: 'visit' }], ...people, ['settled', { spot: true }]]

it.each<[string, Row[], string[], string[]]>([
  ['filed online', online, [], []],
  ['invited', [...online, ['invited', { party: 2 }]], [], ['invited']],
  ['a code for another', [...online, ['code-given', { party: 2 }]], [], ['code-given']],
  ['a lost code of who filed', [...online, ['code-reissued', { party: 1 }]], ['code-reissued'], []],
  ['a lost code of the other', [...online, ['code-reissued', { party: 2 }]], [], ['code-reissued']],
  ['registered', [['filed', { channel: 'visit' }], ...people], ['filed'], []],
  ['recorded on the spot, with two slips', onTheSpot, ['filed'], ['settled']],
  ['settled otherwise', [...online, ['settled']], [], []],
])('%s', (_, rows, own, other) => {
  const givers = (party: number) => codeGivers(history(...rows), undefined, party)
  expect([givers(1), givers(2)]).toEqual([own, other].map((kinds) => kinds.map((kind) => `staff:${kind}`)))
})
