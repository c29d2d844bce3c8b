import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/basics/time.ts'
import { hasFaded, signOf, signRule } from '#domain/figures/early-signs.ts'
import type { Measure } from '#domain/figures/measures.ts'
import { percent, shareIds, shareTable, sumsOf, within } from '#domain/figures/shares.ts'
import { rankRule, scoreOf, threeAndThree } from '#domain/figures/three-three.ts'

/** Shares, middles, the order of places, early signs: each rule by a table. */

const sums = (of: Partial<Record<Measure, number>>, days: Record<number, number> = {}) =>
  sumsOf([
    ...Object.entries(of).map(([measure, n]) => ({ measure: measure as Measure, value: 0, n })),
    ...Object.entries(days).map(([value, n]) => ({
      ...{ measure: 'firstAnswer' as const, value: Number(value), n },
    })),
  ])

it.each<[string, Partial<Record<Measure, number>>, number | null]>([
  ['settled', { settled: 3, failed: 1, withdrawn: 9, declined: 9, refused: 9 }, 75],
  ['settled', { withdrawn: 2 }, null],
  ['tell', { tellKept: 1, tellPassed: 2 }, 33],
  ['end', { endKept: 2, endPassed: 1 }, 67],
  ['performed', { due: 4, performed: 1 }, 25],
  ['anonymous', { received: 8, anonymous: 2 }, 25],
  ['followed', { received: 4, followed: 5 }, 100],
  ['answeredSoon', { received: 4, spot: 2 }, 0],
  ['anonymous', { received: 1, anonymous: 1 }, 100],
  ['anonymous', { anonymous: 1 }, null],
])('the share %s of %j is %s', (id, of, expected) => {
  expect(percent(shareTable[id as keyof typeof shareTable].of(sums(of)))).toBe(expected)
})

it('three days are soon, four are not', () => {
  const { part, whole } = shareTable.answeredSoon.of(sums({ received: 10, spot: 3 }, { 0: 1, 3: 2, 4: 5 }))
  expect([part, whole]).toEqual([3, 7])
  // Answers to what was filed in the period before never make more than the whole.
  expect(shareTable.answeredSoon.of(sums({ received: 2 }, { 1: 3 }))).toEqual({ part: 2, whole: 2 })
})

it('every share has a definition of its own', () => {
  expect(new Set(shareIds.map((id) => shareTable[id].definition)).size).toBe(shareIds.length)
})

it.each([
  [{}, 0.5, null],
  [{ 4: 1 }, 0.5, 4],
  [{ 1: 1, 9: 1 }, 0.5, 1],
  [{ 0: 1, 1: 1, 9: 1 }, 0.5, 1],
  [{ 1: 9, 30: 1 }, 0.9, 1],
  [{ 1: 8, 30: 2 }, 0.9, 30],
])('of %j the share %s is through after %s days', (spread, share, days) => {
  const map = new Map(Object.entries(spread).map(([value, n]) => [Number(value), n as number]))
  expect(within(map, share)).toBe(days)
})

