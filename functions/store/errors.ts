/** Faults of the database, named once. drizzle wraps them, so the cause is looked at too. */

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message} ${textOf(error.cause)}`
}

/** `table.column` of a violated unique constraint, or null. */
export const uniqueViolation = (error: unknown): string | null =>
  /UNIQUE constraint failed: (\w+\.\w+)/.exec(textOf(error))?.[1] ?? null

/** Did the history's triggers refuse a row? Then somebody else appended first. */
export const chainRefused = (error: unknown): boolean => /E_CHAIN|E_APPEND_ONLY/.test(textOf(error))
