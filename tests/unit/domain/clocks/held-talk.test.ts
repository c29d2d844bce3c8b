import { expect, it } from 'vitest'
import { heldIn, needsTalk } from '#domain/clocks/held.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Which requests somebody of the desk speaks about with the holder first. */

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
