/** A keyed fingerprint of a phone or a full name that a person of a case gave. */
export interface Fingerprint {
  field: 'phone' | 'name'
  hash: string
}

/**
 * True if two people gave a phone or a full name in common, and nothing that contradicts it: where both gave phones, or
 * both gave names, one of them is the same. Stricter than the rule for merging, because nobody reads both cases here
 * (docs/how/following.md).
 */
export const isOnePerson = (one: readonly Fingerprint[], other: readonly Fingerprint[]): boolean => {
  const hashes = (prints: readonly Fingerprint[], field: Fingerprint['field']) =>
    prints.filter((print) => print.field === field).map(({ hash }) => hash)
  const agreements = (['phone', 'name'] as const).flatMap((field) => {
    const [ours, theirs] = [hashes(one, field), hashes(other, field)]
    return ours.length > 0 && theirs.length > 0 ? ours.some((hash) => theirs.includes(hash)) : []
  })
  return agreements.length > 0 && agreements.every(Boolean)
}
