import { type Day, dayOf } from '#domain/basics/time.ts'
import { filesOf, type ShownFile } from '#domain/history/case-files.ts'
import { type CaseEvent, complainant, type PartyScope, partyOf } from '#domain/history/events.ts'
import { isImported } from '#domain/history/imported.ts'
import { invitedIn } from '#domain/history/other-side.ts'
import type { StoredWords } from '#domain/history/words.ts'
import { unit } from '#domain/places/areas.ts'

/**
 * What one person brought to a case and when, for a court or an arbitration commission (诉讼时效规定 12). It holds what this
 * person filed and gave, and nothing of the other side; no message and no record of a talk, because people concede in
 * them what must not be held against them later.
 */
export interface Certificate {
  number: string
  /** They asked for mediation, which interrupts a limitation. */
  claims: boolean
  /** They filed the case; otherwise somebody invited them. */
  filed: boolean
  /** The day of the filing, or of the invitation, and the unit that had the case then. */
  on: Day
  unit: string
  /** Hash of that event, so that the desk can hold it against the history. */
  hash: string
  name: string
  /** Their own words; absent: they filed nothing, or it cannot be read any more. */
  request?: string | undefined
  narrative?: string | undefined
  files: ShownFile[]
}

/** The parts of a certificate that are sealed. */
export interface CertificateWords {
  filed: StoredWords['filed'] | undefined
  name: string | undefined
  caption: (file: ShownFile['file']) => string
}

/**
 * The certificate of a person.
 * @param events as whoever prints it knows them
 * @returns null for a person whom nobody has invited
 */
export const certificateOf = (
  number: string,
  events: readonly CaseEvent[],
  person: PartyScope,
  { filed: words, name, caption }: CertificateWords,
): Certificate | null => {
  // Of an old ledger only its import is known for sure: a certificate of that day would be false.
  if (isImported(events)) return null
  const filed = person === complainant
  const event = filed ? events[0] : invitedIn(events, partyOf(person))
  if (!event) return null
  return {
    number,
    filed,
    claims: filed && event.data.track === 'mediation',
    on: dayOf(event.at),
    unit: unit(event.unit).name,
    hash: event.hash,
    name: name ?? '',
    ...(filed && { request: words?.request, narrative: words?.narrative }),
    files: filesOf(events, person).flatMap((file) => (file.erased ? [] : { file, caption: caption(file) })),
  }
}
