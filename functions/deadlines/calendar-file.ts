import { addDays, type Day, type Instant } from '#domain/basics/time.ts'
import type { LimitEntry } from '#domain/content/limit-data.ts'

/** Folds a content line after 75 octets (RFC 5545, 3.1), never inside a character. */
const fold = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length
    // Continuation lines begin with one additional space.
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
      octets = 0
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

const text = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
const compact = (day: Day): string => day.replaceAll('-', '')

/**
 * An all-day event on the last day of a limit, with reminders a week and a day before (RFC 5545).
 * @param limit the limit, with its texts
 * @param last its last day
 * @param now when the file is made (DTSTAMP)
 * @returns the text of the .ics file, with CRLF line ends
 */
export const calendarFile = (limit: LimitEntry, last: Day, now: Instant): string => {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const alarm = (before: string) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(`${limit.name}，快到最后一天了`)}`,
    `TRIGGER:-${before}`,
    'END:VALARM',
  ]
  return `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//liuchixiang//deadlines//ZH',
    'BEGIN:VEVENT',
    `UID:${limit.id}-${compact(last)}@liuchixiang`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(last)}`,
    `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`,
    `SUMMARY:${text(`最后一天：${limit.name}`)}`,
    `DESCRIPTION:${text(`${limit.before}${limit.source ? `\n依据：${limit.source.title}` : ''}`)}`,
    ...alarm('P7D'),
    ...alarm('P1D'),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('\r\n')}\r\n`
}
