/** Bounds of an old ledger that is read (docs/adr/0055-import.md). */
export const importBounds = {
  /** Bytes of the file, and of the form around it. */
  bytes: 2 * 1024 * 1024,
  formBytes: 2 * 1024 * 1024 + 16 * 1024,
  /** Bytes of a workbook once everything in it is inflated, and parts it may consist of. */
  inflated: 32 * 1024 * 1024,
  parts: 500,
  rows: 5000,
  columns: 60,
  /** Characters of a cell, and of all cells together. */
  cell: 2000,
  characters: 3_000_000,
  /** In how many rows at the top the head is looked for. */
  headRows: 20,
  /** Rows that one press stores, each with its history: about 600 of the 1,000 statements that a request may make. */
  perPress: 400,
  /** Rows of a kind that the page of the dry run lists. */
  shown: 200,
} as const

/** How long a ledger that was read waits to be stored, in days. */
export const draftDays = 1
