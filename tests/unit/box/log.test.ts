import { expect, it } from 'vitest'
import { lineOf } from '../../../functions/box/log.ts'

it.each([
  [
    'an alarm, with the priority of an alert',
    { event: 'alarm', kind: 'storage' },
    true,
    '<1>{"event":"alarm","kind":"storage"}',
  ],
  ['anything else as it is', { event: 'fault', kind: 'Error' }, true, '{"event":"fault","kind":"Error"}'],
  [
    'an alarm as JSON alone, where no journal reads it',
    { event: 'alarm', kind: 'storage' },
    false,
    '{"event":"alarm","kind":"storage"}',
  ],
])('the log writes %s', (_, entry, journal, line) => {
  expect(lineOf(entry, journal)).toBe(line)
})