describe('三三制', () => {
  const good = { received: 20, tellKept: 9, tellPassed: 1, endKept: 9, endPassed: 1, due: 10, performed: 9 }
  const soon = { 1: 18 }
  it('ranks by four shares, of which three are needed, from twenty cases on', () => {
    expect(scoreOf(sums(good, soon))).toBe(90)
    expect(scoreOf(sums({ ...good, performed: 1 }, soon))).toBe(70)
    expect(scoreOf(sums({ ...good, tellKept: 0, endKept: 0, performed: 0 }, {}))).toBe(0)
    expect(scoreOf(sums({ ...good, received: 19 }, soon))).toBeNull()
    expect(scoreOf(sums({ ...good, due: 0, performed: 0 }, soon))).toBe(90)
    expect(scoreOf(sums({ received: 20, tellKept: 9 }, soon))).toBeNull()
  })

  it('neither petitions nor settled cases change a score', () => {
    const more = { settled: 90, failed: 1, withdrawn: 30, declined: 40, referred: 9, refused: 9 }
    expect(scoreOf(sums({ ...good, ...more }, soon))).toBe(90)
  })

  it('names three of each, and nobody twice', () => {
    const place = (id: string, tellKept: number) => ({
      ...{ place: id, sums: sums({ ...good, tellKept, tellPassed: 20 - tellKept }, soon) },
    })
    const seven = [3, 9, 1, 20, 12, 7, 15].map((kept) => place(`t${kept}`, kept))
    const { best, weakest } = threeAndThree(seven)
    expect([best, weakest].map((some) => some.map(({ place }) => place))).toEqual([
      ['t20', 't15', 't12'],
      ['t1', 't3', 't7'],
    ])
    expect(threeAndThree([...seven, place('t2', 2)]).best).toHaveLength(3)
    expect(threeAndThree([...seven, { place: 'few', sums: sums({ received: 3 }) }])).toEqual({
      best,
      weakest,
    })
    expect(threeAndThree(seven.slice(0, 3))).toMatchObject({
      ...{ best: [{ place: 't9' }], weakest: [{ place: 't1' }] },
    })
    expect(threeAndThree(seven.slice(0, 1))).toEqual({ best: [], weakest: [] })
  })
})

describe('early signs', () => {
  const day = '2026-11-24'
  const on = (counts: Record<number, number>) =>
    new Map(Object.entries(counts).map(([before, n]) => [addDays(day, -Number(before)), n]))
  it.each<[string, Record<number, number>, number | null]>([
    ['four cases are none', { 0: 4 }, null],
    ['five where there were none are', { 0: 5 }, 5],
    ['the 28th day counts', { 0: 4, 27: 1 }, 5],
    ['the 29th does not', { 0: 4, 28: 1 }, null],
    ['three times the mean is not more than that', { 0: 6, 28: 6 }, null],
    ['more than three times is', { 0: 7, 28: 6 }, 7],
    ['thirteen weeks ago is not looked at', { 0: 5, 112: 90 }, 5],
    ['the last of the twelve weeks is', { 0: 5, 111: 90 }, null],
  ])('%s', (_, counts, expected) => expect(signOf(on(counts), day)).toBe(expected))

  it.each<[string, Record<number, number>, boolean]>([
    ['nothing came after it', { 0: 5 }, true],
    ['two came, where there were none', { 0: 5, [-3]: 2 }, true],
    ['three came, where there were none', { 0: 5, [-3]: 3 }, false],
    ['half as many again as before came', { 0: 9, 40: 6, [-5]: 3 }, true],
    ['more came than that', { 0: 9, 40: 6, [-28]: 4 }, false],
    ['more came, on the day after', { 0: 9, 40: 6, [-1]: 4 }, false],
    ['what came later does not count', { 0: 5, [-29]: 9 }, true],
  ])('a sign has faded if %s', (_, counts, expected) => {
    expect(hasFaded(on(counts), day)).toBe(expected)
  })
})

it('the rules are printed with the numbers they count by', () => {
  expect(signRule()).toMatch(/^一个单位一类事，28 天里收到 5 件以上，又超过之前 12 周每 28 天平均数的 3 倍/)
  expect(signRule()).toContain('此后 28 天不满 3 件，或者没有超过那个平均数的 1.5 倍，就是落空')
  const names = ['tell', 'end', 'answeredSoon', 'performed'] as const
  for (const id of names) expect(rankRule).toContain(`“${shareTable[id].name}”`)
  expect(rankRule).toContain('收到不满 20 件的不排')
})

it('a score is the mean of its shares, rounded', () => {
  // 50, 50 and 51 percent; nothing was to be performed.
  const half = { tellKept: 1, tellPassed: 1, endKept: 1, endPassed: 1, received: 100 }
  expect(scoreOf(sums(half, { 1: 51 }))).toBe(50)
})
