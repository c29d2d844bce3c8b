/**
 * LIUCHIXIANG_STATE=folder node tests/bench/exports.ts — time and memory of the copies of a ledger, over HTTP against the
 * program of a box (docs/how/box.md): the CSV of everything that the lead of the sample county's centre sees, and a workbook of
 * at most 5,000 cases. The database is a copy of the local one; fill it first with `npm run seed -- --cases 100000`
 * (docs/how/seed.md). Writes the table into docs/performance.md. Needs Linux: memory is read from /proc.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { mostInWorkbook } from '#domain/ledger/papers.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import { migrate } from '#store/sqlite/migrate.ts'
import { bundleBox } from '../../functions/box/bundle.ts'
import { statePaths } from '../../functions/box/paths.ts'
import { freePort } from '../../functions/console/free-port.ts'
import { databaseFile } from '../../functions/console/ports.ts'
import { readSecrets, stateFolder } from '../../functions/console/secrets.ts'
import { codeAt } from '../../functions/console/totp.ts'
import { cpuOf } from './box/servers.ts'
import { writeTable } from './write-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-exports-'))
const { database: path } = statePaths(folder)
new DatabaseSync(databaseFile(stateFolder())).exec(`VACUUM INTO '${path}'`)
const database = new DatabaseSync(path)
migrate(database, 'migrations')

/** The last days of filing that have at most so many cases in the lists of the county. */
const daysOf = (most: number): { from: string; cases: number } => {
  const days = database
    .prepare(
      "SELECT date(filed_at / 1000 + 28800, 'unixepoch') AS day, count(DISTINCT case_id) AS cases FROM case_listing WHERE scope IN ('unit:shili-centre', 'at:shili', 'below:shili') GROUP BY 1 ORDER BY 1 DESC",
    )
    .all() as { day: string; cases: number }[]
  let cases = 0
  let from = ''
  for (const one of days) {
    if (cases + one.cases > most) break
    cases += one.cases
    from = one.day
  }
  return { from, cases }
}
const some = daysOf(mostInWorkbook)
database.close()

const port = await freePort()
const base = `http://127.0.0.1:${port}`
const keys = join(folder, 'keys')
mkdirSync(keys)
const { masterKey, codePepper } = readSecrets()
for (const [name, bytes] of Object.entries({ 'master-key': masterKey, 'code-pepper': codePepper }))
  writeFileSync(join(keys, name), Buffer.from(bytes).toString('base64'), { mode: 0o600 })
const config = join(folder, 'box.json')
writeFileSync(config, JSON.stringify({ origin: base, listen: `127.0.0.1:${port}`, state: folder, keys }))
const program = await bundleBox(join(folder, 'program'))

const line = readFileSync(join(stateFolder(), 'sample-staff.txt'), 'utf8')
  .split('\n')
  .find((text) => text.startsWith('county '))
const [username = '', password = '', secret = ''] = line?.split(/\s+/) ?? []

/** A browser that keeps its cookies. */
const makeBrowser = () => {
  const jar = new Map<string, string>()
  return async (at: string, fields?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: base }
    const body = fields && new URLSearchParams(fields)
    const answer = await fetch(`${base}${at}`, {
      ...{ headers, redirect: 'manual' },
      ...(body && { method: 'POST', body }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    return answer
  }
}

const megabytes = (pid: number, field: 'VmHWM' | 'VmRSS'): number => {
  const [, kilobytes] =
    new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

/** One download: what it took, and the highest memory of the process while it ran. */
const measured = async (
  { pid, ask }: { pid: number; ask: ReturnType<typeof makeBrowser> },
  name: string,
  at: string,
): Promise<string> => {
  // Resets the highest memory so far.
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const [before, cpu, begun] = [megabytes(pid, 'VmRSS'), cpuOf(pid), performance.now()]
  const answer = await ask(at)
  if (answer.status !== 200) throw new Error(`${at}: status ${answer.status}`)
  let [bytes, lines] = [0, 0]
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    for (const byte of chunk) if (byte === 10) lines += 1
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const cpuSeconds = ((cpuOf(pid) - cpu) / 1000).toFixed(1)
  const rows = at.startsWith(ledgerPaths.csv) ? lines - 1 : some.cases
  const row = `| ${name} | ${rows} | ${(bytes / 1024 / 1024).toFixed(1)} | ${seconds} | ${cpuSeconds} | ${before} | ${megabytes(pid, 'VmHWM')} |`
  process.stdout.write(`${row}\n`)
  return row
}

/** Both copies, twice, by one server. */
const served = async (heap: string, node: string[]): Promise<string[]> => {
  const server = spawn(process.execPath, [...node, program, 'serve'], {
    env: { ...process.env, LIUCHIXIANG_CONFIG: config },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const ready = () =>
      fetch(`${base}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 200))
    const ask = makeBrowser()
    await ask('/desk/sign-in', { username, password })
    await ask(deskPages.code.path, { code: await codeAt(secret, Date.now()) })
    // A page first: what is compiled and cached once is no export's.
    const page = await ask(deskPages.ledger.path)
    if (page.status !== 200) throw new Error(`the account ${username} was not signed in`)
    await page.text()
    const rows: string[] = []
    for (const round of [1, 2]) {
      const name = `${heap}, round ${round}`
      const of = { pid: Number(server.pid), ask }
      rows.push(await measured(of, `CSV, ${name}`, ledgerPaths.csv))
      rows.push(await measured(of, `XLSX, ${name}`, `${ledgerPaths.xlsx}?from=${some.from}`))
    }
    return rows
  } finally {
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
}

try {
  const rows = [
    ...(await served('heap as Node likes', [])),
    // A code of an authenticator is taken once.
    ...(await new Promise((resolve) => setTimeout(resolve, 30_000)).then(() =>
      served('heap of 64 MB', ['--max-old-space-size=64']),
    )),
  ]
  writeTable('exports.ts', [
    '| copy | cases | MB | seconds | CPU seconds | MB of memory before | at most |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
