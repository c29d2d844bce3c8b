import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type MoveFault, moveFault } from '#domain/moves/rules.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { DeskCase } from '../case/open-case.ts'

const judged = Symbol('judged')

/** A move that a person may make on a case as it was opened; only `judgeMove` makes one. */
export interface AllowedMove {
  readonly [judged]: true
  kind: MoveKind
  deskCase: DeskCase
}

/**
 * Judges a move before its fields are read.
 * @param seen sequence number of the last event the person saw; absent means the current one
 * @returns `stale` if the case has changed since they saw it, or the rule that forbids the move
 */
export const judgeMove = (
  kind: MoveKind,
  deskCase: DeskCase,
  seen?: number,
): Result<AllowedMove, MoveFault | 'stale'> => {
  if (seen !== undefined && seen !== deskCase.record.headSeq) return fail('stale')
  const fault = moveFault(kind, deskCase.standing)
  return fault ? fail(fault) : ok({ [judged]: true, kind, deskCase })
}
