import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Api } from './api.ts'
import type { ApiFault } from './api-fault.ts'
import type { Names } from './names.ts'

/** Looks up what a deployment already has. Only reads. */

export interface Account {
  id: string
  name: string
}

/** What stands at Cloudflare; `undefined` in the zone is what the token may not read. */
export interface Standing {
  account: Account
  database: { id: string; inUse: boolean } | undefined
  bucket: boolean
  /** Names of the secrets of each Worker; undefined for a Worker that does not exist. */
  site: string[] | undefined
  desk: string[] | undefined
  zone: { name: string; alwaysHttps: boolean | undefined } | undefined
  /** The Worker that the site's host leads to; null for none, undefined if that could not be read. */
  hostLeadsTo: string | null | undefined
}

/** Says a fault of the API for the person who deploys: what could not be done, and what to do. */
export const sayApiFault = (fault: ApiFault, right: string): string => {
  const { kind, method, path, status, code, message } = fault
  const place = `${method} ${path.replace(/^\/accounts\/[^/]+/, '')}`
  if (kind === 'network')
    return `${place}: no answer (${message}). Run the command again; nothing is made twice.`
  if (kind === 'rate') return `${place}: too many requests. Wait five minutes and run the command again.`
  if (kind === 'refused')
    return `${place}: the token may not do this (${status}, ${code}: ${message}). It needs the right "${right}".`
  return `${place}: ${status}, ${code}: ${message}`
}

/** The rights that a token needs. */
export const rights = {
  account: 'Account Settings: Read',
  database: 'D1: Edit',
  bucket: 'Workers R2 Storage: Edit',
  worker: 'Workers Scripts: Edit',
  zone: 'Zone: Read, Zone Settings: Read (of the zone of your address; may be missing)',
} as const

const asSentence = <T>(result: Result<T, ApiFault>, right: string): Result<T, string> =>
  result.ok ? result : fail(sayApiFault(result.error, right))

/**
 * The account to deploy to.
 * @param wanted id that the person named; needed if the token reaches several
 */
export const chooseAccount = async (
  api: Api,
  wanted: string | undefined,
): Promise<Result<Account, string>> => {
  const listed = asSentence(await api.list<Account>('/accounts', 50), rights.account)
  if (!listed.ok) return listed
  const accounts = listed.value
  const list = accounts.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  const found = accounts.find(({ id }) => id === wanted)
  if (wanted !== undefined)
    return found
      ? ok(found)
      : fail(`The token does not reach the account ${wanted}. It reaches:\n${list || '  none'}`)
  const [only] = accounts
  if (only && accounts.length === 1) return ok(only)
  return fail(
    only
      ? `The token reaches ${accounts.length} accounts. Say which: --account <id>\n${list}`
      : `The token reaches no account. It needs the right "${rights.account}".`,
  )
}

/** Cloudflare's number for an account that has not switched R2 on. */
const r2IsOff = 10042

const findBucket = async (api: Api, at: string, name: string): Promise<Result<boolean, string>> => {
  const found = await api.get(`${at}/r2/buckets/${name}`)
  if (found.ok) return ok(true)
  const { kind, code } = found.error
  if (kind === 'missing') return ok(false)
  return fail(
    code === r2IsOff
      ? 'R2 is not switched on in this account: dashboard, R2, once. Files of evidence are kept there.'
      : sayApiFault(found.error, rights.bucket),
  )
}

/** Finds a database by its exact name; the API's own filter also finds names that contain it. */
export const findDatabase = async (
  api: Api,
  at: string,
  name: string,
): Promise<Result<string | undefined, string>> => {
  const path = `${at}/d1/database?name=${encodeURIComponent(name)}`
  const listed = asSentence(await api.list<{ uuid: string; name: string }>(path, 1000), rights.database)
  return listed.ok ? ok(listed.value.find((one) => one.name === name)?.uuid) : listed
}

/** The rows that a statement reads in a database. */
export const askDatabase = async <Row>(
  api: Api,
  at: string,
  id: string,
  sql: string,
): Promise<Result<Row[], string>> => {
  const answer = await api.post<{ results: Row[] }[]>(`${at}/d1/database/${id}/query`, { sql })
  const said = asSentence(answer, rights.database)
  return said.ok ? ok(said.value[0]?.results ?? []) : said
}

/** Has the database cases, which other keys could not read, or marks of the keys it was written with? */
const isInUse = async (api: Api, at: string, id: string): Promise<Result<boolean, string>> => {
  const sql = "SELECT name FROM sqlite_schema WHERE name IN ('cases', 'key_mark')"
  const tables = await askDatabase<{ name: string }>(api, at, id, sql)
  if (!tables.ok) return tables
  for (const { name } of tables.value) {
    const rows = await askDatabase(api, at, id, `SELECT 1 FROM ${name} LIMIT 1`)
    if (!rows.ok || rows.value.length > 0) return rows.ok ? ok(true) : rows
  }
  return ok(false)
}

const findSecrets = async (
  api: Api,
  at: string,
  worker: string,
): Promise<Result<string[] | undefined, string>> => {
  const found = await api.get<{ name: string }[]>(`${at}/workers/scripts/${worker}/secrets`)
  if (found.ok) return ok(found.value.map(({ name }) => name))
  return found.error.kind === 'missing' ? ok(undefined) : fail(sayApiFault(found.error, rights.worker))
}

/** county.example of www.county.example: a host, then what is above it. */
const above = (host: string): string[] => {
  const labels = host.split('.')
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
}

/** The zone of an address and whether it redirects to https. A token that may not read zones leaves it open. */
const findZone = async (api: Api, host: string): Promise<Standing['zone']> => {
  for (const name of above(host)) {
    const zones = await api.get<{ id: string; name: string }[]>(`/zones?name=${name}`)
    const [zone] = zones.ok ? zones.value : []
    if (zone) {
      const setting = await api.get<{ value: string }>(`/zones/${zone.id}/settings/always_use_https`)
      return { name, alwaysHttps: setting.ok ? setting.value.value === 'on' : undefined }
    }
  }
  return undefined
}

const findHost = async (api: Api, at: string, host: string): Promise<Standing['hostLeadsTo']> => {
  const domains = await api.get<{ hostname: string; service: string }[]>(
    `${at}/workers/domains?hostname=${host}`,
  )
  if (!domains.ok) return undefined
  return domains.value.find((one) => one.hostname === host)?.service ?? null
}

/** The account's id stands in front of every path. */
export const accountPath = ({ id }: Account): string => `/accounts/${id}`

/**
 * Looks up everything a deployment consists of.
 * @param host host name of the site
 */
export const lookUp = async (
  api: Api,
  account: Account,
  names: Names,
  host: string,
): Promise<Result<Standing, string>> => {
  const at = accountPath(account)
  const id = await findDatabase(api, at, names.database)
  if (!id.ok) return id
  const stored = id.value === undefined ? ok(false) : await isInUse(api, at, id.value)
  if (!stored.ok) return stored
  const bucket = await findBucket(api, at, names.bucket)
  if (!bucket.ok) return bucket
  const site = await findSecrets(api, at, names.site)
  if (!site.ok) return site
  const desk = await findSecrets(api, at, names.desk)
  if (!desk.ok) return desk
  return ok({
    account,
    database: id.value === undefined ? undefined : { id: id.value, inUse: stored.value },
    ...{ bucket: bucket.value, site: site.value, desk: desk.value },
    zone: await findZone(api, host),
    hostLeadsTo: await findHost(api, at, host),
  })
}
