import { notedIn } from '#domain/following/noted-hash.ts'
import { filingHash } from '#domain/history/case-history.ts'
import type { Ports } from '#ports'
import type { CheckedCase } from '#store/ports/anchors.ts'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'

/** What who filed a case can hold against its history. */
export interface OwnProof extends CheckedCase {
  caseNumber: string
  /** The hash on the slip, and the newest one. */
  filedHash: string
  lastHash: string
  /** What a hash is that was written down earlier; absent without one. */
  noted?: ReturnType<typeof notedIn>
}

/**
 * The proof of a case, for who filed it.
 * @param hash one that was written down earlier, as it was typed; empty: none
 * @returns null for anybody else: they know only what is for them, and the head of the case, or that it changed, would tell
 * them of the rest (docs/adr/0042-the-other-party.md)
 */
export const readProof = async (
  { store }: Pick<Ports<Pick<FollowingStore, 'checkCase'>>, 'store'>,
  followed: FollowedCase,
  hash: string,
): Promise<OwnProof | null> => {
  const { record, events, holder, whole } = followed
  if (holder.side !== 'complainant') return null
  const checked = await store.checkCase(whole)
  return {
    caseNumber: record.number,
    filedHash: filingHash(events),
    lastHash: record.headHash,
    ...checked,
    ...(hash && { noted: notedIn(events, hash) }),
  }
}
