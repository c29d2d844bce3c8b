import { type MockInstance, vi } from 'vitest'
import { onNode } from './platform.ts'

/** Counts what is unsealed, by the cryptography of the platform (functions/crypto/): each call of it is one value. */
export const countUnsealed = async (): Promise<MockInstance> => {
  if (!onNode) return vi.spyOn(crypto.subtle, 'decrypt')
  const { Decipheriv } = await import('node:crypto')
  return vi.spyOn(Decipheriv.prototype, 'final')
}
