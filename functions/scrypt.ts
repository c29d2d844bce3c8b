import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '#domain/basics/random.ts'
import { passwordLength } from '#domain/staff/bounds.ts'
import type { Password } from './staff/ports.ts'

/**
 * Hashes staff passwords with scrypt (RFC 7914) from node:crypto: native on Node and, with `nodejs_compat`,
 * on Workers. 32 MiB and p = 3 (the second row of OWASP's table), because a Worker has 128 MB. Entry files
 * inject this; nothing else imports node:*.
 */

const cost = { n: 2 ** 15, r: 8, p: 3 }
const keyLength = 32

const derive = (password: string, salt: Uint8Array, { n, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r }
    // A blank or line break pasted along with it is no part of a password (NIST SP 800-63B-4, 3.1.1.2).
    scrypt(password.normalize('NFKC').trim(), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/**
 * Hashes a password.
 * @returns `scrypt$N$r$p$salt$key`; the parameters are stored so that the cost can be raised later
 */
const hashPassword = async (random: Random, password: string): Promise<string> => {
  const salt = Buffer.from(random(16))
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.n, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** A hash that no password matches (all key bytes are zero), to spend the same time on unknown names. */
const decoyHash = [
  'scrypt',
  cost.n,
  cost.r,
  cost.p,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(keyLength).toString('base64'),
].join('$')

/** Compares a password with a hash of `hashPassword`, in constant time; false for a malformed hash. */
const verifyPassword = async (hash: string, password: string): Promise<boolean> => {
  // Passwords have a maximum length, and normalising a longer text would take too long.
  if (password.length > passwordLength.most) return false
  const [kind, n, r, p, salt, key] = hash.split('$')
  if (kind !== 'scrypt' || !salt || !key) return false
  const actual = await derive(password, Buffer.from(salt, 'base64'), {
    n: Number(n),
    r: Number(r),
    p: Number(p),
  })
  const expected = Buffer.from(key, 'base64')
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

/**
 * The password functions of the sign-in.
 * @param random generates the salts
 */
export const scryptPassword = (random: Random): Password => ({
  hash: (password) => hashPassword(random, password),
  verify: verifyPassword,
  decoy: decoyHash,
})
