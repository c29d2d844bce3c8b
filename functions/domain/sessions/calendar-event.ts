import { calendarAlarm, calendarOf, calendarTime, calendarWords } from '#domain/basics/calendar-lines.ts'
import type { Instant } from '#domain/basics/time.ts'
import { endsAt } from './sessions.ts'

/**
 * A meeting as the file for a calendar. A telephone shows its title to whoever looks at it, so it names nobody.
 * @param uid same for the same meeting, also after a change
 * @param now when the file is made (DTSTAMP)
 */
export const meetingFile = (
  meeting: { start: Instant; length: number },
  { uid, title, place }: { uid: string; title: string; place?: string },
  now: Instant,
): string =>
  calendarOf('meetings', [
    `UID:${uid}@liuchixiang`,
    `DTSTAMP:${calendarTime(now)}`,
    `DTSTART:${calendarTime(meeting.start)}`,
    `DTEND:${calendarTime(endsAt(meeting))}`,
    `SUMMARY:${calendarWords(title)}`,
    ...(place ? [`LOCATION:${calendarWords(place)}`] : []),
    ...calendarAlarm('P1D', title),
    ...calendarAlarm('PT2H', title),
  ])
