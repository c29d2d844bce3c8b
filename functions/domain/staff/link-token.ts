import type { Random } from '#domain/basics/random.ts'
import { hex } from '#domain/history/encoding.ts'

/** The secret of a link that lets one person set a password. 192 random bits need no key to be kept safe as a hash. */
export const makeLinkToken = (random: Random): string => hex(random(24))

/** What is stored of it. */
export const hashLinkToken = async (token: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))))
