import { day, hour, minute } from '#domain/basics/bounds.ts'

/** Bounds of the staff's sign-in (docs/adr/0008-staff-sign-in.md). */

/** A session ends after this much inactivity, and after `staffLongest` in any case. */
export const staffIdle = 2 * hour
export const staffLongest = 12 * hour
/** Activity of a session is stored at most this often. */
export const staffTouchAfter = 5 * minute
/** Time allowed between password and code. */
export const challengeLife = 10 * minute

/** How long a one-time link to set a password is valid. */
export const inviteLife = 72 * hour
/**
 * How long another admin may confirm the removal of a second factor. Somebody else must confirm, because one
 * person may control the first account.
 */
export const factorRequestLife = 72 * hour
export const independentAfter = 30 * day
/** How long a link or new paper codes can be shown after they were created. */
export const shownLife = 10 * minute

/**
 * Wrong passwords, per name and address together: in a quarter of an hour, and in a day. An address with many
 * wrong names (an office shares one) leaves everyone there fewer tries, but blocks no one.
 */
export const signInWindow = 15 * minute
export const nameWindow = day
export const failuresPerPair = 10
export const failuresPerPairDay = 30
export const crowdedAddress = 30
export const failuresPerPairCrowded = 3
/**
 * A name is blocked for the rest of a day after this many failures from anywhere; one address alone cannot
 * reach it.
 */
export const failuresPerNameDay = 100
/** Wrong passwords when a signed-in person must enter theirs again. */
export const failuresAgain = 10
/** Wrong codes: five per sign-in; after ten in a row an account is blocked for the window. */
export const codeFailures = 10

/** A code is valid in its own 30 seconds and in those before and after. */
export const codeLife = 90_000
export const paperCodes = 10

export const passwordLength = { least: 12, most: 128 }
export const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,31}$/
export const staffNameLength = 30
export const staffPerPage = 50
