import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { every } from '../../../functions/box/every.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

it('runs at once, again after each interval, and never twice at a time', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const end = every(
    1000,
    async () => {
      runs += 1
      running += 1
      most = Math.max(most, running)
      // The second run takes longer than the interval.
      if (runs === 2) await new Promise((resolve) => setTimeout(resolve, 2500))
      running -= 1
    },
    () => {},
  )
  await vi.advanceTimersByTimeAsync(900)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(runs).toBe(2)
  await vi.advanceTimersByTimeAsync(2500)
  expect([runs, most]).toEqual([2, 1])
  await vi.advanceTimersByTimeAsync(1000)
  expect(runs).toBe(3)
  await end()
  await vi.advanceTimersByTimeAsync(5000)
  expect(runs).toBe(3)
})

it('goes on after a run that failed, and logs its kind only', async () => {
  const logged: object[] = []
  let runs = 0
  const end = every(
    1000,
    async () => {
      runs += 1
      throw new TypeError('吴秀兰')
    },
    (entry) => logged.push(entry),
  )
  await vi.advanceTimersByTimeAsync(1100)
  expect(runs).toBe(2)
  expect(logged).toEqual([
    { event: 'scheduler', kind: 'TypeError' },
    { event: 'scheduler', kind: 'TypeError' },
  ])
  await end()
})

it('ends only after the run in progress', async () => {
  let done = false
  const end = every(
    1000,
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      done = true
    },
    () => {},
  )
  const ended = end()
  await vi.advanceTimersByTimeAsync(300)
  await ended
  expect(done).toBe(true)
})
