import type { Mismatch } from '#store/verify.ts'
import type { Place } from '#store/verifying/mismatch.ts'
import type { MaintenancePorts } from './maintenance-ports.ts'

const pageSize = 200

/** What the verification of a whole database found. */
export interface Verified {
  /** How many cases were compared. */
  cases: number
  mismatches: Mismatch[]
  /** The row that was touched first in time; undefined if none has a place in time. */
  first: ({ what: string } & Place) | undefined
}

/**
 * Recomputes every hash chain and compares every cached column and list with the histories, the histories with the
 * newest published root, and sums of ratings and the figures of closed days with the histories. Changes nothing.
 */
export const verifyAll = async ({
  verify,
  verifyAnchor,
  verifyFigures,
  verifyWhole,
}: Pick<
  MaintenancePorts,
  'verify' | 'verifyAnchor' | 'verifyFigures' | 'verifyWhole'
>): Promise<Verified> => {
  const mismatches: Mismatch[] = []
  let cases = 0
  for (let after: string | null = ''; after !== null; ) {
    const page = await verify(after, pageSize)
    cases += page.cases
    mismatches.push(...page.mismatches)
    after = page.next
  }
  mismatches.push(...(await verifyWhole()), ...(await verifyAnchor()), ...(await verifyFigures()))
  const [first] = mismatches
    .flatMap(({ what, place }) => (place ? [{ what, ...place }] : []))
    .toSorted((one, other) => one.at - other.at)
  return { cases, mismatches, first }
}
