import { describe, expect, it } from 'vitest'
import { allowedHours, isWaking, sendFrom } from '#domain/notices/hours.ts'
import { mayTell } from '#domain/notices/may-tell.ts'

const phone = '13800000000'
const yes = { notify: true, phone }
const every = [1, 2, 3, 4, 5, 6, 7]
const week = [1, 2, 3, 4, 5]
const waking = { days: every, from: '08:00', to: '21:00' }

describe('a person', () => {
  it.each([
    ['who asked for messages', [yes], [], phone],
    ['who did not say', [{ phone }], [], null],
    ['who said no', [{ ...yes, notify: false }], [], null],
    ['without a number', [{ notify: true }], [], null],
    ['with two mobiles', [{ ...yes, phone: `${phone}、13900000001` }], [], phone],
    ['with a number abroad', [{ ...yes, phone: '+44 1380 000000' }], [], null],
    ['with a short number', [{ ...yes, phone: '15000' }], [], null],
    ['with a landline only', [{ ...yes, phone: '0562-6012345' }], [], null],
    [
      'with a landline and a mobile',
      [{ ...yes, phone: '0562-6012345，13900000001 我儿子的' }],
      [],
      '13900000001',
    ],
    [
      'who may be texted',
      [{ ...yes, contact: { mayCall: false, mayText: true, when: undefined } }],
      [],
      phone,
    ],
    [
      'whom texting endangers',
      [{ ...yes, contact: { mayCall: true, mayText: false, when: undefined } }],
      [],
      null,
    ],
    ['who corrected the number', [yes, { phone: '13900000002' }], [], '13900000002'],
    ['who took it back', [yes, { notify: false }], [], null],
    ['who was erased', [], [], null],
    ['whose number the other side has', [yes], ['陈大力，电话 138 0000 0000'], null],
    ['one of whose numbers the other side has', [{ ...yes, phone: `${phone} 6012345` }], ['6012345'], null],
    ['whose other side has another number', [yes], ['陈大力，13900000003', ''], phone],
  ])('%s', (_, own, others, number) => {
    expect(mayTell({ own, others })).toEqual(number && { number, hours: [waking] })
  })
})

it.each([
  ['上午', [{ days: every, from: '08:00', to: '12:00' }]],
  ['他在家就不行', null],
])('a person who said when it is safe, %s, is told then or not at all', (when, hours) => {
  const contact = { mayCall: false, mayText: true, when }
  expect(mayTell({ own: [{ ...yes, contact }], others: [] })).toEqual(hours && { number: phone, hours })
})

describe('what a person wrote about safe hours', () => {
  it.each([
    ['', [waking]],
    ['随时', [waking]],
    ['什么时候都行', [waking]],
    ['工作日', [{ ...waking, days: week }]],
    ['周一到周五白天', [{ days: week, from: '08:00', to: '18:00' }]],
    ['周末上午', [{ days: [6, 7], from: '08:00', to: '12:00' }]],
    ['上午９点到１１点', [{ days: every, from: '09:00', to: '11:00' }]],
    ['下午两点至四点半', [{ days: every, from: '14:00', to: '16:30' }]],
    [
      '上午，晚上',
      [
        { days: every, from: '08:00', to: '12:00' },
        { days: every, from: '18:00', to: '21:00' },
      ],
    ],
    ['每天 06:30-09:00', [{ days: every, from: '08:00', to: '09:00' }]],
    ['8点到18点', [{ days: every, from: '08:00', to: '18:00' }]],
    ['9点到下午3点', [{ days: every, from: '09:00', to: '15:00' }]],
    ['早上8点到10点', [{ days: every, from: '08:00', to: '10:00' }]],
    // As the form proposes.
    [
      '工作日上午；晚上8点到9点',
      [
        { days: week, from: '08:00', to: '12:00' },
        { days: every, from: '20:00', to: '21:00' },
      ],
    ],
    ['晚上8点到9点', [{ days: every, from: '20:00', to: '21:00' }]],
    ['13点到15点', [{ days: every, from: '13:00', to: '15:00' }]],
    // Before noon or at night, and a wrong guess may be the hour of somebody else.
    ['8点到10点', null],
    ['八点到十点', null],
    ['每天 6:30-9:00', null],
    ['周末9点至11点半', null],
    ['8点到晚上9点', null],
    ['10点到12点', null],
    ['9点到3点', null],
    // A word too few says nothing about the whole day.
    ['上午、', null],
    ['上午，，晚上', null],
    ['和', null],
    ['的', null],
    ['，', null],
    ['别在晚上', null],
    ['勿扰', null],
    ['不要打扰', null],
    ['白天，别太早', null],
    ['上午9点到下午3点', [{ days: every, from: '09:00', to: '15:00' }]],
    ['中午11点到1点', [{ days: every, from: '11:00', to: '13:00' }]],
    ['中午12点到下午2点', [{ days: every, from: '12:00', to: '14:00' }]],
    ['工作日的下午', [{ days: week, from: '13:30', to: '18:00' }]],
    ['中午', [{ days: every, from: '11:30', to: '13:30' }]],
    ['9:60-10:00', null],
    ['9点到9点', null],
    ['9点到', null],
    ['我下午', null],
    ['晚上10点到11点', []],
    ['晚上他不在家', null],
    ['不要晚上', null],
    ['上班时间', null],
    ['上午，他在家就不行', null],
    ['25点到26点', null],
    ['9', null],
  ])('%s', (when, hours) => {
    expect(allowedHours(when)).toEqual(hours)
  })

  it.each([
    ['2026-11-24T07:59:00+08:00', '', '2026-11-24T08:00:00+08:00'],
    ['2026-11-24T08:00:00+08:00', '', '2026-11-24T08:00:00+08:00'],
    ['2026-11-24T20:59:59+08:00', '', '2026-11-24T20:59:59+08:00'],
    ['2026-11-24T21:00:00+08:00', '', '2026-11-25T08:00:00+08:00'],
    ['2026-11-24T12:00:00+08:00', '上午', '2026-11-25T08:00:00+08:00'],
    ['2026-11-27T18:00:00+08:00', '工作日白天', '2026-11-30T08:00:00+08:00'],
  ])('at %s: %s waits until %s', (at, when, until) => {
    expect(sendFrom(allowedHours(when) ?? [], Date.parse(at))).toBe(Date.parse(until))
    if (when === '') expect(isWaking(Date.parse(at))).toBe(at === until)
  })

  it('that leaves no hour of the day sends nothing', () => {
    expect(sendFrom([], 0)).toBeNull()
  })
})
