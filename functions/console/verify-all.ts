import { dayOf } from '#domain/basics/time.ts'
import type { Mismatch } from '#store/verify.ts'
import type { MaintenancePorts } from './maintenance-ports.ts'

const pageSize = 200

/**
 * Recomputes every hash chain and compares every cached column and list with the histories, the histories with the
 * newest published root, and sums of ratings and the figures of closed days with the histories. Changes nothing.
 * @returns lines for a terminal, the row that was touched first before the others, and the number of mismatches
 */
export const verifyAll = async ({
  verify,
  verifyAnchor,
  verifyFigures,
  verifyWhole,
}: Pick<MaintenancePorts, 'verify' | 'verifyAnchor' | 'verifyFigures' | 'verifyWhole'>): Promise<{
  lines: string[]
  mismatches: number
}> => {
  const found: Mismatch[] = []
  let cases = 0
  for (let after: string | null = ''; after !== null; ) {
    const page = await verify(after, pageSize)
    cases += page.cases
    found.push(...page.mismatches)
    after = page.next
  }
  found.push(...(await verifyWhole()), ...(await verifyAnchor()), ...(await verifyFigures()))
  const [first] = found
    .flatMap(({ what, place }) => (place ? [{ what, ...place }] : []))
    .toSorted((one, other) => one.at - other.at)
  const lines = [
    ...(first
      ? [`first: ${first.number || '-'}  row ${first.seq}  ${first.kind}  ${dayOf(first.at)}  ${first.what}`]
      : []),
    ...found.map(({ caseId, what }) => `${caseId || '-'}  ${what}`),
    `${cases} cases compared, ${found.length} mismatches`,
  ]
  return { lines, mismatches: found.length }
}
