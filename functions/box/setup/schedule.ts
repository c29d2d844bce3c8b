import { minute } from '#domain/basics/bounds.ts'
import { type Instant, rfc3339 } from '#domain/basics/time.ts'
import { away, readLastRun } from '../last-run.ts'

/** Clocks of two processes of one machine differ by less. */
const tolerance = 5 * minute

/** When the schedule last ran, as a finding of `status`; nothing where it never did. */
export const ofSchedule = (state: string, now: Instant): { good: boolean; says: string }[] => {
  const last = readLastRun(state)
  if (last === undefined) return []
  const good = now - last <= away && last - now <= tolerance
  const hint = good
    ? ''
    : `，现在的时钟是 ${rfc3339(now)}；请核对（timedatectl）。时钟没有错、网站在运行的话，一小时内它自己接着做`
  return [{ good, says: `定时任务（关一天的账、发提醒）：上次 ${rfc3339(last)}${hint}` }]
}
