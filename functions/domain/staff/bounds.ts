import { day, hour, minute } from '#domain/basics/bounds.ts'

/** Numbers of the staff's sign-in (docs/adr/0008-staff-sign-in.md). */

/** A session ends after this much silence, and after `staffLongest` whatever happens. */
export const staffIdle = 2 * hour
export const staffLongest = 12 * hour
/** Being seen is written down at most this often. */
export const staffTouchAfter = 5 * minute
/** Between password and code. */
export const challengeLife = 10 * minute

/** A link that lets one person set a password once. */
export const inviteLife = 72 * hour
/** Another admin may agree to the removal of a second factor this long; not one behind whose account the same person may stand. */
export const factorRequestLife = 72 * hour
export const independentAfter = 30 * day
/** A link or new paper codes are shown this long after they were made. */
export const shownLife = 10 * minute

/**
 * Wrong passwords, by name and address together: in a quarter of an hour, and in a day. An address with many wrong
 * names (one office shares one) leaves everybody there fewer tries, and shuts nobody out.
 */
export const signInWindow = 15 * minute
export const nameWindow = day
export const failuresPerPair = 10
export const failuresPerPairDay = 30
export const crowdedAddress = 30
export const failuresPerPairCrowded = 3
/** A name is closed for the rest of a day after this many, from wherever; one address alone cannot reach it. */
export const failuresPerNameDay = 100
/** The password asked for once more, by somebody who is in. */
export const failuresAgain = 10
/** Wrong codes: five a sign-in, ten in a row an account, which then rests for the window. */
export const codeFailures = 10

/** A code is good in its own 30 seconds and in the ones before and after. */
export const codeLife = 90_000
export const paperCodes = 10

export const passwordLength = { least: 12, most: 128 }
export const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,31}$/
export const staffNameLength = 30
export const staffPerPage = 50
