/** Recognises database errors. drizzle wraps them, so the causes are read too. */

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message} ${textOf(error.cause)}`
}

/** Returns `table.column` of a violated unique constraint, or null for any other error. */
export const uniqueViolation = (error: unknown): string | null =>
  /UNIQUE constraint failed: (\w+\.\w+)/.exec(textOf(error))?.[1] ?? null

/** Whose time is taken, if the triggers of the calendar refused a row (migrations/0007). */
export const bookedTwice = (error: unknown): 'staffBooked' | 'roomBooked' | null => {
  const [, what] = /E_BOOKED_(STAFF|ROOM)/.exec(textOf(error)) ?? []
  return what === undefined ? null : what === 'STAFF' ? 'staffBooked' : 'roomBooked'
}

/** True if the triggers of the history refused a row: another request appended first. */
export const chainRefused = (error: unknown): boolean => /E_CHAIN|E_APPEND_ONLY/.test(textOf(error))
