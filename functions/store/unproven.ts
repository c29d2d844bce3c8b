/**
 * SQL for `isProven` (domain/history/spot.ts), for sums that only see columns: an event is the result of a record on the
 * spot that does not count as a settled case.
 * @param caseId SQL for the id of a case
 * @param seq SQL for the number of an event that ended it
 * @param before SQL for an instant: what happened then and later does not count, so that the sum of a past span stays
 */
export const unprovenSql = (caseId: string, seq: string, before: string): string => {
  const later = (kind: string) =>
    `FROM case_event o WHERE o.case_id = s.case_id AND o.kind = '${kind}' AND o.seq > s.seq AND o.at < ${before}`
  const there =
    "(SELECT count(*) FROM case_event p WHERE p.case_id = s.case_id AND p.kind = 'party' AND p.seq < s.seq)"
  const reached = `(SELECT count(DISTINCT o.data ->> 'party') ${later('code-replaced')} AND o.data ->> 'party' IN (SELECT p.data ->> 'party' FROM case_event p WHERE p.case_id = s.case_id AND p.kind = 'party' AND p.seq < s.seq))`
  const proven = [
    "s.data ->> 'signedBoth' IS NOT NULL",
    `EXISTS (SELECT 1 ${later('spot-checked')})`,
    `s.data ->> 'form' = 'oral' AND ${reached} = ${there}`,
  ].join(' OR ')
  return `EXISTS (SELECT 1 FROM case_event s WHERE s.case_id = ${caseId} AND s.seq = ${seq} AND s.kind = 'settled' AND s.data ->> 'spot' IS NOT NULL AND (EXISTS (SELECT 1 ${later('spot-disputed')}) OR NOT (${proven})))`
}
