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

/**
 * Which backups are no longer kept: those older than two days except the newest of each day, and all older than
 * `backupDays`, which holders were told. The newest of all stays: if backups have failed for a month, it is all there is.
 * @param names of files; others than backups are passed over
 */
export const expiredBackups = (names: string[], now: Instant): string[] => {
  const backups = names
    .flatMap((name) => {
      const at = instantOf(name)
      return at === undefined ? [] : [{ name, at }]
    })
    .toSorted((one, other) => other.at - one.at)
  const days = new Set<string>()
  return backups.slice(1).flatMap(({ name, at }) => {
    const age = now - at
    const first = !days.has(dayOf(at))
    if (age > everyBackupFor) days.add(dayOf(at))
    const kept = age <= everyBackupFor || (first && age <= oldest)
    return kept ? [] : [name]
  })
}
