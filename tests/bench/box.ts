/**
 * node tests/bench/box.ts [rounds]: filing and following at a county's own box, beside the bare pair of node:http and
 * node:sqlite, beside such pairs that write the rows of a filing, and beside the local Worker, in one run and in turns;
 * then all once more on a disk whose every fsync takes five milliseconds, and filing on one whose fsync takes one. Writes
 * its tables into docs/performance.md. Needs gcc and `npm run build`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Measured, measure } from './box/load.ts'
import { bare, bareFiling, box, cleanUp, slowDisk, type Variant } from './box/servers.ts'
import { worker } from './box/worker.ts'
import { median } from './median.ts'

const rounds = Number(process.argv[2] ?? 11)
const milliseconds = 1_000

interface Row extends Measured {
  ratio: number
  cpu: number | null
}

/** Medians of the rounds; ratios are taken within a round. The first round is warm-up. */
const compare = async (
  variants: Variant[],
  what: 'follow' | 'file',
  atOnce: number,
): Promise<Map<string, Row>> => {
  const able = variants.flatMap((variant) => (variant[what] ? [{ ...variant, step: variant[what] }] : []))
  const measured = new Map(able.map(({ name }) => [name, [] as Row[]]))
  for (let round = -1; round < rounds; round += 1) {
    let base = 0
    for (const variant of able) {
      const before = variant.cpu()
      const { rate, median: middle, count } = await measure(variant.ask, variant.step, atOnce, milliseconds)
      const after = variant.cpu()
      if (variant.name === 'bare') base = rate
      const cpu = before === null || after === null ? null : (after - before) / count
      if (round >= 0) measured.get(variant.name)?.push({ rate, median: middle, ratio: rate / base, cpu })
    }
  }
  const of = (rows: Row[], key: 'rate' | 'median' | 'ratio') => median(rows.map((row) => row[key]))
  return new Map(
    [...measured].map(([name, rows]) => {
      const cpu = rows.some((row) => row.cpu === null) ? null : median(rows.map((row) => row.cpu ?? 0))
      return [name, { rate: of(rows, 'rate'), median: of(rows, 'median'), ratio: of(rows, 'ratio'), cpu }]
    }),
  )
}

const figure = (value: number | null, digits = 0): string => (value === null ? '–' : value.toFixed(digits))

const table = async (
  variants: Variant[],
  disk: string,
  whats: readonly ('follow' | 'file')[] = ['follow', 'file'],
): Promise<string[]> => {
  const lines: string[] = []
  for (const what of whats)
    for (const atOnce of [1, 16])
      for (const [name, { rate, median: middle, ratio, cpu }] of await compare(variants, what, atOnce)) {
        const line = `| ${[disk, what, atOnce, name, figure(rate), figure(ratio, 2), figure(middle, 2), figure(cpu, 2)].join(' | ')} |`
        process.stdout.write(`${line}\n`)
        lines.push(line)
      }
  return lines
}

const ended = (variants: Variant[]) => {
  for (const { stop } of variants) stop()
}

/** The servers on one disk. */
const servers = async (env: Record<string, string> = {}): Promise<Variant[]> => {
  const ours = await box(env)
  return [await bare(env), await bareFiling(ours, env), await bareFiling(ours, env, true), ours]
}

const quick = [...(await servers()), await worker()]
const before = quick.map(({ memory }) => memory())
const lines = await table(quick, 'this machine')
const after = quick.map(({ memory }) => memory())
/** A figure with its ratio to the one of the bare pair, which is the first. */
const withRatio = (figures: (number | null)[], index: number): string => {
  const [value, base] = [figures[index] ?? null, figures[0] ?? null]
  return value === null || base === null ? '–' : `${figure(value)} (${figure(value / base, 1)})`
}
const colds = quick.map(({ cold }) => cold)
const states = quick.map(
  ({ name }, index) =>
    `| ${name} | ${[colds, before, after].map((figures) => withRatio(figures, index)).join(' | ')} |`,
)
ended(quick)
const quicker = { LD_PRELOAD: slowDisk(1) }
const between = await servers(quicker)
lines.push(...(await table(between, '1 ms an fsync', ['file'])))
ended(between)
const slow = { LD_PRELOAD: slowDisk(5) }
const slowed = [...(await servers(slow)), await worker(slow)]
lines.push(...(await table(slowed, '5 ms an fsync')))
ended(slowed)
cleanUp()

const text = [
  '| disk | what | at once | server | requests/s | of bare | p50 ms | CPU ms a request |',
  '|---|---|---|---|---|---|---|---|',
  ...lines,
  '',
  '| server | cold start ms (of bare) | MB before (of bare) | MB after the load (of bare) |',
  '|---|---|---|---|',
  ...states,
].join('\n')
process.stdout.write(`${text}\n`)

const page = 'docs/performance.md'
const [begin, end] = ['<!-- box.ts writes below -->', '<!-- box.ts writes above -->']
const [head = '', rest = ''] = readFileSync(page, 'utf8').split(begin)
writeFileSync(page, `${head}${begin}\n${text}\n${end}${rest.split(end)[1] ?? ''}`)
process.exit(0)
