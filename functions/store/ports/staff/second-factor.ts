import type { DeskLogEntry } from './log.ts'

/** A request to remove a second factor: who asked, and until when another admin may agree (epoch ms). */
export interface FactorRequest {
  askedBy: string
  askedAt: number
  expiresAt: number
}

/** Removing a second factor: one admin asks, another agrees. */
export interface FactorStore {
  /** The unexpired request to remove this person's second factor, or null. */
  factorRequest(userId: string, now: number): Promise<FactorRequest | null>
  askFactor(userId: string, request: FactorRequest, log: DeskLogEntry): Promise<void>
  /** Removes the second factor and ends sessions and open sign-ins, except the session `here`. */
  removeFactor(userId: string, log: DeskLogEntry, here?: string): Promise<void>
}
