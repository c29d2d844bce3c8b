import { type MockInstance, vi } from 'vitest'

/** Counts what is unsealed, by the cryptography of the platform (functions/crypto/): each call of it is one value. */
export const countUnsealed = async (): Promise<MockInstance> => {
  if (!navigator.userAgent.startsWith('Node')) return vi.spyOn(crypto.subtle, 'decrypt')
  const { Decipheriv } = await import('node:crypto')
  return vi.spyOn(Decipheriv.prototype, 'final')
}
