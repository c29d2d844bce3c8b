import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readSecret } from '#keys'

/** Secrets and state of this machine; nothing here needs a build. */

const secretsFile = '.dev.vars'
const secretNames = ['MASTER_KEY', 'CODE_PEPPER'] as const

/** Makes local secrets where none exist; existing ones are never touched, or every local case would be lost. */
export const ensureSecrets = (): void => {
  const known = existsSync(secretsFile) ? readFileSync(secretsFile, 'utf8') : ''
  const missing = secretNames.filter((name) => !new RegExp(`^${name}=`, 'm').test(known))
  const made = missing.map(
    (name) => `${name}="${crypto.getRandomValues(Buffer.alloc(32)).toString('base64')}"\n`,
  )
  if (made.length > 0) writeFileSync(secretsFile, `${known}${made.join('')}`, { mode: 0o600 })
}

/** The two secrets of this machine, for `makeKeys`. */
export const readSecrets = () => {
  const text = readFileSync(secretsFile, 'utf8')
  const [masterKey, codePepper] = secretNames.map((name) =>
    readSecret(new RegExp(`^${name}="?([^"\n]+)"?$`, 'm').exec(text)?.[1]),
  )
  if (!masterKey || !codePepper)
    throw new Error(`${secretsFile}: MASTER_KEY and CODE_PEPPER must be 32 bytes in base64`)
  return { masterKey, codePepper }
}

/** Where local state lives; tests choose their own. */
export const stateFolder = (): string => process.env['LIUCHIXIANG_STATE'] ?? '.wrangler/state'

/** The list of erasures in that folder (erasure-list.ts). */
export const erasuresName = 'erasures.jsonl'
