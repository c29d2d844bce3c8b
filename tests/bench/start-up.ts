/**
 * node tests/bench/start-up.ts — what the two Workers weigh and what their start costs: parsing and running the bundled
 * module up to the point where it could answer, in a fresh V8 each round, beside a bare Worker in the same run. Read
 * the ratios; the absolute times are the machine's.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { median } from './median.ts'

const rounds = 21
const folder = mkdtempSync(join(tmpdir(), 'bench-'))

/** Bundles an entry as for publishing. */
const bundle = (name: string, config: string, file: string): string => {
  const out = join(folder, name)
  const built = spawnSync('wrangler', ['deploy', '--dry-run', '--config', config, '--outdir', out], {
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(built.stderr)
  const script = join(folder, `${name}.mjs`)
  writeFileSync(script, readFileSync(join(out, file)))
  return script
}

const bare = join(folder, 'bare.mjs')
writeFileSync(bare, "export default { fetch: () => new Response('ok') }\n")
const site = bundle('site', 'wrangler.toml', 'worker.js')
const desk = bundle('desk', 'wrangler.desk.toml', 'worker-desk.js')
// The site's Worker with the desk included: both modules in one start.
const both = join(folder, 'both.mjs')
writeFileSync(both, `import ${JSON.stringify(site)}\nimport ${JSON.stringify(desk)}\n`)

const child = (script: string) =>
  `const began = performance.now(); await import(${JSON.stringify(script)}); console.log(performance.now() - began)`

const start = (script: string): number => {
  const { stdout, stderr } = spawnSync('node', ['--input-type=module', '-e', child(script)], {
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(stderr)
  return Number(stdout)
}

const kinds = { bare, site, desk, both }
const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, [] as number[]]))
for (let round = 0; round < rounds; round += 1)
  for (const [kind, script] of Object.entries(kinds)) times[kind]?.push(start(script))

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const say = (line: string) => process.stdout.write(`${line}\n`)
const floor = median(times['bare'] ?? [])
const own = median(times['site'] ?? []) - floor
for (const [kind, script] of Object.entries(kinds)) {
  const time = median(times[kind] ?? [])
  const text = readFileSync(script)
  const size = kind === 'both' ? '' : `, ${kilobytes(text.length)}, gzip ${kilobytes(gzipSync(text).length)}`
  say(
    `${kind}: ${time.toFixed(1)} ms, above bare ${(time - floor).toFixed(1)} ms (× ${((time - floor) / own).toFixed(2)} of the site)${size}`,
  )
}
