/** One difference that verification found: the case, and the place. */
export interface Mismatch {
  caseId: string
  /** `hash 3`, `prev 2`, `cases.about`, `case_listing`, `case_rating.unit` … */
  what: string
  /** The row of the history that was touched; of a column, the last row of the case. */
  place?: Place
}

/** A row of a history. */
export interface Place {
  number: string
  seq: number
  kind: string
  /** Epoch ms; of a touched row, of the one before it. */
  at: number
}
