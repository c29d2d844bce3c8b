import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readSecret } from '#keys'
import { chosenCounty } from '../../site/build/county-folder.ts'

/** Secrets and state of this machine; works without a build. */

const secretsFile = '.dev.vars'
const secretNames = ['MASTER_KEY', 'CODE_PEPPER'] as const

/** A new secret: 32 random bytes in base64. */
export const newSecret = (): string => crypto.getRandomValues(Buffer.alloc(32)).toString('base64')

/** On a developer's machine the text of a notice is written to the log, and nothing is sent. */
const localNotices = `NOTICES='{"since":"2026-01-01T00:00:00+08:00","holders":{"by":"local"}}'\n`

/**
 * Creates local secrets, and a configuration of notices, if there are none. Never changes existing ones: every local case
 * would be lost.
 */
export const ensureSecrets = (): void => {
  const content = existsSync(secretsFile) ? readFileSync(secretsFile, 'utf8') : ''
  const missing = secretNames.filter((name) => !new RegExp(`^${name}=`, 'm').test(content))
  const newLines = missing.map((name) => `${name}="${newSecret()}"\n`)
  if (!/^NOTICES=/m.test(content)) newLines.push(localNotices)
  if (newLines.length > 0) writeFileSync(secretsFile, `${content}${newLines.join('')}`, { mode: 0o600 })
}

/** Reads the two secrets of this machine, for `makeKeys`. */
export const readSecrets = () => {
  const text = readFileSync(secretsFile, 'utf8')
  const [masterKey, codePepper] = secretNames.map((name) =>
    readSecret(new RegExp(`^${name}="?([^"\n]+)"?$`, 'm').exec(text)?.[1]),
  )
  if (!masterKey || !codePepper)
    throw new Error(`${secretsFile}: MASTER_KEY and CODE_PEPPER must be 32 bytes in base64`)
  return { masterKey, codePepper }
}

/** The configuration of notices on this machine. */
export const readNotices = (): string | undefined =>
  /^NOTICES='(.*)'$/m.exec(readFileSync(secretsFile, 'utf8'))?.[1]

/** Default folder of local data: every county of a checkout has its own, so that no case is shown under another's units. */
export const localFolder = (name: 'state' | 'box'): string => {
  const county = chosenCounty()
  return `.wrangler/${county === undefined ? name : `${name}-${county}`}`
}

/** Folder of the local state; tests set their own. */
export const stateFolder = (): string => process.env['LIUCHIXIANG_STATE'] ?? localFolder('state')

/** File name of the list of erasures in that folder (erasure-list.ts). */
export const erasuresName = 'erasures.jsonl'
