import { describe, expect, it } from 'vitest'
import { backupDays, day, hour } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import { backupName, everyBackupFor, expiredBackups, instantOf } from '../../../functions/box/backup/kept.ts'

const now = Date.parse('2026-11-30T12:00:00Z')
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
    const names = [1, 5, 9].map((hours) => backupName(now - 5 * day - hours * hour))
    expect(expiredBackups([backupName(now), ...names], now)).toEqual(names.slice(1))
  })

  it('deletes what is older than thirty days, though it is the only one of its day', () => {
    const old = backupName(now - backupDays * day - 1000)
    expect(expiredBackups([old, backupName(now)], now)).toEqual([old])
  })

  it('keeps the newest of all, however old, because there would be none', () => {
    expect(expiredBackups([backupName(now - 90 * day)], now)).toEqual([])
  })

  it('passes over files that are no backups', () => {
    const names = ['erasures.jsonl', 'files', '20260101T000000Z.backup.files', '20269901T000000Z.backup']
    expect(expiredBackups([...names, backupName(now)], now)).toEqual([])
  })
})
