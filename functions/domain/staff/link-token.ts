import type { Random } from '#domain/basics/random.ts'
import { hex } from '#domain/history/encoding.ts'

/**
 * Creates the secret of a link to set a password. 192 random bits are safe to store as a plain hash, without
 * a key.
 */
export const makeLinkToken = (random: Random): string => hex(random(24))

/** The hash that is stored. */
export const hashLinkToken = async (token: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))))
