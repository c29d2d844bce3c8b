import { describe, expect, it } from 'vitest'
import { heldIn, needsTalk } from '#domain/clocks/held.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Which requests somebody of the desk speaks about with the holder first, and what came of it. */

const [village, county] = ['qingshi-liuwan-committee', 'shili-centre']
type Row = [kind: EventKind, unit?: string]
/** A history; the case stays where the last row left it. */
const history = (...rows: Row[]): CaseEvent[] => {
  let desk = village
  return rows.map(([kind, unit], index) => {
    desk = unit ?? desk
    return {
      ...{ seq: index + 1, kind, at: index, unit: desk, actor: 'system', acting: '', data: {}, hash: '' },
    }
  })
}
const asked: Row = ['withdrawal-asked']

it.each<[string, Row[], boolean]>([
  ['in a village', [['filed']], false],
  ['at the county', [['filed', county]], true],
  ['that came to the county', [['filed'], ['escalated', county]], true],
  [
    'that left the county',
    [
      ['filed', county],
      ['sent-down', village],
    ],
    false,
  ],
  ['whose holder has a code from staff', [['filed'], ['code-reissued']], true],
])('a case %s needs a talk: %j, %s', (_, rows, talk) => {
  expect(needsTalk(history(...rows))).toBe(talk)
  expect(heldIn(history(...rows, asked))).toMatchObject({ afterTalk: talk, unconfirmed: talk })
  // That it took place tells nobody that none was needed.
  const confirmed = heldIn(history(...rows, asked, ['request-confirmed']))
  expect(confirmed).toMatchObject({ afterTalk: talk, unconfirmed: false })
})

describe('the talk about a request', () => {
  it.each<[string, Row[], number | null]>([
    ['has not been', [asked, ['noted']], null],
    ['was confirmed', [asked, ['request-confirmed'], ['noted']], 3],
    ['was set aside', [asked, ['request-set-aside']], 3],
    ['is the latest', [asked, ['request-set-aside'], ['request-confirmed']], 4],
    [
      'is never one about the request before',
      [asked, ['request-cancelled'], ['request-set-aside'], asked],
      null,
    ],
  ])('%s: %j', (_, rows, seq) => {
    const held = heldIn(history(['filed', county], ...rows))
    expect(held?.talk === null ? null : held?.talk.seq).toBe(seq)
  })
})
