import { expect, it } from 'vitest'
import { caseIds } from '#store/case-ids.ts'
import { systemRandom } from '../../../functions/node-random.ts'

const made = (count: number): string[] => {
  const next = caseIds(systemRandom())
  return Array.from({ length: count }, next)
}

it('cases in a row have ids that stand together in the order of filing, each with 88 bits of its own', () => {
  const ids = made(32)
  expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(1)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids.map((id) => id.slice(10))).size).toBe(32)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})

it('the next ones begin somewhere else, so that places of published roots spread evenly', () => {
  const starts = made(32 * 4096).filter((_, index) => index % 32 === 0)
  const parts = Map.groupBy(starts, (id) => id.slice(0, 1))
  expect(parts.size).toBe(16)
  for (const [, of] of parts) expect(Math.abs(of.length - 256)).toBeLessThan(100)
})
