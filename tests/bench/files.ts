/**
 * node tests/bench/files.ts: what a file of ten megabytes costs. Cleaning and sealing in this process, then uploads to the
 * public Worker in Miniflare, alone and sixteen at once over slow connections, with the growth of the process of workerd.
 * The process also holds the emulator's copies, and nothing keeps it below 128 MB as on Cloudflare: read the growth from
 * one upload to sixteen.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { fileBytes } from '#domain/basics/bounds.ts'
import { type Bytes, joined } from '#domain/evidence/bytes.ts'
import { cleanFile } from '#domain/evidence/clean.ts'
import { api } from '#domain/routes/site.ts'
import { makeKeys, sealingKey } from '#keys'
import { sealStream } from '#store/files/seal.ts'
import { fileForm, large, pdf, tablesOf } from '../support/evidence.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const timed = async (work: () => unknown) => {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return Math.round((user + system) / 100) / 10
}
const bytes = large(fileBytes)
const noise = crypto.getRandomValues(new Uint8Array(65_536))
const pdfOfNoise = (): Bytes => {
  const text = new TextDecoder('latin1').decode(joined(Array.from({ length: 159 }, () => noise)))
  return pdf(`>>\nendobj\n9 0 obj\n<< /Length 1 >>\nstream\n${text}\nendstream\nendobj\n<<`)
}

const inProcess = async () => {
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
  const keys = makeKeys({ masterKey: random(32), codePepper: random(32) }, random)
  const key = await sealingKey(random(32))
  const document = pdfOfNoise()
  say(`JPEG cleaned: ${await timed(() => cleanFile(bytes))} ms CPU`)
  say(`PDF cleaned: ${await timed(() => cleanFile(document))} ms CPU (${document.length} bytes)`)
  const packed = Buffer.from(tablesOf(100_000)).toString('latin1')
  const tables = pdf(
    `>>\nendobj\n9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nx\x9c${packed}\nendstream\nendobj\n<<`,
  )
  say(`PDF of tables refused: ${await timed(() => cleanFile(tables))} ms CPU (${tables.length} bytes)`)
  say(`hashed: ${await timed(() => crypto.subtle.digest('SHA-256', bytes))} ms CPU`)
  const seal = async () => {
    for await (const _ of sealStream(keys, key, [bytes], bytes.length, 'bench'));
  }
  say(`sealed: ${await timed(seal)} ms CPU`)
}

/** Memory and CPU time of the processes of workerd that this one started. */
const workerd = () => {
  const pids = spawnSync('pgrep', ['-P', String(process.pid), 'workerd'], { encoding: 'utf8' }).stdout.split(
    '\n',
  )
  return pids.filter(Boolean).reduce(
    (sum, pid) => {
      const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return {
        megabytes: sum.megabytes + Number(memory) / 1024,
        milliseconds: sum.milliseconds + (Number(fields[11]) + Number(fields[12])) * 10,
      }
    },
    { megabytes: 0, milliseconds: 0 },
  )
}

const inMiniflare = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const built = spawnSync('wrangler', ['deploy', '--dry-run', '--outdir', folder], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: [
        { type: 'ESModule', path: 'worker.js', contents: readFileSync(join(folder, 'worker.js'), 'utf8') },
      ],
      compatibilityDate: '2026-10-01',
      d1Databases: ['DB'],
      r2Buckets: ['FILES'],
      bindings: { MASTER_KEY: secret(1), CODE_PEPPER: secret(2) },
    }),
  )
  const database = await miniflare.getD1Database('DB')
  for (const name of readdirSync('migrations').sort())
    if (name.endsWith('.sql'))
      for (const sql of readFileSync(join('migrations', name), 'utf8').split('--> statement-breakpoint'))
        await database.prepare(sql).run()
  const address = await miniflare.ready
  const filed = async () => {
    const answer = await fetch(new URL(api.cases, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{
          track: 'mediation',
          category: 'neighbour',
          region: 'qingshi-liuwan',
          danger: false,
          consent: true,
        },
        ...{ narrative: '墙裂了。', request: '修。', name: '吴秀兰' },
      }),
    })
    return ((await answer.json()) as { trackingCode: string }).trackingCode
  }
  /** Sends a file over some seconds, as a phone does. */
  const upload = async (trackingCode: string, seconds: number) => {
    const { body, headers } = fileForm({ trackingCode }, bytes)
    return new Promise<number>((done, fail) => {
      const sent = request(new URL(api.files, address), { method: 'POST', headers }, (answer) => {
        answer.resume()
        answer.on('end', () => done(answer.statusCode ?? 0))
      })
      sent.on('error', fail)
      const steps = Math.max(1, seconds * 10)
      const size = Math.ceil(body.length / steps)
      let at = 0
      const next = () => {
        sent.write(body.subarray(at, at + size))
        at += size
        if (at >= body.length) sent.end()
        else setTimeout(next, 100)
      }
      next()
    })
  }
  const measure = async (count: number, seconds: number) => {
    const codes = await Promise.all(Array.from({ length: count }, filed))
    const before = workerd()
    let most = before.megabytes
    const watch = setInterval(() => {
      most = Math.max(most, workerd().megabytes)
    }, 100)
    const statuses = await Promise.all(codes.map((code) => upload(code, seconds)))
    clearInterval(watch)
    const cpu = Math.round((workerd().milliseconds - before.milliseconds) / count)
    const taken = statuses.filter((status) => status === 201).length
    say(
      `${count} at once: ${taken} taken, +${Math.round(most - before.megabytes)} MB, ${cpu} ms CPU each, emulator included`,
    )
  }
  await measure(1, 0)
  await measure(1, 0)
  await measure(4, 6)
  await measure(16, 6)
  await miniflare.dispose()
}

await inProcess()
await inMiniflare()
