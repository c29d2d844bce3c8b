import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { SecretName } from '#store/key-marks/marks.ts'
import { type DeployKeys, keyNames } from './keys-file.ts'
import type { Standing } from './look.ts'
import type { Names } from './names.ts'

/** What a deployment will do, in order: decided from what stands, before anything is changed. */

/** `make`: it does not exist yet; `keep`: it exists and stays as it is; `do`: it is done each time. */
interface Step {
  what: 'make' | 'keep' | 'do' | 'note'
  says: string
}

export interface Plan {
  steps: Step[]
  /** `make`: new keys in a new file; `file`: the keys of the file; `none`: both Workers have them. */
  keys: 'make' | 'file' | 'none'
  /** Which Worker is sent the keys. */
  keysFor: { site: boolean; desk: boolean }
}

/** The name of a secret in the file of the keys. */
const keyOf: Record<SecretName, string> = { 'master-key': 'MASTER_KEY', 'code-pepper': 'CODE_PEPPER' }

const lacking = (secrets: string[] | undefined): string[] =>
  keyNames.filter((name) => !(secrets ?? []).includes(name))

/**
 * Decides about the keys. New ones are made only if no key exists anywhere and nothing is stored that other keys could
 * not read.
 */
const decideKeys = (
  { site, desk, database }: Standing,
  { keys: file }: Names,
  fromFile: DeployKeys | null,
  misfits: readonly SecretName[],
): Result<Pick<Plan, 'keys' | 'keysFor'>, string> => {
  const keysFor = { site: lacking(site).length > 0, desk: lacking(desk).length > 0 }
  if (!keysFor.site && !keysFor.desk) return ok({ keys: 'none', keysFor })
  if (fromFile && misfits.length > 0)
    return fail(
      `The database was written with another ${misfits.map((name) => keyOf[name]).join(' and another ')} than that of ${file}: what is filed with these keys could not be read with the right ones. Compare the file with the paper copy, character by character.`,
    )
  if (fromFile) return ok({ keys: 'file', keysFor })
  const someExist = [site, desk].some((secrets) => lacking(secrets).length < keyNames.length)
  const bring = `Bring back the file ${file}, or set the secrets by hand from the paper copy (docs/operating.md).`
  if (someExist)
    return fail(
      `One Worker has keys that the other lacks, and Cloudflare does not give them back. New ones would open nothing. ${bring}`,
    )
  if (database?.inUse)
    return fail(
      `The database is in use, and no Worker has keys. New ones could not read a single case. ${bring}`,
    )
  return ok({ keys: 'make', keysFor })
}

const keySteps = ({ keys, keysFor }: Pick<Plan, 'keys' | 'keysFor'>, names: Names): Step[] => {
  if (keys === 'none') return [{ what: 'keep', says: 'keys: both Workers have them' }]
  const to = [...(keysFor.desk ? [names.desk] : []), ...(keysFor.site ? [names.site] : [])].join(' and ')
  return keys === 'make'
    ? [{ what: 'make', says: `two keys, in ${names.keys} (only you can read it), sent to ${to}` }]
    : [{ what: 'do', says: `send the keys of ${names.keys} to ${to}` }]
}

const sayAddress = (leadsTo: Standing['hostLeadsTo'], site: string): string => {
  if (leadsTo === undefined)
    return `could not be read; check in the dashboard that it leads to ${site} (Workers, ${site}, Domains)`
  if (leadsTo === null)
    return `no custom domain of ${site} yet; add it in the dashboard (Workers, ${site}, Domains)`
  return leadsTo === site ? `leads to ${site}` : `leads to ${leadsTo}, not to ${site}`
}

const httpsStep = ({ zone, hostLeadsTo }: Standing, host: string, { site }: Names): Step[] => {
  const note = (says: string): Step => ({ what: 'note', says })
  const https =
    zone === undefined
      ? `zone of ${host}: not in this account, or the token may not read it; check by hand that http redirects to https`
      : zone.alwaysHttps === undefined
        ? `zone ${zone.name}: the token may not read its settings; check "Always Use HTTPS" by hand`
        : `zone ${zone.name}: "Always Use HTTPS" is ${zone.alwaysHttps ? 'on' : 'OFF; turn it on (SSL/TLS, Edge Certificates)'}`
  return [note(https), note(`address ${host}: ${sayAddress(hostLeadsTo, site)}`)]
}

/**
 * Makes the plan.
 * @param fromFile the keys of the file, if it exists
 * @param options host of the site; whether there is a configuration of notices; the database of wrangler.toml, if it names one; which
 * keys of the file are not those of the database
 * @returns a sentence if it must not be done
 */
export const makePlan = (
  standing: Standing,
  names: Names,
  fromFile: DeployKeys | null,
  {
    host,
    notices,
    stated,
    misfits,
  }: { host: string; notices: boolean; stated: string | undefined; misfits: readonly SecretName[] },
): Result<Plan, string> => {
  const { account, database, bucket, site, desk } = standing
  if (stated !== undefined && stated !== database?.id)
    return fail(
      `wrangler.toml names the database ${stated}; in the account ${account.name} the database ${names.database} ${database ? `is ${database.id}` : 'does not exist'}. Is it the right account (--account)?`,
    )
  const keys = decideKeys(standing, names, fromFile, misfits)
  if (!keys.ok) return keys
  const worker = (name: string, secrets: string[] | undefined, more: string): Step => ({
    what: secrets === undefined ? 'make' : 'do',
    says: `${secrets === undefined ? '' : 'publish again: '}Worker ${name}${more}`,
  })
  const steps: Step[] = [
    { what: 'note', says: `account ${account.name} (${account.id})` },
    database
      ? { what: 'keep', says: `database ${names.database} (${database.id})` }
      : { what: 'make', says: `database ${names.database}` },
    { what: bucket ? 'keep' : 'make', says: `bucket ${names.bucket}, private` },
    { what: 'note', says: 'queue: none; this software uses no queue' },
    ...keySteps(keys.value, names),
    ...(misfits.length > 0
      ? [
          {
            what: 'note' as const,
            says: `${names.keys} is not the file of these keys; look for the right one`,
          },
        ]
      : []),
    { what: 'do', says: `write ${names.siteConfig} and ${names.deskConfig}` },
    { what: 'do', says: 'apply migrations that are missing; they only add' },
    worker(names.desk, desk, ', with its cron trigger (every ten minutes)'),
    {
      what: notices ? 'do' : 'note',
      says: notices
        ? 'send the configuration of notices to the desk'
        : `${names.notices}: not there${(desk ?? []).includes('NOTICES') ? '; the stored NOTICES stay in force' : '; no messages are sent'}`,
    },
    worker(names.site, site, ', with the pages of dist/'),
    ...httpsStep(standing, host, names),
  ]
  return ok({ steps, ...keys.value })
}

const words: Record<Step['what'], string> = { make: 'make', keep: 'keep', do: 'do', note: '-' }

/** The plan as it is printed, a line a step. */
export const sayPlan = ({ steps }: Plan): string =>
  steps.map(({ what, says }) => `${words[what].padEnd(5)} ${says}`).join('\n')
