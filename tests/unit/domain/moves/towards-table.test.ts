import { describe, expect, it } from 'vitest'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { towardsTable } from '#domain/moves/towards-table.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Which step a mediator is led to, on the way from an accepted case to signed minutes. */

const other = { party: 2, side: 'other' } as const
const setTime: EventData = { party: 2, session: { id: 9, start: 5, length: 60, staff: 'wu' } }
const later: EventData = { ...setTime, session: { ...setTime.session, id: 9, start: 101 } }

type Step = [EventKind, EventData?]

const history = (steps: Step[]): CaseEvent[] =>
  (['filed', 'accepted'] as EventKind[])
    .map((kind): Step => [kind])
    .concat(steps)
    .map(([kind, data = {}], index) => ({
      ...{ seq: index + 1, kind, at: index + 1, unit: 'liuwan', actor: 'staff:wu', data },
    })) as unknown as CaseEvent[]

const written: Step[] = [
  ['party', other],
  ['invitation', { party: 2 }],
]
const asked: Step[] = [...written, ['invitation-approved'], ['invited', { party: 2 }]]
const willing: Step[] = [...asked, ['agreed', { party: 2 }]]

describe('the way to one table', () => {
  it.each<[string, Step[], string[]]>([
    ['names the other side', [], ['party']],
    ['writes words for them', [['party', other]], ['invitation']],
    ['has them approved', written, ['invitation-approved']],
    ['writes others if they are not', [...written, ['invitation-declined']], ['invitation']],
    ['gives them', [...written, ['invitation-approved']], ['invited']],
    ['writes down the answer', asked, ['agreed', 'refused']],
    ['agrees on a time', willing, ['mediating', 'times-proposed']],
    [
      'asks the others too',
      [...willing, ['party', { ...other, party: 3 }]],
      ['mediating', 'times-proposed', 'invitation'],
    ],
    [
      'has the words for another approved before a time is agreed',
      [...willing, ['party', { ...other, party: 3 }], ['invitation', { party: 3 }]],
      ['invitation-approved', 'mediating', 'times-proposed', 'invitation'],
    ],
    ['ends with a refusal', [...asked, ['refused', { party: 2 }]], ['failed']],
    ['waits for a meeting', [...willing, ['session-set', later]], []],
    ['records a meeting', [...willing, ['session-set', setTime]], ['session-held', 'session-absent']],
    [
      'agrees on another time after one that came to nothing',
      [...willing, ['session-set', setTime], ['session-postponed', setTime]],
      ['mediating', 'times-proposed'],
    ],
    [
      'has the minutes signed',
      [...willing, ['session-set', setTime], ['session-held', setTime]],
      ['minutes-signed'],
    ],
    [
      'is at its end with them',
      [...willing, ['session-set', setTime], ['session-held', setTime], ['minutes-signed', setTime]],
      [],
    ],
  ])('%s', (_, steps, next) => {
    expect(towardsTable(history(steps), 100)).toEqual(next)
  })
})
