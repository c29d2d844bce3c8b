import { verifyAll } from '../../console/verify-all.ts'
import { withBoxPorts } from '../box-ports.ts'
import { command, say } from '../command.ts'

/** Compares every column that follows from a history with the histories (docs/operating.md). Changes nothing. */
export const run = command(() =>
  withBoxPorts(async (ports) => {
    const { lines, mismatches } = await verifyAll(ports)
    say(...lines)
    return mismatches === 0
  }),
)
