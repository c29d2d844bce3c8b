import { after } from './after.ts'
import { agreement } from './agreement.ts'
import { aside } from './aside.ts'
import { clocks } from './clocks.ts'
import { consulting } from './consulting.ts'
import { closing, outcomes } from './ending.ts'
import { intake } from './intake.ts'
import { ledger } from './ledger.ts'
import type { Moves } from './move.ts'
import { facts, messages } from './notes.ts'
import { otherSide } from './other-side.ts'
import { danger, safety } from './safety.ts'
import { sessions } from './sessions.ts'
import { supervising } from './supervising.ts'
import { caseLinks, transfers } from './transfers.ts'

/**
 * The moves of a case: one table for buttons, checks, words and tests, in the order in which they are offered. A move
 * has a list of fields (`fields.ts`); the places it can transfer a case to are computed in `targets.ts`.
 */
export const moves = {
  ...intake,
  ...messages,
  ...otherSide,
  ...sessions,
  ...consulting,
  ...transfers,
  ...safety,
  ...outcomes,
  ...agreement,
  ...clocks,
  ...facts,
  ...danger,
  ...caseLinks,
  ...aside,
  ...closing,
  ...after,
  ...supervising,
  ...ledger,
} satisfies Moves

export type { MoveField } from './fields.ts'
export type { Move } from './move.ts'

export type MoveKind = keyof typeof moves

export const moveKinds = Object.keys(moves) as MoveKind[]

/** True if the text names a move of the table. */
export const isMoveKind = (text: string): text is MoveKind => Object.hasOwn(moves, text)
