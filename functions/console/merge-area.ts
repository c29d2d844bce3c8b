/**
 * npm run areas:merge -- <area id> --reason <为什么>
 * Run after `mergedInto` was added to an area in content/regions.yaml: moves the area's cases to the area it
 * was merged into and adds a row to the history of each. Works on the local database; docs/operating.md
 * describes other databases.
 */
import { parseArgs } from 'node:util'
import { moveMerged } from './move-merged.ts'
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'

const usage = 'npm run areas:merge -- <area id> --reason <why>'

const run = async (): Promise<string> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { reason: { type: 'string' } },
  })
  const [from = ''] = positionals
  try {
    const { to, moved } = await withLocalPorts(stateFolder(), (ports) =>
      moveMerged(ports, from, values.reason ?? ''),
    )
    return `${from} → ${to}: ${moved} cases moved`
  } catch (error) {
    throw new Error(`${usage}\n${error instanceof Error ? error.message : String(error)}`)
  }
}

try {
  process.stdout.write(`${await run()}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
