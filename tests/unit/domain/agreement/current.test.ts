import { expect, it } from 'vitest'
import { agreementIn, concludedBy, nextVersion } from '#domain/agreement/current.ts'
import { nextReminder, remindersAt } from '#domain/agreement/reminding.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Which agreement of a case counts now. */

type Row = [kind: EventKind, data?: EventData]
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, data = {}], index) => ({
    ...{ seq: index + 1, kind, data, actor: 'console', at: index, unit: 'qingshi-committee' },
    ...{ acting: '', hash: '' },
  }))
const draft = (version: number): Row => [
  'agreement',
  {
    parties: [1, 2],
    agreement: { version, sum: '', items: [{ id: 1, by: [2], to: [1], dueOn: '2026-12-05' }] },
  },
]
const signed = (version: number): Row => ['settled', { version, form: 'written', effectiveOn: '2026-11-24' }]
const due = Date.parse('2026-12-03T09:00:00+08:00')

it.each<[string, Row[], number | null]>([
  ['a draft', [draft(1)], 1],
  ['the newest draft', [draft(1), draft(2)], 2],
  ['one that was concluded', [draft(1), signed(1)], 1],
  ['one whose case was closed', [draft(1), signed(1), ['closed']], 1],
  ['no draft of a mediation that failed', [draft(1), ['failed']], null],
  ['no draft of a case that was merged', [draft(1), ['merged', { other: '2026-000001' }]], null],
  ['none from before the case was reopened', [draft(1), signed(1), ['reopened']], null],
  ['the one written since', [draft(1), signed(1), ['reopened'], draft(2)], 2],
])('%s counts', (_, rows, version) => {
  expect(agreementIn(history(...rows))?.version ?? null).toBe(version)
})

it('versions go on after a case was reopened, and the file keeps what was concluded before', () => {
  const events = history(draft(1), signed(1), ['reopened'], ['settled'])
  expect(nextVersion(events)).toBe(2)
  expect(concludedBy(events, 2)?.version).toBe(1)
  expect(concludedBy(events, 4)).toBeNull()
})

const guardian: EventData = { party: 3, side: 'other', role: 'guardian', for: 2 }
it.each<[string, Row[], number[]]>([
  ['who owes it', [], [2]],
  ['a guardian of theirs too', [['party', { ...guardian, heard: 'yes' }]], [2, 3]],
  ['no guardian who heard nobody', [['party', guardian]], [2]],
  ['nobody who was erased', [['erased', { party: 2 }]], []],
  ['nobody once the case was reopened', [['reopened']], []],
])('an item that comes due reminds %s', (_, rows, parties) => {
  const events = history(['party', { party: 2, side: 'other' }], draft(1), signed(1), ...rows)
  const reminders = remindersAt(events, 'qingshi-committee', due)
  expect(reminders.flatMap(({ data }) => data?.parties ?? [])).toEqual(parties)
  // A reminder that nobody gets must not bring the case up again and again.
  expect(nextReminder(events, due)).toBe(parties.length > 0 ? due : null)
})
