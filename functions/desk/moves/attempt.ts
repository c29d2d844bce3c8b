import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import { relationTo } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { type MoveFieldFault, readMove } from '#domain/moves/read-move.ts'
import { cannotUndo } from '#domain/moves/rules.ts'
import type { MoveField, MoveKind } from '#domain/moves/table.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import { type DeskCase, openCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'
import { type AllowedMove, judgeMove } from './judge-move.ts'
import { wasMadeBefore } from './made-before.ts'
import { actorOf, eventsOfMove, moveOpenedCase } from './move-case.ts'
import { moveOptions } from './options.ts'
import { saidBefore } from './said-before.ts'

/** A move as one press of a button asks for it, for one case or as one of several. */
export interface Attempt {
  by: StaffMember
  number: string
  kind: MoveKind
  /** Sequence number of the last event the person saw. */
  seen: number
  /** All values posted for a field. */
  values: (field: MoveField) => string[]
  /** The person confirmed that they mean a move they cannot undo. */
  sure: boolean
}

/** A move that was made, now or by the same press before. */
export interface Made {
  as: 'made'
  /** Number of its first event. */
  seq: number
  /** True if this person can still open the case, false if not, undefined if nobody looked. */
  here?: boolean
  /** The code that a person of the other side gets; absent if the press was repeated. */
  trackingCode?: string | undefined
}

/** A move that was not made, with the case as it is now. */
export type NotMade =
  /** There is no such case, or it is hidden from this person: logged. */
  | { as: 'missing' }
  | { as: 'failed'; failure: MoveFailure; deskCase: DeskCase }
  | { as: 'faulty'; faults: MoveFieldFault[]; unsure: boolean; deskCase: DeskCase }

/** A move that is allowed and filled in. */
interface Ready {
  move: AllowedMove
  input: MoveInput
}

/** The way of every posted move: open, recognise a repeat, judge, read the fields, make it. */
export const attempting = (ports: DeskCasePorts) => {
  const readInput = async ({ kind, values, by }: Attempt, deskCase: DeskCase) => {
    const options = await moveOptions(kind, deskCase, ports.directory, by, ports.clock())
    return readMove(kind, deskCase.record.track, values, options, dayOf(ports.clock()))
  }

  /** True if this press was stored already. */
  const isRepeat = async (attempt: Attempt): Promise<boolean> => {
    const { number, kind, by, seen } = attempt
    const stored = await ports.store.openCase(number)
    return stored !== null && wasMadeBefore(stored, kind, by, seen, (then) => readInput(attempt, then))
  }

  return {
    /** Everything before the move is made. @returns the move to make, or how it ended */
    async prepare(attempt: Attempt): Promise<Result<Ready, Made | NotMade>> {
      const { by, number, kind, seen, sure } = attempt
      const deskCase = await openCase(ports, by, number)
      if (!deskCase) {
        if (await isRepeat(attempt)) return fail({ as: 'made', seq: seen + 1, here: false })
        await ports.looks.refused(by, number)
        return fail({ as: 'missing' })
      }
      const move = judgeMove(kind, deskCase, seen)
      if (!move.ok)
        return fail(
          move.error === 'stale' && (await isRepeat(attempt))
            ? { as: 'made', seq: seen + 1, here: true }
            : { as: 'failed', failure: move.error, deskCase },
        )
      const input = await readInput(attempt, deskCase)
      const unsure = cannotUndo(kind, deskCase.standing) && !sure
      if (input.ok && !unsure) {
        const who = { ...actorOf(by), at: ports.clock() }
        const said = await saidBefore(move.value, () => eventsOfMove(move.value, input.value, who))
        return said === null
          ? ok({ move: move.value, input: input.value })
          : fail({ as: 'made', seq: said, here: true })
      }
      return fail({ as: 'faulty', faults: input.ok ? [] : input.error, unsure, deskCase })
    },

    async make(attempt: Attempt, { move, input }: Ready): Promise<Made | NotMade> {
      const { by, number, seen } = attempt
      const moved = await moveOpenedCase(ports, move, { by, input })
      if (moved.ok) {
        const { seq, events, trackingCode } = moved.value
        const here = relationTo(by, listedAs(events, move.deskCase.record.about)) !== null
        return { as: 'made', seq, here, trackingCode }
      }
      if (moved.error === 'stale' && (await isRepeat(attempt))) return { as: 'made', seq: seen + 1 }
      const deskCase = await openCase(ports, by, number)
      return deskCase ? { as: 'failed', failure: moved.error, deskCase } : { as: 'missing' }
    },
  }
}
