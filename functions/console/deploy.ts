/**
 * npm run deploy -- --for sample|trial|abroad [--dry-run] [--account <id>] [--county <id>]
 * Publishes a county on Cloudflare and makes what is missing: database, bucket, keys, both Workers, cron trigger. Can be
 * repeated at any time; --dry-run prints the plan and changes nothing (docs/operating.md, docs/adr/0062-deploy.md).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chosenCounty } from '../../site/build/county-folder.ts'
import { clock } from './clock.ts'
import { apiBase, cloudflareApi } from './deploy/api.ts'
import { apply } from './deploy/apply.ts'
import { statedDatabase } from './deploy/configs.ts'
import { readKeysFile } from './deploy/keys-file.ts'
import { chooseAccount, lookUp, rights } from './deploy/look.ts'
import { isCountyName, namesFor } from './deploy/names.ts'
import { makePlan, sayPlan } from './deploy/plan.ts'
import { isPurpose, lawNotice, type Purpose } from './deploy/purpose.ts'
import { runWrangler } from './deploy/wrangler.ts'
import { checkHttpsRedirect } from './https-redirect.ts'
import { readBuilt } from './readiness/built.ts'
import { type Finding, findingsIn, sayFindings } from './readiness/findings.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const refuse = (reason: string): never => {
  process.stderr.write(`Not deployed. ${reason}\n`)
  process.exit(1)
}

const options = {
  for: { type: 'string' },
  account: { type: 'string' },
  county: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const

const readArguments = () => {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

/** The configuration of notices, if there is a file of one; a wrong one is not deployed. */
const readNoticesFile = async (file: string): Promise<string | null> => {
  if (!existsSync(file)) return null
  const json = readFileSync(file, 'utf8')
  const { readNoticeConfig, sayFaults } = await import('../notices/config.ts')
  const config = readNoticeConfig(json)
  return config.ok ? json : refuse(`${file}:\n${sayFaults(config.error)}`)
}

/** The sample county is published as a sample only, with its notice; a trial may say that it is one. */
const forbids = (purpose: Purpose, notice: string, { level, place }: Finding): boolean => {
  if (level !== 'error') return false
  if (purpose === 'sample') return notice === ''
  return !(purpose === 'trial' && place === 'content/site.yaml: sampleNotice')
}

const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T =>
  result.ok ? result.value : refuse(result.error)

const { for: purpose, account: wanted, county: named, 'dry-run': dry } = readArguments()
// A county that only the variable names is the one that is built: it must not be published under another's names.
const county = named ?? chosenCounty()
say(lawNotice)
if (!isPurpose(purpose)) throw refuse('It was not said what for (--for).')
const token = process.env['CLOUDFLARE_API_TOKEN']
if (!token)
  refuse(
    `CLOUDFLARE_API_TOKEN is not set. Make a token with these rights:\n  ${Object.values(rights).join('\n  ')}`,
  )
if (county !== undefined && !isCountyName(county))
  refuse(
    `${named === undefined ? 'LIUCHIXIANG_COUNTY' : '--county'}: "${county}" cannot be the name of a county.`,
  )
if (county !== undefined) process.env['LIUCHIXIANG_COUNTY'] = county

const built = spawnSync('npm', ['run', '--silent', dry ? 'generate' : 'build'], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
const facts = await readBuilt()
const { site } = facts.county
const found = findingsIn(facts, clock())
const errors = found.filter((one) => forbids(purpose, site.sampleNotice, one))
if (errors.length > 0) refuse(`npm run county:check (docs/sample-county.md):\n${sayFindings(errors)}`)

const names = namesFor(county)
const notices = await readNoticesFile(names.notices)
const api = cloudflareApi({ base: apiBase(), token: token ?? '' })
const account = value(await chooseAccount(api, wanted ?? process.env['CLOUDFLARE_ACCOUNT_ID']))
const keys = value(readKeysFile(names.keys, { account: account.id, worker: names.site }))
const { hostname: host } = new URL(site.url)
const standing = value(await lookUp(api, account, names, host))
const stated = county === undefined ? statedDatabase() : undefined
// Imported here: it reads what the build writes.
const { misfitsWith } = await import('./deploy/fitting.ts')
const misfits = value(await misfitsWith(api, standing, keys))
const plan = value(makePlan(standing, names, keys, { host, notices: notices !== null, stated, misfits }))
say(sayPlan(plan))
if (dry) {
  say('Nothing was changed (--dry-run).')
  process.exit(0)
}
value(await apply({ api, wrangler: runWrangler, say }, plan, standing, names, { keys, notices }))
const redirect = await checkHttpsRedirect(site.url)
say(`${redirect.ok ? 'Deployed. ' : 'Deployed, but: '}${redirect.says}`)
