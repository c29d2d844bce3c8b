/**
 * npm run box: runs the program of a county's own box on this machine, with the samples of `npm start`. Its state is a
 * folder of its own, `.wrangler/box` (with `-<county>` for a chosen county) or LIUCHIXIANG_STATE;
 * the commands of a maintainer use it if that variable names it.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isFree } from './free-port.ts'
import { localFolder, readNotices, readSecrets, stateFolder } from './secrets.ts'

process.env['LIUCHIXIANG_STATE'] ??= localFolder('box')
// Imported after the folder is named.
const [{ prepareState, say, saySamples }, { buildIfChanged }, { bundleBox }] = await Promise.all([
  import('./local-state.ts'),
  import('./start.ts'),
  import('../box/bundle.ts'),
])

const port = process.env['PORT'] ?? '8787'
const origin = `http://127.0.0.1:${port}`
// The configuration of a box names whole paths.
const state = resolve(stateFolder())

/** Migrates the database of the box, as the program does by itself. */
const migrateBox = async (): Promise<void> => {
  const [{ openDatabase }, { migrate }, { statePaths }] = await Promise.all([
    import('#store/sqlite/open.ts'),
    import('#store/sqlite/migrate.ts'),
    import('../box/paths.ts'),
  ])
  mkdirSync(state, { recursive: true, mode: 0o700 })
  const database = openDatabase(statePaths(state).database)
  migrate(database, 'migrations')
  database.close()
}

/** Writes configuration and secrets as a box has them. @returns path of the configuration */
const writeConfig = (): string => {
  const keys = join(state, 'keys')
  mkdirSync(keys, { recursive: true, mode: 0o700 })
  const { masterKey, codePepper } = readSecrets()
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const files = {
    'master-key': base64(masterKey),
    'code-pepper': base64(codePepper),
    notices: readNotices() ?? '',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(keys, name), text, { mode: 0o600 })
  const config = join(state, 'box.json')
  writeFileSync(config, JSON.stringify({ origin, listen: `127.0.0.1:${port}`, state, keys }))
  return config
}

/**
 * Prepares the state and runs the program.
 * @param node arguments of Node, before the program
 */
export const start = async (node: string[] = []): Promise<void> => {
  // Asked first: another server there would answer for this one.
  if (!(await isFree(Number(port)))) {
    process.stderr.write(
      `Port ${port} is in use. Stop what runs there, or choose another: PORT=8788 npm run box\n`,
    )
    process.exitCode = 1
    return
  }
  buildIfChanged()
  const program = await bundleBox()
  await prepareState(migrateBox)
  const env = { ...process.env, LIUCHIXIANG_CONFIG: writeConfig() }
  const server = spawn(process.execPath, [...node, program, 'serve'], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
  saySamples(origin)
  say(`Open: ${origin}/`)
}

if (import.meta.main) await start()
