import { describe, expect, it } from 'vitest'
import { shownAs } from '#domain/following/timeline.ts'
import type { EventData } from '#domain/history/events.ts'
import { holderText, holderWords, peopleToTell, staffText } from '#domain/notices/notices.ts'
import { unit } from '#domain/places/areas.ts'
import { type EventKind, eventKinds, eventTable } from '#domain/words/events.ts'

const event = (kind: EventKind, data: EventData = {}, actor: 'staff:a' | 'party:1' = 'staff:a') => ({
  ...{ kind, data, actor },
})

describe('the people who are told', () => {
  it('are the complainant, for exactly these steps without words to anybody', () => {
    expect(eventKinds.filter((kind) => peopleToTell([event(kind)]).length > 0)).toEqual([
      ...['accepted', 'declined', 'settled', 'failed', 'answered', 'extended', 'merged'],
      ...['agreement', 'item-done', 'item-missed', 'court-confirmed', 'publication-approved'],
    ])
  })

  it.each(eventKinds)('are those to whom words of %s are addressed', (kind) => {
    const told = peopleToTell([event(kind, { to: ['party:2'] })])
    expect(told).toContain(2)
    expect(peopleToTell([event(kind, { to: ['desk'] })])).not.toContain(Number.NaN)
  })

  it('are each told once, and never of what they did themselves', () => {
    const message = event('message', { to: ['party:1'] })
    expect(peopleToTell([event('accepted'), message, message])).toEqual([1])
    expect(peopleToTell([event('wrote', { to: ['party:1', 'desk'] }, 'party:1')])).toEqual([])
  })

  it.each(['danger-marked', 'danger-lifted', 'contacted', 'duty-reported', 'transferred'] as const)(
    'are not told of %s, which the holder of a code does not see as such',
    (kind) => {
      expect(peopleToTell([event(kind, { from: 'qingshi-liuwan-committee' })])).toEqual([])
    },
  )

  it.each<[EventKind, number[]]>([
    ['agreement', [1, 2, 3]],
    ['item-missed', [1, 2, 3]],
    ['item-due', [2, 3]],
    ['agreement-read', []],
    ['item-received', []],
  ])('are, of %s, of those who make the agreement: %j', (kind, told) => {
    expect(peopleToTell([event(kind, { parties: [2, 3] })])).toEqual(told)
  })

  it.each<[EventKind, number[]]>([
    ['session-set', [2]],
    ['times-proposed', [2]],
    ['erasure-asked', []],
    ['party', []],
  ])('are, of %s with one of them, these: %j', (kind, told) => {
    expect(peopleToTell([event(kind, { party: 2 })])).toEqual(told)
  })

  it('find each step they are told of on their page', () => {
    const seen = { seq: 2, at: 0, acting: '', hash: '', unit: unit('shili-centre').id }
    for (const kind of eventKinds.filter((one) => 'notice' in eventTable[one]))
      expect(shownAs({ ...seen, ...event(kind, { other: '2026-483071' }) }), kind).not.toBeNull()
  })
})

describe('the texts', () => {
  it('name no matter, place, number or step', () => {
    expect(staffText).toBe('您有新的待办，请登录查看')
    for (const text of [holderWords, staffText]) {
      expect(text).not.toMatch(/登记|调解|信访|案|受理|纠纷|县|镇|村|\d/)
      expect(text.length).toBeLessThanOrEqual(20)
    }
  })

  it.each([
    ['六尺巷', '六尺巷 '],
    ['示例县矛盾纠纷调解在线', ''],
    ['网上信访登记', ''],
  ])('name the portal %s as %j', (name, shown) => {
    expect(holderText({ name, host: 'county.example' })).toBe(
      `您有新消息，请用查询码查看。${shown}county.example`,
    )
  })
})
