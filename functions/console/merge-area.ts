/**
 * npm run areas:merge -- <area id> --reason <为什么>
 * Run after `mergedInto` was added to an area in content/regions.yaml: moves the area's cases to the area it
 * was merged into and adds a row to the history of each. Works on the local database; docs/operating.md
 * describes other databases.
 */
import { parseArgs } from 'node:util'
import { findArea, unitOf } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'
import { moveMergedArea } from '../desk/moves/reassign-cases.ts'
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'

const usage = 'npm run areas:merge -- <area id> --reason <why>'

const run = async (): Promise<string> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { reason: { type: 'string' } },
  })
  const [from = ''] = positionals
  const { reason = '' } = values
  const to = findArea(from)?.mergedInto
  if (!to || reason === '')
    throw new Error(`${usage}\ncontent/regions.yaml must set mergedInto for "${from}".`)
  const desks = new Map<string, string>()
  // The grids of a merged village are merged with it: their cases move to the committee of the village it was
  // merged into.
  const below = county.areas.filter(({ parent }) => parent === from).map(({ id }) => id)
  for (const old of county.units.filter(({ area }) => area === from || below.includes(area))) {
    const next = unitOf(to, old.area === from ? old.kind : 'people-mediation-committee')
    if (!next) throw new Error(`content/regions.yaml: ${to} has no unit of kind ${old.kind} for ${old.id}`)
    desks.set(old.id, next.id)
  }
  const moved = await withLocalPorts(stateFolder(), (ports) =>
    moveMergedArea(ports, { from: [from, ...below], to, desks, reason }),
  )
  return `${from} → ${to}: ${moved} cases moved`
}

try {
  process.stdout.write(`${await run()}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
