/** Numbers of the rules of figures, of which the definitions printed beside them are made. */

/** Days after a refusal in which a filing counts as the same matter coming back. */
export const refiledDays = 180

/** Days after the last day of an item until it is looked at: the other side needs time to say that it has come. */
export const performedAfter = 7

/** The rule of early signs (early-signs.ts). */
export const signBounds = {
  recentDays: 28,
  earlierDays: 84,
  fewest: 5,
  times: 3,
  /** What must come after a sign for it to hold: so many cases, and more than so many times the mean. */
  fewestAfter: 3,
  timesAfter: 1.5,
} as const
