import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hour, minute } from '#domain/basics/bounds.ts'
import { away, believable, noteRun, readLastRun } from '../../../functions/box/last-run.ts'
import { isSetByServer } from '../../../functions/box/time-server.ts'
import { emptyState } from '../../support/box-state.ts'

const ran = Date.parse('2026-11-24T10:00:00+08:00')

let state: string
beforeEach(() => {
  state = emptyState()
})
afterEach(() => rmSync(state, { recursive: true, force: true }))

describe('the note of the last run', () => {
  it('is what was written last', () => {
    noteRun(state, ran - hour)
    noteRun(state, ran)
    expect(readLastRun(state)).toBe(ran)
    expect(readFileSync(join(state, 'last-run'), 'utf8')).toBe('2026-11-24T10:00:00+08:00\n')
  })

  it.each([
    ['nothing', ''],
    ['a part', '2026-11-24T1'],
    ['something else', 'x'.repeat(10_000)],
  ])('is none if %s is in it', (_, text) => {
    writeFileSync(join(state, 'last-run'), text)
    expect(readLastRun(state)).toBeUndefined()
  })

  it('is none in a new state', () => {
    expect(readLastRun(state)).toBeUndefined()
  })
})

it.each([
  ['nothing is known', undefined, null, undefined],
  ['the last run is known', ran, '2026-11-23', { from: ran, to: ran + away }],
  ['the last run is known and no day is closed', ran, null, { from: ran, to: ran + away }],
  [
    'the last run was on the day after, which is not closed yet',
    ran,
    '2026-11-22',
    { from: ran, to: ran + away },
  ],
  [
    'the last run is noted far after the last closed day',
    Date.parse('9999-01-01T00:00:00Z'),
    '2026-11-23',
    { from: Date.parse('2026-11-24T00:00:00+08:00'), to: Date.parse('2026-11-25T00:00:00+08:00') },
  ],
  [
    'the last closed day alone is known',
    undefined,
    '2026-11-23',
    { from: Date.parse('2026-11-24T00:00:00+08:00'), to: Date.parse('2026-11-25T00:00:00+08:00') },
  ],
])('if %s, the clock may show what follows from it', (_, lastRun, closed, range) => {
  expect(believable(lastRun, closed)).toEqual(range)
})

it.each([
  ['a minute ago', minute, true],
  ['twenty hours ago by this clock', 20 * hour, false],
  ['later than now by this clock', -hour, false],
])('a clock that a time server has set %s is confirmed or not', (_, since, confirmed) => {
  const file = join(state, 'synchronized')
  writeFileSync(file, '')
  utimesSync(file, (ran - since) / 1000, (ran - since) / 1000)
  expect(isSetByServer(ran, file)).toBe(confirmed)
})

it('no clock is confirmed where no time server has set one', () => {
  expect(isSetByServer(ran, join(state, 'synchronized'))).toBe(false)
})
