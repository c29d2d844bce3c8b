import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#store/sqlite/migrate.ts'
import { openDatabase } from '#store/sqlite/open.ts'
import { programFile } from '../../functions/box/bundle.ts'
import { freePort } from '../../functions/console/free-port.ts'
import { answering, provideServer, type Served, secretBytes, type Without } from './server.ts'

/** Serves the built site with the program of a box, bundled as it is packaged. */

/** Where the program of the tests is: one for all of them, made by the set-up. */
const program = 'tests/.output/box'

const emptyDatabase = (path: string): void => {
  const database = openDatabase(path)
  migrate(database, 'migrations')
  database.close()
}

/** The files of a box in a folder of its own, as a package and its first run leave them. */
export const boxFolder = async (settings: Record<string, unknown> = {}, without?: Without) => {
  const state = mkdtempSync(join(tmpdir(), 'liuchixiang-box-'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const keys = join(state, 'keys')
  mkdirSync(keys)
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
  if (without !== 'secrets') {
    writeFileSync(join(keys, 'master-key'), key(secretBytes.masterKey))
    writeFileSync(join(keys, 'code-pepper'), key(secretBytes.codePepper))
  }
  const path = join(state, 'app.db')
  if (without === 'database') writeFileSync(path, 'This is no database. '.repeat(100))
  else emptyDatabase(path)
  const config = join(state, 'box.json')
  writeFileSync(
    config,
    JSON.stringify({ origin: base, listen: `127.0.0.1:${port}`, state, keys, ...settings }),
  )
  return { state, base, config, database: path }
}

/**
 * Starts the program.
 * @param node arguments of Node, before the program
 * @param within the command that starts it instead, if it is not Node itself
 * @param folder of the program, if it is not the one of the tests
 * @returns the process, and what it has written to its log so far
 */
export const startBox = (
  config: string,
  node: string[] = [],
  environment: Record<string, string> = {},
  within = (command: string, args: string[]): [string, string[]] => [command, args],
  folder = program,
) => {
  const args = [...node, '--import', './tests/support/moved-clock.ts', join(folder, programFile), 'serve']
  const env = { ...process.env, ...environment, LIUCHIXIANG_CONFIG: config }
  const child = spawn(...within(process.execPath, args), { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, log: () => written }
}

/** Starts a box. Its files are deleted when it is stopped. */
export const serveBox = async (
  without?: Without,
  prepare?: (database: string) => Promise<void>,
): Promise<Served> => {
  const { state, base, config, database } = await boxFolder({}, without)
  await prepare?.(database)
  const { child } = startBox(config)
  await answering(base, 'the box')
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(state, { recursive: true, force: true })
  }
  return { base, state, stop }
}

/** Vitest global setup of the http-box project. */
export default async function setup(project: Pick<TestProject, 'provide'>) {
  const { bundleBox } = await import('../../functions/box/bundle.ts')
  await bundleBox(program)
  return provideServer(serveBox, project)
}
