import { expect, it } from 'vitest'
import { systemRandom } from '../../functions/node-random.ts'

it('gives as many bytes as asked for, none of them twice, however often it is asked', () => {
  const random = systemRandom()
  const lengths = Array.from({ length: 3_000 }, (_, index) => (index % 40) + 8)
  const given = lengths.map((length) => random(length))
  expect(given.map(({ length }) => length)).toEqual(lengths)
  expect(new Set(given.map((bytes) => Buffer.from(bytes.slice(0, 8)).toString('hex'))).size).toBe(3_000)
  expect(random(10_000).some((byte) => byte !== 0)).toBe(true)
})

it('gives bytes of their own: who writes into them changes no others', () => {
  const random = systemRandom()
  const first = random(16)
  first.fill(0)
  expect(random(16).some((byte) => byte !== 0)).toBe(true)
  expect(first.buffer.byteLength).toBe(16)
})

it('spreads evenly', () => {
  const random = systemRandom()
  const counts = new Array<number>(256).fill(0)
  for (let i = 0; i < 2_560; i += 1) for (const byte of random(10)) counts[byte] = (counts[byte] ?? 0) + 1
  for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(70)
})
