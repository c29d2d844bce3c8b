import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '#domain/basics/random.ts'
import { passwordLength } from '#domain/staff/bounds.ts'
import type { Password } from './staff/ports.ts'

/**
 * Passwords of staff by scrypt (RFC 7914) from node:crypto: native on Node and, with `nodejs_compat`, on Workers.
 * 32 MiB and p = 3 (OWASP's second row): a Worker has 128 MB. Entry files hand this in; nothing else knows node:*.
 */

const cost = { n: 2 ** 15, r: 8, p: 3 }
const keyLength = 32

const derive = (password: string, salt: Uint8Array, { n, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r }
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** `scrypt$N$r$p$salt$key`, so that the cost can rise later. */
const hashPassword = async (random: Random, password: string): Promise<string> => {
  const salt = Buffer.from(random(16))
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.n, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** A hash of nobody's password: key bytes all zero, which no password will ever give. */
const decoyHash = [
  'scrypt',
  cost.n,
  cost.r,
  cost.p,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(keyLength).toString('base64'),
].join('$')

const verifyPassword = async (hash: string, password: string): Promise<boolean> => {
  // No password is longer, and normalising what is would cost.
  if (password.length > passwordLength.most) return false
  const [kind, n, r, p, salt, key] = hash.split('$')
  if (kind !== 'scrypt' || !salt || !key) return false
  const made = await derive(password, Buffer.from(salt, 'base64'), {
    n: Number(n),
    r: Number(r),
    p: Number(p),
  })
  const known = Buffer.from(key, 'base64')
  return made.length === known.length && timingSafeEqual(made, known)
}

/** @param random draws the salts */
export const scryptPassword = (random: Random): Password => ({
  hash: (password) => hashPassword(random, password),
  verify: verifyPassword,
  decoy: decoyHash,
})
