/** A keyed fingerprint of a phone or a full name that a person of a case gave. */
export interface Fingerprint {
  field: 'phone' | 'name'
  hash: string
}

/**
 * True if two people gave a phone in common and a full name in common. One of the two is not enough: a household shares
 * a telephone, and many share a name. Stricter than the rule for merging, because nobody reads both cases here
 * (docs/how/following.md).
 */
export const isOnePerson = (one: readonly Fingerprint[], other: readonly Fingerprint[]): boolean => {
  const hashes = (prints: readonly Fingerprint[], field: Fingerprint['field']) =>
    prints.filter((print) => print.field === field).map(({ hash }) => hash)
  const agreements = (['phone', 'name'] as const).map((field) => {
    const [ours, theirs] = [hashes(one, field), hashes(other, field)]
    return ours.some((hash) => theirs.includes(hash))
  })
  return agreements.every(Boolean)
}
