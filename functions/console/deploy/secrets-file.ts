import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The file in which wrangler is given secrets: beside the file of the keys, so that a run that is killed leaves nothing
 * elsewhere.
 */

const secretsFile = (keysFile: string): string => `${keysFile}.sending.json`

/** What ends a command from outside, unless it is listened to. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Deletes what a run left that was killed. */
export const deleteLeftSecrets = (keysFile: string): void => rmSync(secretsFile(keysFile), { force: true })

/**
 * Runs `work` with a file of secrets that only this user can read and that is gone afterwards. Ctrl-C ends what `work`
 * runs, which is told of it as well, but not this process before it has deleted the file.
 * @param keysFile the file of the keys of this deployment
 * @param work gets the arguments for wrangler; none without secrets
 */
export const withSecrets = <T>(
  keysFile: string,
  secrets: Record<string, string>,
  work: (args: string[]) => T,
): T => {
  if (Object.keys(secrets).length === 0) return work([])
  const file = secretsFile(keysFile)
  const stay = () => undefined
  for (const ending of endings) process.on(ending, stay)

  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    deleteLeftSecrets(keysFile)
    writeFileSync(file, JSON.stringify(secrets), { flag: 'wx', mode: 0o600 })
    return work(['--secrets-file', file])
  } finally {
    deleteLeftSecrets(keysFile)
    for (const ending of endings) process.off(ending, stay)
  }
}
