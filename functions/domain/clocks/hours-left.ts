import { minute } from '#domain/basics/bounds.ts'
import { dayOf, daysBetween, type Instant, spokenDay, spokenTime } from '#domain/basics/time.ts'

/** The words of a clock in hours, for staff. */

/** 40 分钟, 3 小时, 2 天: whole hours and days that have passed; of the last hour the minutes, rounded up. */
const spanOf = (length: number): string => {
  if (length < 60 * minute) return `${Math.ceil(length / minute)} 分钟`
  const hours = Math.floor(length / (60 * minute))
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
}

const near: Record<number, string> = { [-1]: '昨天 ', 0: '今天 ', 1: '明天 ' }

/**
 * What is left of a clock in hours.
 * @param dueAt its end
 * @returns whether it has passed, the time left or passed (还剩 3 小时, 过了 40 分钟), and its end (今天 14:00 前)
 */
export const hoursLeft = (dueAt: Instant, now: Instant): { late: boolean; left: string; end: string } => {
  const late = now >= dueAt
  const day = dayOf(dueAt)
  const named = near[daysBetween(dayOf(now), day)] ?? spokenDay(day, dayOf(now).slice(0, 4))
  return {
    late,
    left: late ? `过了 ${spanOf(Math.max(now - dueAt, minute))}` : `还剩 ${spanOf(dueAt - now)}`,
    end: `${named}${spokenTime(dueAt)} 前`,
  }
}
