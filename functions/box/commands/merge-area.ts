import { parseArgs } from 'node:util'
import { moveMerged } from '../../console/move-merged.ts'
import { withBoxPorts } from '../box-ports.ts'
import { command, say } from '../command.ts'

/** liuchixiang merge-area <area id> --reason <why>: moves the cases of an area that content/regions.yaml has merged. */
export const run = command(async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { reason: { type: 'string' } },
  })
  say(await withBoxPorts((ports) => moveMerged(ports, positionals[0] ?? '', values.reason ?? '')))
})
