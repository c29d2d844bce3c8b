import { backupDays, day, hour } from '#domain/basics/bounds.ts'
import { dayOf, type Instant } from '#domain/basics/time.ts'

/** How long backups are kept: rules without any I/O. */

/** For how long every backup is kept, and for how many days the newest of each. */
export const everyBackupFor = 48 * hour
const oldest = backupDays * day

/** The name of a backup by its instant: 20261130T040000Z.backup. */
export const backupName = (at: Instant): string =>
  `${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}.backup`

/** The instant in the name of a backup; undefined if the name is none of ours. */
export const instantOf = (name: string): Instant | undefined => {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/.exec(name) ?? []
  const at = y ? Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

/** Backups that are further apart say that the machine was off, or that its clock was set. */
const longestGap = 2 * day
/** A clock may be set back by this much without a word. */
const ahead = hour

interface Named {
  name: string
  at: Instant
}

const isAhead = ({ at }: Named, now: Instant): boolean => at - now > ahead

const backupsIn = (names: string[]): Named[] =>
  names
    .flatMap((name) => {
      const at = instantOf(name)
      return at === undefined ? [] : [{ name, at }]
    })
    .toSorted((one, other) => other.at - one.at)

/** Names of backups from the future: the clock was, or is, wrong. They are never deleted, and never the newest. */
export const backupsAhead = (names: string[], now: Instant): string[] =>
  backupsIn(names).flatMap((backup) => (isAhead(backup, now) ? [backup.name] : []))

/** The newest backup that is not from the future. */
export const newestBackup = (names: string[], now: Instant): Instant | undefined =>
  backupsIn(names).find((backup) => !isAhead(backup, now))?.at

/**
 * Those older than two days except the newest of each day, and all older than `backupDays`, which holders were told. The
 * newest of all stays: if backups have failed for a month, it is all there is.
 */
const expired = (backups: Named[], now: Instant): string[] => {
  const days = new Set<string>()
  return backups.slice(1).flatMap(({ name, at }) => {
    const age = now - at
    const first = !days.has(dayOf(at))
    if (age > everyBackupFor) days.add(dayOf(at))
    const kept = age <= everyBackupFor || (first && age <= oldest)
    return kept ? [] : [name]
  })
}

/**
 * True if the backups before now confirm the clock: they follow each other without a long gap for two days. A clock that
 * jumped ahead makes a gap, and until the gap is two days old somebody can set it right, with nothing lost.
 */
const confirmed = (backups: Named[], now: Instant): boolean => {
  let begin = now
  for (const { at } of backups) {
    if (begin - at > longestGap) return now - begin >= everyBackupFor
    begin = at
  }
  return true
}

export interface Expiry {
  /** No longer kept: to be deleted. */
  expired: string[]
  /** No longer kept by this clock, which may be wrong: to be kept for now. */
  held: string[]
}

/**
 * Which backups are no longer kept. By age, and only if the clock can be believed.
 * @param names of files; others than backups are passed over
 */
export const expiryOf = (names: string[], now: Instant): Expiry => {
  const backups = backupsIn(names).filter((backup) => !isAhead(backup, now))
  const old = expired(backups, now)
  return confirmed(backups, now) ? { expired: old, held: [] } : { expired: [], held: old }
}
