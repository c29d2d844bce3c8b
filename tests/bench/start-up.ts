/**
 * node tests/bench/start-up.ts — what the Worker weighs and what its start costs: parsing and running the bundled
 * module up to the point where it could answer, in a fresh V8 each round, beside a bare Worker in the same run. Read
 * the difference; the absolute times are the machine's.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const rounds = 21
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const built = spawnSync('wrangler', ['deploy', '--dry-run', '--outdir', folder], { encoding: 'utf8' })
if (built.status !== 0) throw new Error(built.stderr)
const ours = join(folder, 'worker.mjs')
const bare = join(folder, 'bare.mjs')
writeFileSync(ours, readFileSync(join(folder, 'worker.js')))
writeFileSync(bare, "export default { fetch: () => new Response('ok') }\n")

const child = (script: string) =>
  `const began = performance.now(); await import(${JSON.stringify(script)}); console.log(performance.now() - began)`

const start = (script: string): number => {
  const { stdout } = spawnSync('node', ['--input-type=module', '-e', child(script)], { encoding: 'utf8' })
  return Number(stdout)
}

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
for (let round = 0; round < rounds; round += 1) {
  times.bare.push(start(bare))
  times.ours.push(start(ours))
}
const [us, them] = [median(times.ours), median(times.bare)]
const bundle = readFileSync(ours)
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const say = (line: string) => process.stdout.write(`${line}\n`)
say(`bundle: ${kilobytes(bundle.length)}, gzip ${kilobytes(gzipSync(bundle).length)}`)
say(
  `start, median of ${rounds}: ours ${us.toFixed(1)} ms, bare ${them.toFixed(1)} ms, difference ${(us - them).toFixed(1)} ms`,
)
