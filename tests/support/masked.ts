/** A hash of a history, in one run or in groups of four. */
export const hashes = /(?:[0-9a-f]{4} ?){16}/g

/** Values of form fields that differ from case to case: tokens, and the mark of case and reader in 8 hexadecimal digits. */
export const ownValues = /value=\\?"(?:[^"]{20,}|[0-9a-f]{8})\\?"/g
