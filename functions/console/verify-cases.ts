/**
 * npm run ledger:verify (cases:verify is its other name)
 * Verifies the local database. Names the row that was touched first, then everything that differs. Changes nothing; exits
 * with 1 if something differs.
 */
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'
import { verifyAll } from './verify-all.ts'

const { lines, mismatches } = await withLocalPorts(stateFolder(), verifyAll)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = mismatches > 0 ? 1 : 0
