import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { day, hour, minute } from '#domain/basics/bounds.ts'
import { noteRun } from '../../../functions/box/last-run.ts'
import { ofSchedule } from '../../../functions/box/setup/schedule.ts'
import { emptyState } from '../../support/box-state.ts'

const ran = Date.parse('2026-11-24T10:00:00+08:00')

let state: string
beforeEach(() => {
  state = emptyState()
})
afterEach(() => rmSync(state, { recursive: true, force: true }))

it('status says nothing of a schedule that never ran', () => {
  expect(ofSchedule(state, ran)).toEqual([])
})

it.each([
  ['ten minutes later', 10 * minute, true],
  ['an hour later, while it rests', hour, false],
  ['a year later', 365 * day, false],
  ['a minute earlier', -minute, true],
  ['an hour earlier', -hour, false],
])('status says when the schedule last ran, %s', (_, later, good) => {
  noteRun(state, ran)
  const [finding, ...more] = ofSchedule(state, ran + later)
  expect(more).toEqual([])
  expect(finding?.good).toBe(good)
  expect(finding?.says).toContain('上次 2026-11-24T10:00:00+08:00')
  expect(finding?.says.includes('timedatectl')).toBe(!good)
})
