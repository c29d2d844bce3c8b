import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clock } from './clock.ts'
import { isSampleCounty } from './readiness/samples.ts'
import { ensureSecrets, erasuresName, readNotices, stateFolder } from './secrets.ts'

/** What the product needs on this machine before it is served: secrets, database, sample data. */

const state = stateFolder()

/** Prints one line on the terminal. */
export const say = (line: string) => process.stdout.write(`${line}\n`)

/** Runs a command without output; if it fails, prints its output and ends this process. */
export const run = (command: string, ...args: string[]): void => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
  })
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}`)
  process.exit(status ?? 1)
}

const samples = ['sample-cases.txt', 'sample-staff.txt'] as const
const keep = (file: string, lines: string[]): void =>
  writeFileSync(join(state, file), `${lines.join('\n')}\n`, { mode: 0o600 })
const missing = (file: string): boolean => !existsSync(join(state, file))

// Sample data is loaded only here: nothing else in the product calls loadSamples or loadSampleStaff.
const loadOnce = async (): Promise<void> => {
  if (!samples.some(missing)) return
  // Imported here because they read what the build has only just written.
  const [{ withLocalPorts }, { loadSamples }, { loadSampleStaff }] = await Promise.all([
    import('./ports.ts'),
    import('./samples.ts'),
    import('./sample-staff.ts'),
  ])
  mkdirSync(state, { recursive: true })
  await withLocalPorts(state, async (ports) => {
    if (missing('sample-staff.txt')) keep('sample-staff.txt', await loadSampleStaff(ports))
    if (!missing('sample-cases.txt')) return
    const loaded = await loadSamples(ports)
    const lines = loaded.map(
      ({ caseNumber, trackingCode }) => `${caseNumber}  ${trackingCode.match(/\d{4}/g)?.join(' ')}`,
    )
    keep('sample-cases.txt', lines)
  })
}

/** A small county's past, so that no view is empty. It stays away with HISTORY=no. */
const historyFile = 'sample-history.txt'
const historyCases = 240

const loadHistory = async (): Promise<void> => {
  if (!missing(historyFile)) return
  const [{ withSeedDatabase }, { seedCases }, { firstCases }, { closePast }, { dayOf }] = await Promise.all([
    import('./ports.ts'),
    import('./seed/seed-cases.ts'),
    import('./seed/first-cases.ts'),
    import('./seed/closed-days.ts'),
    import('#domain/basics/time.ts'),
  ])
  // Until now: on 今天 stands what happened this morning.
  const [end, months] = [clock(), 18]
  const plan = { cases: historyCases, months, until: dayOf(end), end, random: 'start', first: firstCases }
  const { added } = await withSeedDatabase(state, async (database, machine) => {
    const seeded = await seedCases(database, machine, plan)
    await closePast(database, machine)
    return seeded
  })
  keep(historyFile, [`${added} cases of the past ${months} months, until ${plan.until}`])
}

/** Repeats the recorded erasures: a restored backup may contain erased people. */
const forgetAgain = async (): Promise<void> => {
  const list = join(state, erasuresName)
  if (!existsSync(list)) return
  const [{ withLocalPorts }, { replayErasures }, { erasureFile }] = await Promise.all([
    import('./ports.ts'),
    import('../desk/erase-person.ts'),
    import('../erasure-list.ts'),
  ])
  const erasedCount = await withLocalPorts(state, (ports) =>
    replayErasures({ ...ports, erasures: erasureFile(list) }),
  )
  if (erasedCount > 0) say(`Erasures repeated after a restore: ${erasedCount}`)
}

/** Ends this process with the faults if the configuration of notices is wrong. */
const checkNotices = async (): Promise<void> => {
  const { readNoticeConfig, sayFaults } = await import('../notices/config.ts')
  const config = readNoticeConfig(readNotices())
  if (config.ok) return
  process.stderr.write(`.dev.vars: ${sayFaults(config.error)}\n`)
  process.exit(1)
}

/** The sample cases and accounts name places of the sample county: another one starts without them. */
const hasSampleCounty = async (): Promise<boolean> => {
  const { county } = await import('#generated/county.ts')
  if (isSampleCounty(county.areas)) return true
  say(
    'A county of its own: no sample cases, no sample accounts. npm run staff:create makes the first account.',
  )
  return false
}

/** Migrates the embedded database of `npm start`. */
const migrateEmbedded = async (): Promise<void> =>
  run('wrangler', 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state)

/** Creates what is missing and keeps what exists. Requires `functions/generated`. */
export const prepareState = async (migrate = migrateEmbedded): Promise<void> => {
  ensureSecrets()
  await checkNotices()
  await migrate()
  await forgetAgain()
  if (process.env['SAMPLES'] === 'no' || !(await hasSampleCounty())) return
  await loadOnce()
  if (process.env['HISTORY'] !== 'no') await loadHistory()
}

/**
 * Prints the sample cases and accounts.
 * @param address address of the site, without a trailing slash
 */
export const saySamples = (address: string): void => {
  const headings = {
    'sample-cases.txt': 'Sample cases (number, tracking code):',
    'sample-staff.txt': `Sample staff for ${address}/desk/ (username, password, secret of the authenticator):`,
  }
  for (const file of samples)
    if (!missing(file)) {
      say(headings[file])
      say(readFileSync(join(state, file), 'utf8').trimEnd())
    }
}
