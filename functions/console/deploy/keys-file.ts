import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { readSecret } from '#keys'
import { newSecret } from '../secrets.ts'

/** The file with the two keys of a deployment: made once, readable by its owner only, never overwritten. */

export const keyNames = ['MASTER_KEY', 'CODE_PEPPER'] as const

type KeyName = (typeof keyNames)[number]
export type DeployKeys = Record<KeyName, string>

const key = z.string().refine((text) => readSecret(text) !== undefined, 'expected 32 bytes in base64')
const schema = z.object({ account: z.string(), worker: z.string(), MASTER_KEY: key, CODE_PEPPER: key })

/** The deployment that a file belongs to. */
export interface KeysOwner {
  account: string
  worker: string
}

/**
 * Reads the file, if there is one.
 * @returns null without a file; a sentence if it cannot be used for this deployment
 */
export const readKeysFile = (file: string, owner: KeysOwner): Result<DeployKeys | null, string> => {
  if (!existsSync(file)) return ok(null)
  if ((statSync(file).mode & 0o077) !== 0) return fail(`${file} can be read by others: chmod 600 ${file}`)
  const data = ((): unknown => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      return undefined
    }
  })()
  const read = schema.safeParse(data)
  if (!read.success)
    return fail(`${file} is no file of keys. It is never overwritten: move it away if it is not needed.`)
  const { account, worker, MASTER_KEY, CODE_PEPPER } = read.data
  return account === owner.account && worker === owner.worker
    ? ok({ MASTER_KEY, CODE_PEPPER })
    : fail(
        `${file} has the keys of ${worker} in account ${account}, not of ${owner.worker} in ${owner.account}.`,
      )
}

/** Makes new keys and writes the file. Throws if there is one already. */
export const makeKeysFile = (file: string, owner: KeysOwner): DeployKeys => {
  const keys = { MASTER_KEY: newSecret(), CODE_PEPPER: newSecret() }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify({ ...owner, ...keys }, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
  return keys
}
