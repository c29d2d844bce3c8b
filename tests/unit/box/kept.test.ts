import { describe, expect, it } from 'vitest'
import { backupDays, day, hour } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import {
  backupName,
  backupsAhead,
  everyBackupFor,
  expiryOf,
  instantOf,
  newestBackup,
} from '../../../functions/box/backup/kept.ts'

const now = Date.parse('2026-11-30T12:00:00Z')
/** A backup of every hour of two days and a half before an instant, and of the instant. */
const stretch = (at = now) => Array.from({ length: 61 }, (_, hours) => backupName(at - hours * hour))
/** A backup of every day before the stretch, back to an age in days. */
const everyDay = (days: number) =>
  Array.from({ length: days - 2 }, (_, index) => backupName(now - (index + 3) * day))
const expiredBackups = (names: string[], at = now) => expiryOf(names, at).expired
const ageOf = (name: string) => now - (instantOf(name) ?? Number.NaN)

/** Backups of every hour, of which after each hour those that are no longer kept are deleted. */
const afterHours = (hours: number): string[] => {
  let kept: string[] = []
  for (let left = hours; left >= 0; left -= 1) {
    const at = now - left * hour
    kept.push(backupName(at))
    const expired = new Set(expiredBackups(kept, at))
    kept = kept.filter((name) => !expired.has(name))
  }
  return kept
}

describe('how long backups are kept', () => {
  it('keeps every hour of two days and one of each day of thirty', () => {
    const kept = afterHours(60 * 24)
    expect(kept.filter((name) => ageOf(name) <= everyBackupFor)).toHaveLength(49)
    const older = kept.filter((name) => ageOf(name) > everyBackupFor)
    const days = older.map((name) => dayOf(instantOf(name) ?? 0))
    expect(new Set(days).size).toBe(days.length)
    expect(days.length).toBeGreaterThanOrEqual(backupDays - 3)
    expect(Math.max(...older.map(ageOf))).toBeLessThanOrEqual(backupDays * day)
  })

  it('keeps the newest of a day that is older than two days', () => {
    const names = [12.5, 13, 14].map((hours) => backupName(now - 3 * day - hours * hour))
    const expired = expiredBackups([...stretch(), ...names])
    expect(names.map((name) => expired.includes(name))).toEqual([false, true, true])
  })

  it('deletes what is older than thirty days, though it is the only one of its day', () => {
    const old = backupName(now - backupDays * day - 1000)
    expect(expiredBackups([...stretch(), ...everyDay(backupDays), old])).toContain(old)
  })

  it('keeps the newest of all, however old, because there would be none', () => {
    expect(expiredBackups([backupName(now - 90 * day)], now)).toEqual([])
  })

  it('passes over files that are no backups', () => {
    const names = ['erasures.jsonl', 'files', '20260101T000000Z.backup.files', '20269901T000000Z.backup']
    expect(expiredBackups([...names, backupName(now)], now)).toEqual([])
  })
})

describe('a clock that was set', () => {
  const names = [...stretch(), ...everyDay(backupDays)]

  it.each([3, 10, 40, 4_000])('ahead by %d days deletes nothing, and holds what would be deleted', (days) => {
    const at = now + days * day
    const { expired, held } = expiryOf([...names, backupName(at)], at)
    expect([expired, held.length > 0]).toEqual([[], true])
  })

  it('is believed once backups have followed each other for two days', () => {
    const begin = now + 40 * day
    let kept = [...names]
    for (let hours = 0; hours < 48; hours += 1) {
      kept.push(backupName(begin + hours * hour))
      expect(expiredBackups(kept, begin + hours * hour)).toEqual([])
    }
    kept = [...kept, backupName(begin + 48 * hour)]
    expect(new Set(expiredBackups(kept, begin + 48 * hour))).toEqual(new Set(names))
  })

  it('is not confirmed by two backups far apart', () => {
    const begin = now + 40 * day
    expect(
      expiredBackups(
        [...names, ...[0, 49].map((hours) => backupName(begin + hours * hour))],
        begin + 49 * hour,
      ),
    ).toEqual([])
  })

  it('back leaves names in the future, which are neither deleted nor the newest', () => {
    const future = [3, 400].map((days) => backupName(now + days * day))
    const all = [...names, ...future]
    expect(backupsAhead(all, now)).toEqual(future.toReversed())
    expect(newestBackup(all, now)).toBe(now)
    expect(expiryOf(all, now)).toEqual(expiryOf(names, now))
    expect(newestBackup(future, now)).toBeUndefined()
  })

  it('back by minutes is no fault', () => {
    expect(backupsAhead([backupName(now + hour / 2)], now)).toEqual([])
  })
})
