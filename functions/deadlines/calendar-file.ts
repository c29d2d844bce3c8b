import { calendarAlarm, calendarOf, calendarTime, calendarWords } from '#domain/basics/calendar-lines.ts'
import { addDays, type Day, type Instant } from '#domain/basics/time.ts'
import type { LimitEntry } from '#domain/content/limit-data.ts'

const compact = (day: Day): string => day.replaceAll('-', '')

/**
 * An all-day event on the last day of a limit, with reminders a week and a day before (RFC 5545).
 * @param limit the limit, with its texts
 * @param last its last day
 * @param now when the file is made (DTSTAMP)
 * @returns the text of the .ics file
 */
export const calendarFile = (limit: LimitEntry, last: Day, now: Instant): string => {
  const soon = `${limit.name}，快到最后一天了`
  return calendarOf('deadlines', [
    `UID:${limit.id}-${compact(last)}@liuchixiang`,
    `DTSTAMP:${calendarTime(now)}`,
    `DTSTART;VALUE=DATE:${compact(last)}`,
    `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`,
    `SUMMARY:${calendarWords(`最后一天：${limit.name}`)}`,
    `DESCRIPTION:${calendarWords(`${limit.before}${limit.source ? `\n依据：${limit.source.title}` : ''}`)}`,
    ...calendarAlarm('P7D', soon),
    ...calendarAlarm('P1D', soon),
  ])
}
