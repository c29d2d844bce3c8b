/**
 * npm run ledger:verify (cases:verify is its other name)
 * Recomputes every hash chain of the local database and compares every cached column and list with the
 * histories, the histories with the newest published root, and sums of ratings and the figures of closed days with the histories. Names the row
 * that was touched first, then everything that differs. Changes nothing; exits with 1 if something differs.
 */
import { dayOf } from '#domain/basics/time.ts'
import type { Mismatch } from '#store/verify.ts'
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'

const pageSize = 200

const found = await withLocalPorts(
  stateFolder(),
  async ({ verify, verifyAnchor, verifyFigures, verifyWhole }) => {
    const mismatches: Mismatch[] = []
    let cases = 0
    for (let after: string | null = ''; after !== null; ) {
      const page = await verify(after, pageSize)
      cases += page.cases
      mismatches.push(...page.mismatches)
      after = page.next
    }
    return {
      cases,
      mismatches: [
        ...mismatches,
        ...(await verifyWhole()),
        ...(await verifyAnchor()),
        ...(await verifyFigures()),
      ],
    }
  },
)
const [first] = found.mismatches
  .flatMap(({ what, place }) => (place ? { what, ...place } : []))
  .toSorted((one, other) => one.at - other.at)
if (first)
  process.stdout.write(
    `first: ${first.number || '-'}  row ${first.seq}  ${first.kind}  ${dayOf(first.at)}  ${first.what}\n`,
  )
for (const { caseId, what } of found.mismatches) process.stdout.write(`${caseId || '-'}  ${what}\n`)
process.stdout.write(`${found.cases} cases compared, ${found.mismatches.length} mismatches\n`)
process.exitCode = found.mismatches.length > 0 ? 1 : 0
