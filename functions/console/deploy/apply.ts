import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Api } from './api.ts'
import { writeConfigs } from './configs.ts'
import { type DeployKeys, makeKeysFile } from './keys-file.ts'
import { accountPath, findDatabase, rights, type Standing, sayApiFault } from './look.ts'
import type { Names } from './names.ts'
import type { Plan } from './plan.ts'
import { deleteLeftSecrets, withSecrets } from './secrets-file.ts'

/** Carries out a plan. Each step may be the last that succeeds: the next run goes on from what stands. */

export interface Tools {
  api: Api
  /** Runs wrangler for an account; false if it failed. */
  wrangler: (account: string, args: readonly string[]) => boolean
  say: (line: string) => void
}

const createDatabase = async (api: Api, at: string, name: string): Promise<Result<string, string>> => {
  const made = await api.post<{ uuid: string }>(`${at}/d1/database`, { name })
  if (made.ok) return ok(made.value.uuid)
  // Without an answer it may exist nevertheless, or a second person has made it in the meantime.
  const found = await findDatabase(api, at, name)
  return found.ok && found.value !== undefined
    ? ok(found.value)
    : fail(sayApiFault(made.error, rights.database))
}

const createBucket = async (api: Api, at: string, name: string): Promise<Result<null, string>> => {
  const made = await api.post(`${at}/r2/buckets`, { name })
  if (made.ok || (await api.get(`${at}/r2/buckets/${name}`)).ok) return ok(null)
  return fail(sayApiFault(made.error, rights.bucket))
}

const again = 'Run the command again; it goes on from here.'

/**
 * Makes what is missing, publishes both Workers, the desk first because the site is bound to it.
 * @param keys the keys of the file, if there is one
 * @param notices the configuration of notices, as JSON
 * @returns a sentence about the step that failed
 */
export const apply = async (
  { api, wrangler, say }: Tools,
  plan: Plan,
  standing: Standing,
  names: Names,
  { keys, notices }: { keys: DeployKeys | null; notices: string | null },
): Promise<Result<null, string>> => {
  const { account } = standing
  deleteLeftSecrets(names.keys)
  const at = accountPath(account)
  // Before anything is made: keys that were sent and lost could not be made again.
  const own =
    plan.keys === 'make' ? makeKeysFile(names.keys, { account: account.id, worker: names.site }) : keys
  if (plan.keys === 'make')
    say(`Made ${names.keys}. Keep a copy on paper, apart from every backup of the database.`)
  const database = standing.database
    ? ok(standing.database.id)
    : await createDatabase(api, at, names.database)
  if (!database.ok) return database
  if (!standing.bucket) {
    const bucket = await createBucket(api, at, names.bucket)
    if (!bucket.ok) return bucket
  }
  writeConfigs(names, database.value)
  const run = (what: string, ...args: string[]): Result<null, string> =>
    wrangler(account.id, args) ? ok(null) : fail(`${what} failed. ${again}`)
  const migrated = run(
    'Applying migrations',
    'd1',
    'migrations',
    'apply',
    'DB',
    '--remote',
    '--config',
    names.siteConfig,
  )
  if (!migrated.ok) return migrated
  const publish = (name: string, config: string, secrets: Record<string, string>) =>
    withSecrets(names.keys, secrets, (args) =>
      run(`Publishing ${name}`, 'deploy', '--config', config, ...args),
    )
  const deskSecrets = { ...(plan.keysFor.desk && own), ...(notices !== null && { NOTICES: notices }) }
  const desk = publish(names.desk, names.deskConfig, deskSecrets)
  return desk.ok ? publish(names.site, names.siteConfig, { ...(plan.keysFor.site && own) }) : desk
}
