import { describe, expect, it } from 'vitest'
import { allowedHours } from '#domain/notices/hours.ts'

/** The words for days and hours that are understood where a person wrote when a message is safe. */

const [every, week, weekend] = [
  [1, 2, 3, 4, 5, 6, 7],
  [1, 2, 3, 4, 5],
  [6, 7],
]

describe('a word for hours', () => {
  it.each([
    ['随时', '08:00', '21:00'],
    ['任何时候都可以', '08:00', '21:00'],
    ['都方便', '08:00', '21:00'],
    ['白天', '08:00', '18:00'],
    ['早上', '08:00', '10:00'],
    ['上午', '08:00', '12:00'],
    ['中午', '11:30', '13:30'],
    ['下午', '13:30', '18:00'],
    ['晚上', '18:00', '21:00'],
    ['傍晚', '18:00', '21:00'],
  ])('%s is from %s to %s, alone or after a day, and nothing beside other words', (word, from, to) => {
    expect(allowedHours(word)).toEqual([{ days: every, from, to }])
    expect(allowedHours(`周末${word}。`)).toEqual([{ days: weekend, from, to }])
    expect(allowedHours(`我${word}`)).toBeNull()
    expect(allowedHours(`${word}不行`)).toBeNull()
  })
})

it.each([
  ['工作日', week],
  ['平时', week],
  ['平日', week],
  ['周一到周五', week],
  ['周一至周五', week],
  ['周末', weekend],
  ['双休日', weekend],
  ['休息日', weekend],
  ['每天', every],
  ['天天', every],
])('a word for days, %s, is of the days %j, before hours alone', (word, days) => {
  expect(allowedHours(word)).toEqual([{ days, from: '08:00', to: '21:00' }])
  expect(allowedHours(`${word}的上午`)).toEqual([{ days, from: '08:00', to: '12:00' }])
  expect(allowedHours(`上午${word}`)).toBeNull()
})

describe('hours by the clock', () => {
  it.each([
    ['下午12点到3点', [['12:00', '15:00']]],
    ['下午13点到15点', [['13:00', '15:00']]],
    ['8点到24点', [['08:00', '21:00']]],
    ['09:59-11:59', [['09:59', '11:59']]],
    ['13点到13点半', [['13:00', '13:30']]],
    ['3点到下午3点', [['08:00', '15:00']]],
    // The whole span is before or after the hours at which people are up.
    ['早上6点到8点', []],
    ['晚上9点到10点', []],
    ['20点到25点', null],
    ['15点到13点', null],
    ['13点到13点', null],
    ['09:60-11:00', null],
    ['周末上午的', null],
    ['的上午', null],
    ['上午的', null],
    // At ten it is not noon.
    ['中午10点到1点', null],
  ])('%s are %j', (when, spans) => {
    expect(allowedHours(when)).toEqual(spans?.map(([from, to]) => ({ days: every, from, to })) ?? null)
  })
})
