/**
 * npm run ledger:verify (cases:verify is its other name)
 * Verifies the local database. Names the row that was touched first, then everything that differs. Changes nothing; exits
 * with 1 if something differs.
 */
import { dayOf } from '#domain/basics/time.ts'
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'
import { verifyAll } from './verify-all.ts'

const { cases, mismatches, first } = await withLocalPorts(stateFolder(), verifyAll)
const lines = [
  ...(first
    ? [`first: ${first.number || '-'}  row ${first.seq}  ${first.kind}  ${dayOf(first.at)}  ${first.what}`]
    : []),
  ...mismatches.map(({ caseId, what }) => `${caseId || '-'}  ${what}`),
  `${cases} cases compared, ${mismatches.length} mismatches`,
]
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = mismatches.length > 0 ? 1 : 0
