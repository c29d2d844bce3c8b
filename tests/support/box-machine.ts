import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { api } from '#domain/routes/site.ts'
import { freePort } from '../../functions/console/free-port.ts'
import { followAt, post } from './box/filing.ts'
import { fileForm, large } from './evidence.ts'
import { rightJson } from './http.ts'
import { atTerminal } from './terminal.ts'

/** A machine of a county as far as its program can see: settings, keys and state in folders of their own. */

/** What starts the program: Node and the bundle. */
export type Program = [node: string, bundle: string]

/** The flags of the package's unit that change what code may do. */
const flags = ['--disable-proto=delete', '--disallow-code-generation-from-strings']

const admin = ['--name', '张三', '--username', 'zhang.san', '--unit', 'shili-centre']

/** @param more environment of the program, as its unit or the command sets it */
export const newMachine = async ([node, bundle]: Program, more: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-box-'))
  const port = await freePort()
  const place = (...names: string[]) => join(folder, ...names)
  const env = {
    PATH: process.env['PATH'],
    LIUCHIXIANG_CONFIG: place('etc/box.json'),
    STATE_DIRECTORY: place('state'),
    ...more,
  }
  mkdirSync(place('state'), { mode: 0o700 })
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(node, [...flags, bundle, ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { status, stdout, stderr }
  }
  /** A command at a terminal, where somebody answers what it asks. */
  const runAtTerminal = (args: string[], typed: Parameters<typeof atTerminal>[1]) =>
    atTerminal([node, ...flags, bundle, ...args], typed, { env })
  const start = (stdio: StdioOptions, ...args: string[]): ChildProcess =>
    spawn(node, [...flags, bundle, ...args], { env, stdio })
  const base = `http://127.0.0.1:${port}`
  const started: ChildProcess[] = []
  let written = ''
  return {
    place,
    run,
    runAtTerminal,
    start,
    base,
    /** first-run; more options replace the administrator. */
    firstRun: (...options: string[]) =>
      run(
        'first-run',
        '--origin',
        base,
        '--listen',
        `127.0.0.1:${port}`,
        ...(options.length > 0 ? options : admin),
      ),
    /** Starts the server. Resolves once it answers. */
    async serve(): Promise<ChildProcess> {
      const server = start(['ignore', 'pipe', 'pipe'], 'serve')
      server.stderr?.setEncoding('utf8').on('data', (text: string) => {
        written += text
      })
      started.push(server)
      await Promise.race([
        once(server.stdout as Readable, 'data'),
        once(server, 'exit').then(() => Promise.reject(new Error('the server ended'))),
      ])
      return server
    },
    /** What its servers have written to their logs. */
    log: () => written,
    stop: () => started.forEach((server) => void server.kill('SIGKILL')),
  }
}

/** Files a case over HTTP. */
export const fileOver = async (base: string) => {
  const answer = await post(base, api.cases, rightJson)
  return (await answer.json()) as { caseNumber: string; trackingCode: string }
}

/** Gives a photograph to a case. */
export const giveFile = async (base: string, trackingCode: string) => {
  const form = fileForm({ trackingCode }, large(200_000))
  const answer = await fetch(base + api.files, { method: 'POST', ...form })
  return (await answer.json()) as { id: string; size: number }
}

/** What the holder of a code sees over HTTP; the case number, or the status of a refusal. */
export const followOver = async (base: string, trackingCode: string) => {
  const answer = await followAt(base, trackingCode)
  return answer.status === 200 ? ((await answer.json()) as { caseNumber: string }).caseNumber : answer.status
}

/** Bytes of a file as its holder gets it. */
export const readFileOver = async (base: string, trackingCode: string, id: string) => {
  const answer = await post(base, api.readFile, { trackingCode, id })
  return Buffer.from(await answer.arrayBuffer())
}
