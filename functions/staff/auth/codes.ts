import { units } from '#domain/basics/bounds.ts'
import { normaliseWidth } from '#domain/basics/normalise.ts'
import type { Random } from '#domain/basics/random.ts'
import { paperCodes } from '#domain/staff/bounds.ts'
import type { Keys } from '#keys'

/** Secrets that a person types: no capitals and look-alikes on paper, 160 bits for the authenticator (RFC 4226). */

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const plain = 'abcdefghijkmnpqrstuvwxyz23456789'

const draw = (random: Random, letters: string, length: number): string =>
  Array.from(random(length), (byte) => letters[byte % 32]).join('')

/** The secret of an authenticator app: 32 letters. */
export const makeSecret = (random: Random): string => draw(random, base32, 32)

/** Ten codes of 50 bits each, `abcde-fghjk`. */
export const makePaperCodes = (random: Random): string[] =>
  Array.from({ length: paperCodes }, () => draw(random, plain, 10).replace(/^(.{5})/, '$1-'))

/** As typed → as stored: a paper code, or six digits of an app. */
export const readCode = (typed: string): { kind: 'app' | 'paper'; code: string } => {
  const code = normaliseWidth(typed.slice(0, units.short)).toLowerCase().replace(/[\s-]/g, '')
  return /^\d{6}$/.test(code)
    ? { kind: 'app', code }
    : { kind: 'paper', code: code.replace(/^(.{5})/, '$1-') }
}

/** What is stored of a paper code: 50 bits are too few to lie open, or sealed under a key that reads everything. */
export const hashPaperCode = (keys: Pick<Keys, 'mac'>, userId: string, code: string): Promise<string> =>
  keys.mac('paper-code', `${userId} ${code}`)
