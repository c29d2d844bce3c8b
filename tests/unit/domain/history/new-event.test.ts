import { expect, it } from 'vitest'
import { asStored, type NewEvent } from '#domain/history/new-event.ts'

const by = { actor: 'staff:li', at: 1_000, unit: 'town', acting: 'town' } as const
const asked: NewEvent<'asked'> = {
  ...by,
  kind: 'asked',
  data: { to: ['party:1'] },
  scope: 'party:1',
  words: { text: '还缺一张照片' },
}
const linked: NewEvent = { ...by, kind: 'linked', data: { other: '2026-000001' } }

it('new events are numbered after the last event and get their hashes in order', () => {
  expect(asStored([asked, linked], 4, ['a', 'b'])).toEqual([
    { ...by, kind: 'asked', data: { to: ['party:1'] }, seq: 5, hash: 'a' },
    { ...by, kind: 'linked', data: { other: '2026-000001' }, seq: 6, hash: 'b' },
  ])
})

it('new events of a new case begin at 1 and have no hash before they are sealed', () => {
  expect(asStored([linked], 0).map(({ seq, hash }) => [seq, hash])).toEqual([[1, '']])
})

it('a stored event has neither the words nor the scope they are sealed under', () => {
  expect(JSON.stringify(asStored([asked], 0))).not.toMatch(/照片|scope|words/)
})
