import type { Instant } from '#domain/basics/time.ts'

/** The key of a line of a list or of the ledger; the next page begins after it. */
export interface PageKey {
  /** What the order compares first: the end of a clock, the last change or the filing. */
  key: Instant
  /** In an order by due day: when the case was filed. Absent: the page begins with the first case of that due day. */
  filedAt?: Instant | undefined
  caseId: string
}

/** A key as an address has it; an empty string for the first page. */
export const pageKeyText = (after: PageKey | undefined): string =>
  after ? [after.key, after.filedAt, after.caseId].filter((part) => part !== undefined).join('-') : ''

/** Reads a key from an address; undefined for the first page, and for a text that is no key. */
export const readPageKey = (text: string): PageKey | undefined => {
  const [, key, filedAt, caseId] = /^(\d{1,16})-(?:(\d{1,16})-)?([0-9a-f]{1,64})$/.exec(text) ?? []
  return key && caseId
    ? { key: Number(key), filedAt: filedAt ? Number(filedAt) : undefined, caseId }
    : undefined
}
