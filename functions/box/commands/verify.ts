import { verifyAll } from '../../console/verify-all.ts'
import { checkFiles } from '../backup/check-files.ts'
import { withBoxPorts } from '../box-ports.ts'
import { command, say } from '../command.ts'
import { sayFiles } from '../say-files.ts'
import { sayVerified } from '../say-verified.ts'

/**
 * Compares every column that follows from a history with the histories (docs/operating.md), and every file of evidence
 * with its size and SHA-256. Changes nothing.
 */
export const run = command({ usage: ['verify'] }, () =>
  withBoxPorts(async (ports, { state }) => {
    const verified = await verifyAll(ports)
    const { files, missing, damaged, unknown } = await checkFiles(state)
    say(
      ...sayVerified(verified),
      `证据文件 ${files} 个：缺 ${missing.length} 个，坏 ${damaged.length} 个，还没有备份过的 ${unknown} 个。`,
      ...sayFiles(missing, damaged, state),
    )
    return verified.mismatches.length + missing.length + damaged.length === 0
  }),
)
