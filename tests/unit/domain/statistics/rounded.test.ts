import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounded, roundedTables, spanOf } from '#domain/statistics/rounded.ts'

it.each([
  [0, 0],
  [2, 0],
  [3, 5],
  [7, 5],
  [8, 10],
  [1234, 1235],
])('%d is published as %d', (count, figure) => expect(rounded(count)).toBe(figure))

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** All tables with a number of parts from 0 to `most`. */
const all = (parts: number, most: number): number[][] =>
  parts === 0
    ? [[]]
    : all(parts - 1, most).flatMap((table) =>
        Array.from({ length: most + 1 }, (_, count) => [...table, count]),
      )

/**
 * Somebody who knows how figures are published, and tries every pair of tables that could be behind what they see: the numbers
 * each part can be, for everything that is ever published.
 */
const attack = (firsts: number[][], seconds: number[][], publish = roundedTables) => {
  const bySum = Map.groupBy(seconds, sum)
  const seen = new Map<string, Set<number>[]>()
  for (const first of firsts)
    for (const second of bySum.get(sum(first)) ?? []) {
      const key = JSON.stringify(publish(first, second))
      const parts = [...first, ...second]
      const known = seen.get(key) ?? parts.map(() => new Set<number>())
      for (const [index, count] of parts.entries()) known[index]?.add(count)
      seen.set(key, known)
    }
  return [...seen].flatMap(([key, known]) =>
    known.filter((numbers) => numbers.size === 1 && Math.max(...numbers) < 5).map(() => key),
  )
}

describe('somebody who tries every combination', () => {
  // The second table reaches farther than the first can sum to, so that nothing is left out at its edge.
  it.each([
    { parts: [1, 2], most: [7, 12] },
    { parts: [2, 1], most: [12, 27] },
    { parts: [2, 2], most: [12, 27] },
    { parts: [3, 2], most: [7, 24] },
    { parts: [2, 3], most: [7, 17] },
    { parts: [4, 2], most: [7, 31] },
  ])(
    'finds no number under 5 in tables of $parts',
    ({ parts: [one = 0, other = 0], most: [far = 0, farther = 0] }) =>
      expect(attack(all(one, far), all(other, farther))).toEqual([]),
  )

  it('finds some where totals are only rounded', () => {
    const plain = (first: readonly number[], second: readonly number[]) => ({
      ...{ first: first.map(rounded), second: second.map(rounded), total: rounded(sum(first)) },
    })
    expect(attack(all(3, 7), all(3, 24), plain).length).toBeGreaterThan(0)
  })

  it('finds none where one number is part of another in the next column', () => {
    const seen = new Map<string, Set<number>[]>()
    for (const [a = 0, b = 0, c = 0, d = 0] of all(4, 9)) {
      if (c > a || d > b) continue
      const key = JSON.stringify([roundedTables([a, b], [a + b]), roundedTables([c, d], [c + d])])
      const known = seen.get(key) ?? [a, b, c, d].map(() => new Set<number>())
      for (const [index, count] of [a, b, c, d].entries()) known[index]?.add(count)
      seen.set(key, known)
    }
    const found = [...seen].filter(([, known]) =>
      known.some((numbers) => numbers.size === 1 && Math.max(...numbers) < 5),
    )
    expect(found).toEqual([])
  })
})

/** Two tables of the same cases, of sizes that a county has. */
const county = fc
  .array(fc.tuple(fc.nat(19), fc.nat(12)), { maxLength: 600 })
  .map((cases) => [
    Array.from({ length: 20 }, (_, part) => cases.filter(([one]) => one === part).length),
    Array.from({ length: 13 }, (_, part) => cases.filter(([, one]) => one === part).length),
  ])

it('a county’s figures are multiples of 5, each the nearest one, but for totals and one place in rare cases', () =>
  fc.assert(
    fc.property(county, ([first = [], second = []]) => {
      const published = roundedTables(first, second)
      for (const figure of [...published.first, ...published.second, published.total])
        expect(figure % 5).toBe(0)
      expect(published.first).toEqual(first.map(rounded))
      expect(
        published.second.filter((figure, index) => figure !== rounded(second[index] ?? 0)).length,
      ).toBeLessThan(2)
    }),
  ))

it('what a figure says of its number holds it', () =>
  fc.assert(
    fc.property(fc.nat(10_000), (count) => {
      const { low, high } = spanOf(rounded(count))
      expect(low <= count && count <= high).toBe(true)
    }),
  ))
