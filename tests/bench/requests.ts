/**
 * node tests/bench/requests.ts [folder of another checkout …] — the speed of following and filing beside a bare Worker
 * that makes one SELECT or one INSERT, over the same local D1, in one run. All variants run in Miniflare (`wrangler
 * dev` is far slower than what it serves), take turns round by round, and are compared within a round; read the
 * ratios. Writes the table into docs/performance.md; another checkout is listed under the name of its folder.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { median } from './median.ts'

const rounds = 15
const perRound = 96
const cases = 200
const concurrencies = [1, 16]
const folder = mkdtempSync(join(tmpdir(), 'bench-'))

const filing = {
  ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', danger: false, consent: true },
  narrative: '今年春天隔壁翻了屋顶，一下雨水就落到我家院子里，墙脚都潮了。我去说过两次，他不认。'.repeat(3),
  ...{ request: '请他家装水槽，墙脚的潮湿他来修。', name: '吴秀兰', phone: '13800000000' },
}

/** The Worker of a checkout, bundled as for publishing. */
const bundle = (checkout: string, name: string): string => {
  const out = join(folder, name)
  const args = ['deploy', '--dry-run', '--config', 'wrangler.toml', '--outdir', out]
  const built = spawnSync('wrangler', args, { encoding: 'utf8', cwd: checkout })
  if (built.status !== 0) throw new Error(built.stderr)
  return readFileSync(join(out, 'worker.js'), 'utf8')
}

const bare = `export default { async fetch(request, { DB }) {
  const { key } = await request.json()
  if (request.url.endsWith('/read')) return Response.json(await DB.prepare('SELECT value FROM bare WHERE key = ?1').bind(key).first())
  const insert = () => DB.prepare('INSERT INTO bare VALUES (?1, ?2)').bind(crypto.randomUUID(), key)
  if (request.url.endsWith('/seven')) await DB.batch(Array.from({ length: 7 }, insert))
  else await insert().run()
  return Response.json({}, { status: 201 })
} }`

const start = async (script: string, statements: string[]) => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: [{ type: 'ESModule', path: 'worker.js', contents: script }],
      compatibilityDate: '2026-10-01',
      d1Databases: ['DB'],
      d1Persist: mkdtempSync(join(folder, 'd1-')),
      bindings: { MASTER_KEY: key(1), CODE_PEPPER: key(2) },
    }),
  )
  const database = await miniflare.getD1Database('DB')
  for (const sql of statements) await database.prepare(sql).run()
  const address = await miniflare.ready
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string }>((done, fail) => {
      const options = { agent, method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
      const sent = request(new URL(path, address), options, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => done({ status: answer.statusCode ?? 0, text }))
      })
      sent.on('error', fail)
      sent.end(JSON.stringify(body))
    })
  const stop = async () => {
    agent.destroy()
    await miniflare.dispose()
  }
  return { post, stop }
}

type Post = Awaited<ReturnType<typeof start>>['post']

/** One kind of request of one variant; throws if the answer is not the expected one. */
type Step = () => Promise<void>

interface Variant {
  name: string
  follow: Step
  file: Step
  stop: () => Promise<void> | void
}

const step =
  (post: Post, status: number, make: () => Parameters<Post>): Step =>
  async () => {
    const answer = await post(...make())
    if (answer.status !== status) throw new Error(`${answer.status}: ${answer.text.slice(0, 200)}`)
  }

/** @param write `/write` one row, `/seven` as many statements as a filing has: what the batch alone costs here */
const bareVariant = async (name: string, write: string): Promise<Variant> => {
  const { post, stop } = await start(bare, [
    'CREATE TABLE bare (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID',
  ])
  for (let i = 0; i < cases; i += 1) await post('/write', { key: `k${i}` })
  return {
    name,
    follow: step(post, 200, () => ['/read', { key: 'k1' }]),
    file: step(post, 201, () => [write, { key: filing.narrative }]),
    stop,
  }
}

const siteVariant = async (checkout: string, name: string): Promise<Variant> => {
  const files = readdirSync(join(checkout, 'migrations')).filter((file) => file.endsWith('.sql'))
  const statements = files
    .sort()
    .flatMap((file) =>
      readFileSync(join(checkout, 'migrations', file), 'utf8').split('--> statement-breakpoint'),
    )
  const { post, stop } = await start(bundle(checkout, name), statements)
  const headers = () => ({ 'idempotency-key': crypto.randomUUID() })
  const codes: string[] = []
  for (let i = 0; i < cases; i += 1) {
    const { text } = await post('/api/v1/cases', filing, headers())
    codes.push((JSON.parse(text) as { trackingCode: string }).trackingCode)
  }
  const code = () => codes[Math.floor(Math.random() * codes.length)]
  // The very first follow of a code also writes; the second is the usual case.
  for (const trackingCode of codes) await post('/api/v1/cases/track', { trackingCode })
  return {
    name,
    follow: step(post, 200, () => ['/api/v1/cases/track', { trackingCode: code() }]),
    file: step(post, 201, () => ['/api/v1/cases', filing, headers()]),
    stop,
  }
}

/** Requests a second. */
const rate = async (work: Step, concurrency: number): Promise<number> => {
  let left = perRound
  const began = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left > 0) {
        left -= 1
        await work()
      }
    }),
  )
  return (perRound / (performance.now() - began)) * 1000
}

const others = process.argv.slice(2).map((path) => resolve(path))
const variants = [
  await bareVariant('bare', '/write'),
  await bareVariant('bare, 7 inserts', '/seven'),
  await siteVariant('.', 'now'),
  ...(await Promise.all(others.map((path) => siteVariant(path, basename(path))))),
]

const rows: string[] = []
for (const what of ['follow', 'file'] as const)
  for (const concurrency of concurrencies) {
    const rates = new Map(variants.map(({ name }) => [name, [] as number[]]))
    for (let round = -2; round < rounds; round += 1)
      for (const variant of variants) {
        const measured = await rate(variant[what], concurrency)
        // The first two rounds are warm-up.
        if (round >= 0) rates.get(variant.name)?.push(measured)
      }
    const base = rates.get('bare') ?? []
    for (const [name, measured] of rates) {
      const ratios = measured.map((value, round) => value / (base[round] ?? 1))
      const bounds = [Math.min(...ratios), median(ratios), Math.max(...ratios)].map((ratio) =>
        ratio.toFixed(2),
      )
      rows.push(
        `| ${what} | ${concurrency} | ${name} | ${median(measured).toFixed(0)} | ${bounds[1]} | ${bounds[0]}–${bounds[2]} |`,
      )
    }
  }
for (const { stop } of variants) await stop()

const table = [
  '| what | at once | Worker | requests/s | of bare (median of rounds) | lowest–highest |',
  '|---|---|---|---|---|---|',
  ...rows,
].join('\n')
process.stdout.write(`${table}\n`)

const page = 'docs/performance.md'
const [begin, end] = ['<!-- requests.ts writes below -->', '<!-- requests.ts writes above -->']
const [before = '', rest = ''] = readFileSync(page, 'utf8').split(begin)
writeFileSync(page, `${before}${begin}\n${table}\n${end}${rest.split(end)[1] ?? ''}`)
