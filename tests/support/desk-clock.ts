import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import type { Day } from '#domain/basics/time.ts'
import { type DeskWorld, makeDeskWorld } from './staff.ts'

/** One clock for the desk and for the library of the sign-in, which reads `Date`. It stands still. */

const stand = (now: number) => vi.useFakeTimers({ toFake: ['Date'], now })
const run = () => {
  vi.useRealTimers()
}

/** A desk that all tests of a file share. */
export const sharedDesk = (): DeskWorld => {
  const world = makeDeskWorld()
  beforeAll(() => {
    stand(world.time.now)
  })
  afterAll(run)
  return world
}

/**
 * A new desk before each test, at ten in the morning of 24 November 2026.
 * @param use takes the new desk
 * @returns `later`, which moves the clock by milliseconds; `openOn`, which opens another desk, at ten on a day
 */
export const freshDesk = (use: (world: DeskWorld) => void) => {
  let world: DeskWorld
  const openOn = (day: Day): void => {
    world = makeDeskWorld(`${day}T10:00:00+08:00`)
    stand(world.time.now)
    use(world)
  }
  beforeEach(() => openOn('2026-11-24'))
  afterEach(run)
  return {
    later: (ms: number): void => {
      world.time.now += ms
      vi.setSystemTime(world.time.now)
    },
    openOn,
  }
}
