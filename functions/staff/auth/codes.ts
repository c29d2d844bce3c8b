import { units } from '#domain/basics/bounds.ts'
import { normaliseWidth } from '#domain/basics/normalise.ts'
import type { Random } from '#domain/basics/random.ts'
import { paperCodes } from '#domain/staff/bounds.ts'
import type { Keys } from '#keys'

/** Secrets that a person types: paper codes without capitals and look-alikes, app secrets of 160 bits (RFC 4226). */

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const plain = 'abcdefghijkmnpqrstuvwxyz23456789'

const draw = (random: Random, letters: string, length: number): string =>
  Array.from(random(length), (byte) => letters[byte % 32]).join('')

/** Makes the secret of an authenticator app: 32 characters of base32. */
export const makeSecret = (random: Random): string => draw(random, base32, 32)

/** Makes ten paper codes of 50 bits each, such as `abcde-fghjk`. */
export const makePaperCodes = (random: Random): string[] =>
  Array.from({ length: paperCodes }, () => draw(random, plain, 10).replace(/^(.{5})/, '$1-'))

/** Normalises a typed code and tells its kind: a paper code, or six digits of an app. */
export const readCode = (typed: string): { kind: 'app' | 'paper'; code: string } => {
  const code = normaliseWidth(typed.slice(0, units.short)).toLowerCase().replace(/[\s-]/g, '')
  return /^\d{6}$/.test(code)
    ? { kind: 'app', code }
    : { kind: 'paper', code: code.replace(/^(.{5})/, '$1-') }
}

/** The stored form of a paper code: a keyed hash, since 50 bits are too few for any readable or decryptable form. */
export const hashPaperCode = (keys: Pick<Keys, 'mac'>, userId: string, code: string): Promise<string> =>
  keys.mac('paper-code', `${userId} ${code}`)
