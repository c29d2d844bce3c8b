import type { Instant } from './time.ts'

/** Lines of a calendar file (RFC 5545). */

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

/** Words as the value of a property (RFC 5545, 3.3.11). */
export const calendarWords = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')

/** An instant in UTC, such as 20261203T013000Z. */
export const calendarTime = (at: Instant): string =>
  `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** The reminder of an event, `before` such as P1D or PT2H. */
export const calendarAlarm = (before: string, words: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${calendarWords(words)}`,
  `TRIGGER:-${before}`,
  'END:VALARM',
]

/**
 * A file with one event.
 * @param source what made it (PRODID)
 * @param lines the properties of the event
 * @returns the text of the .ics file, with CRLF line ends
 */
export const calendarOf = (source: string, lines: readonly string[]): string =>
  `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//liuchixiang//${source}//ZH`,
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('\r\n')}\r\n`
