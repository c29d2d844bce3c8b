import { describe, expect, it } from 'vitest'
import { stateOf } from '#domain/history/case-state.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { statusBeforeBreak } from '#domain/history/status-replay.ts'
import { statusAfter } from '#domain/moves/rules.ts'
import { type Move, moveKinds, moves } from '#domain/moves/table.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Status } from '#domain/words/statuses.ts'

/** The state computed from a history, compared with the table of moves, which gives the status after one step. */

const filed: EventData = {
  ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', about: 'none', danger: false },
}
const history = (...rows: [EventKind, EventData?][]): CaseEvent[] =>
  [['filed', filed] as [EventKind, EventData], ...rows].map(([kind, data = {}], index) => ({
    ...{
      seq: index + 1,
      kind,
      actor: 'console',
      at: index,
      unit: 'qingshi-committee',
      acting: '',
      hash: '',
      data,
    },
  }))

/** Steps that lead to each status. */
const stepsTo: Record<Status, EventKind[]> = {
  filed: [],
  accepted: ['accepted'],
  mediating: ['accepted', 'mediating'],
  handling: ['accepted', 'handling'],
  waiting: ['accepted', 'mediating', 'asked'],
  referred: ['accepted', 'handling', 'referred'],
  settled: ['accepted', 'mediating', 'settled'],
  answered: ['accepted', 'handling', 'answered'],
  failed: ['accepted', 'mediating', 'failed'],
  declined: ['declined'],
  withdrawn: ['accepted', 'withdrawn'],
  closed: ['accepted', 'mediating', 'settled', 'closed'],
}

describe('the status computed from a history', () => {
  it.each(Object.entries(stepsTo))('is %s after the steps to it', (status, kinds) => {
    expect(stateOf(history(...kinds.map((kind) => [kind] as [EventKind]))).status).toBe(status)
  })

  const steps = moveKinds.flatMap((kind) => (moves[kind] as Move).from.map((from) => [kind, from] as const))
  it.each(steps)('after %s from %s equals the table of moves', (kind, from) => {
    const before = history(...stepsTo[from].map((step) => [step] as [EventKind]))
    const after = history(...[...stepsTo[from], kind].map((step) => [step] as [EventKind]))
    expect(stateOf(after).status).toBe(statusAfter(kind, from, statusBeforeBreak(before)))
  })

  it('after a reply is the status before the question', () => {
    expect(stateOf(history(['accepted'], ['mediating'], ['asked'], ['replied'])).status).toBe('mediating')
  })
})

describe('facts computed from a history', () => {
  it.each<[string, [EventKind, EventData?][], object]>([
    ['danger as filed', [], { danger: false }],
    ['danger marked', [['danger-marked']], { danger: true }],
    ['danger lifted', [['danger-marked'], ['danger-lifted']], { danger: false }],
    [
      'the last count of people',
      [['accepted', { people: 3 }], ['noted', { people: 5 }], ['noted']],
      { people: 5 },
    ],
    [
      'the area that took over a merged area',
      [['area-merged', { region: 'qingshi-songping' }]],
      { region: 'qingshi-songping' },
    ],
    ['unit and level', [], { unit: 'qingshi-committee', level: 'town' }],
  ])('%s', (_, rows, facts) => {
    expect(stateOf(history(...rows))).toMatchObject(facts)
  })

  it('a history that does not start with the filing is refused', () => {
    expect(() => stateOf([])).toThrow('what was filed')
    expect(() => stateOf(history(['accepted']).slice(1))).toThrow('what was filed')
  })
})
