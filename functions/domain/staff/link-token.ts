import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'
import { sha256 } from '#domain/basics/sha256.ts'

/**
 * Creates the secret of a link to set a password. 192 random bits are safe to store as a plain hash, without
 * a key.
 */
export const makeLinkToken = (random: Random): string => hex(random(24))

/** The hash that is stored. */
export const hashLinkToken = (token: string): Promise<string> => sha256(new TextEncoder().encode(token))
