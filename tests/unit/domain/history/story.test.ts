import { describe, expect, it } from 'vitest'
import { addMonths, startOfDay } from '#domain/basics/time.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { fitsStory, storyIn } from '#domain/history/story.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Which cases may become a story, and whether everybody agrees to it. */

type Row = [EventKind, EventData?, string?]
const village = 'qingshi-liuwan-committee'
const end = '2026-02-28'

const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, data = {}, unit = village], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', unit, acting: 'shili-centre', hash: '', data },
    at: startOfDay(end) + (kind === 'story' ? 1000 : index),
  }))
const filing = { track: 'mediation', category: 'neighbour', about: 'none', danger: false } as const
const two: Row[] = [
  ['party', { party: 2, side: 'other', role: 'principal' }],
  ['invited', { party: 2 }],
]
const closed: Row[] = [['settled'], ['closed']]
const fitting = (filed: EventData = filing, more: Row[] = []) =>
  history(['filed', filed], ...two, ...more, ...closed)
const later = startOfDay(addMonths(end, 12))

describe('a case fits a story', () => {
  it('twelve months after its end and not a day earlier, on the 29th of February too', () => {
    expect(fitsStory(fitting(), later - 1)).toBe(false)
    expect(fitsStory(fitting(), later)).toBe(true)
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
  })

  it.each<[string, CaseEvent[]]>([
    ['in danger when it was filed', fitting({ ...filing, danger: true })],
    ['ever marked as dangerous', fitting(filing, [['danger-marked']])],
    [
      'ever at the county, as every case in danger was',
      fitting(filing, [['escalated', {}, 'shili-centre'], ['sent-down']]),
    ],
    ['of an illness', fitting({ ...filing, category: 'medical' })],
    ['of a child', fitting({ ...filing, category: 'safety' })],
    ['about somebody who handles cases', fitting({ ...filing, about: 'village-cadre' })],
    ['of somebody unknown', fitting({ ...filing, anonymous: true })],
    ['whose other side nobody invited', history(['filed', filing], ...two.slice(0, 1), ...closed)],
    ['without another side', history(['filed', filing], ...closed)],
    ['of somebody who was erased', fitting(filing, [['erased', { party: 1 }]])],
    ['that was not settled', history(['filed', filing], ...two, ['failed'], ['closed'])],
    ['that goes on', history(['filed', filing], ...two, ...closed, ['reopened'])],
  ])('but not one %s', (_, events) => {
    expect(fitsStory(events, later)).toBe(false)
  })
})

describe('a story', () => {
  const asked: Row[] = [
    ['story', { party: 1 }],
    ['story', { party: 2 }],
  ]
  const says = (party: number, said: 'agreed' | 'refused'): Row => [`story-${said}`, { party }]
  const both = [says(1, 'agreed'), says(2, 'agreed')]
  const story = (...rows: Row[]) => {
    const events = history(['filed', filing], ...two, ...closed, ...asked, ...rows)
    const { agreed, toTakeDown } = storyIn(events) ?? {}
    return [agreed, toTakeDown, fitsStory(events, later)]
  }

  it.each<[string, Row[], [boolean, boolean, boolean]]>([
    ['nobody answered', [], [false, false, true]],
    ['one agreed and the other is silent', [says(1, 'agreed')], [false, false, true]],
    ['one refused', [says(1, 'agreed'), says(2, 'refused')], [false, false, true]],
    ['both agreed', both, [true, false, false]],
    ['one took it back', [...both, says(2, 'refused')], [false, true, false]],
    ['it was taken down', [...both, says(2, 'refused'), ['story-down']], [false, false, true]],
    [
      'they agree again',
      [...both, says(2, 'refused'), ['story-down'], says(2, 'agreed')],
      [true, false, false],
    ],
    [
      'one took it back twice',
      [...both, says(2, 'refused'), ['story-down'], says(2, 'agreed'), says(1, 'refused')],
      [false, true, false],
    ],
    ['one was erased', [...both, ['erased', { party: 2 }]], [false, true, false]],
    ['the case is taken up again', [...both, ['reopened']], [false, true, false]],
    ['somebody is in danger after all', [...both, ['danger-marked']], [false, true, false]],
  ])('when %s', (_, rows, expected) => {
    expect(story(...rows)).toEqual(expected)
  })

  it('that was written anew is answered anew', () => {
    const events = history(['filed', filing], ...two, ...closed, ...asked, says(1, 'agreed'), ['noted'])
    const again = [...events, ...history(...asked)].map((event, index) => ({
      ...event,
      seq: index + 1,
      ...(index >= events.length && { at: event.at + 5000 }),
    }))
    expect(storyIn(again)?.asks.map(({ said }) => said)).toEqual([null, null])
  })
})
