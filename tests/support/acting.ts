import { expect } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import type { DeskWorld } from './staff.ts'

/** Acts at a desk without its pages, for tests of what is counted and printed afterwards. */

/** The lead of a unit. */
export const actor = (unit: string) => ({ id: unit, username: unit, name: unit, unit, role: 'lead' }) as const

/**
 * @param world the desk of the moment
 * @returns `move`, which makes a move of the lead of a unit, and fails the test if it is refused
 */
export const actingIn = (world: () => DeskWorld) => ({
  move: async (unit: string, number: string, kind: MoveKind, input: MoveInput = {}) =>
    expect(await moveCase(world().ports, { number, kind, by: actor(unit), input }), kind).toMatchObject({
      ok: true,
    }),
  /** Sets the clock. @param date a day of 2027, as 03-31 */
  on: (date: string, time = '10:00') => {
    world().time.now = Date.parse(`2027-${date}T${time}:00+08:00`)
  },
})
