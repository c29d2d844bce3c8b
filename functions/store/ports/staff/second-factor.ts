import type { DeskLogEntry } from './log.ts'

/** A second factor is to be removed: who asked, and until when somebody else may agree. */
export interface FactorRequest {
  askedBy: string
  askedAt: number
  expiresAt: number
}

/** Removing a second factor: one admin asks, another agrees. */
export interface FactorStore {
  /** Who asked to remove the second factor of this person, while that can be agreed to. */
  factorRequest(userId: string, now: number): Promise<FactorRequest | null>
  askFactor(userId: string, request: FactorRequest, log: DeskLogEntry): Promise<void>
  /** Removes the second factor; sessions and open sign-ins end, but for the session that asks for it. */
  removeFactor(userId: string, log: DeskLogEntry, here?: string): Promise<void>
}
