/**
 * npm run deploy: builds the product, refuses if `content/` still contains data of the sample county, applies
 * migrations and publishes both Workers. The desk is published first because the site's Worker is bound to
 * it. Then checks that plain http redirects to https. The database id and the secrets are set up once
 * (docs/operating.md).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { checkHttpsRedirect } from './https-redirect.ts'
import { noticesFile } from './notices.ts'
import { samplesIn } from './sample-county.ts'

const run = (command: string, ...args: string[]): void => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const refuse = (reason: string): never => {
  process.stderr.write(`Not deployed. ${reason}\n`)
  process.exit(1)
}

/** The configuration of notices, if there is a file of one; a wrong one is not deployed. */
const readNoticesFile = async (): Promise<string | null> => {
  if (!existsSync(noticesFile)) return null
  const json = readFileSync(noticesFile, 'utf8')
  const { readNoticeConfig, sayFaults } = await import('../notices/config.ts')
  const config = readNoticeConfig(json)
  return config.ok ? json : refuse(`${noticesFile}:\n${sayFaults(config.error)}`)
}

/** Stores a secret of a Worker. */
const put = (name: string, value: string, config: string): void => {
  const args = ['secret', 'put', name, '--config', config]
  const { status } = spawnSync('wrangler', args, { input: value, stdio: ['pipe', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

if (import.meta.main) {
  run('npm', 'run', '--silent', 'build')
  // Imported here because the build has only just written it.
  const { county } = await import('#generated/county.ts')
  const { library } = await import('#generated/library.ts')
  const samples = samplesIn(county, library)
  if (samples.length > 0)
    refuse(`Data of the sample county remains in (docs/sample-county.md):\n${samples.join('\n')}`)
  for (const config of ['wrangler.toml', 'wrangler.desk.toml'])
    if (readFileSync(config, 'utf8').includes('00000000-0000-0000-0000-000000000000'))
      refuse(`${config} still has the placeholder database_id (docs/operating.md).`)
  const notices = await readNoticesFile()
  run('wrangler', 'd1', 'migrations', 'apply', 'DB', '--remote')
  run('wrangler', 'deploy', '--config', 'wrangler.desk.toml')
  if (notices) put('NOTICES', notices, 'wrangler.desk.toml')
  else
    process.stdout.write(
      `${noticesFile}: not there. A secret NOTICES of an earlier deployment stays in force (docs/operating.md, Notices).\n`,
    )
  run('wrangler', 'deploy')
  const { ok, says } = await checkHttpsRedirect(county.site.url)
  process.stdout.write(`${ok ? '' : 'Deployed, but: '}${says}\n`)
}
