import { filesPerSide } from '#domain/basics/bounds.ts'
import { type Instant, rfc3339 } from '#domain/basics/time.ts'
import { type Audience, type FileKind, fileKinds } from '#domain/evidence/kinds.ts'
import { unit } from '#domain/places/areas.ts'
import {
  type Actor,
  type CaseEvent,
  complainant,
  erases,
  isPerson,
  partyScope,
  type Scope,
} from './events.ts'

/** The files of a case, as its history names them. */

export interface CaseFile {
  /** Number of the event that added it: its caption is in the words of this event. */
  seq: number
  id: string
  kind: FileKind
  /** Bytes as they are kept. */
  size: number
  audience: Audience
  at: Instant
  actor: Actor
  /** The kind of its event: a person of the case gave it, or staff put it there. */
  event: 'file-added' | 'file-recorded'
  /** The unit whose desk the case was on. */
  unit: string
  /** The key scope of its bytes: the person who gave it, or the record for what staff made themselves. */
  scope: Scope
  /** The person who gave it was erased, and the bytes with them. */
  erased: boolean
}

/** An id of a file: 128 bits in hexadecimal. */
export const isFileId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)

/** The kind of event by which somebody adds a file. */
export const kindBy = (actor: Actor): CaseFile['event'] => (isPerson(actor) ? 'file-added' : 'file-recorded')

/** What a file is called: its caption, or what it is. */
export const fileName = ({ kind }: Pick<CaseFile, 'kind'>, caption: string): string =>
  caption || fileKinds[kind].name

/** All files of a history, oldest first. */
const filesIn = (events: readonly CaseEvent[]): CaseFile[] =>
  events.flatMap(({ seq, at, actor, unit, data: { file, party } }) => {
    if (!file) return []
    const event = kindBy(actor)
    const scope = isPerson(actor) ? actor : party === undefined ? 'record' : partyScope(party)
    const erased = events.some((later) => erases(later, scope))
    return [{ ...file, seq, at, actor, event, unit, scope, erased }]
  })

/** The files of one person, whoever added them. */
export const filesOf = (events: readonly CaseEvent[], scope: Scope): CaseFile[] =>
  filesIn(events).filter((file) => file.scope === scope)

/** The event that last named the fact a file shows; undefined without one. */
export const factOf = (events: readonly CaseEvent[], id: string): CaseEvent | undefined =>
  events.findLast(({ kind, data }) => kind === 'file-fact' && data.fileId === id)

/** The files of the side of the complainant that staff put on its list: those it gave, and those staff made. */
export const evidenceOf = (events: readonly CaseEvent[]): CaseFile[] =>
  filesIn(events).filter(({ scope, erased }) => !erased && (scope === complainant || scope === 'record'))

/** True if a person has given fewer files than anybody may; staff count theirs in the record. */
export const mayAdd = (events: readonly CaseEvent[], scope: Scope): boolean =>
  filesOf(events, scope).filter(({ erased }) => !erased).length < filesPerSide

/** A file with what its giver called it. */
export interface ShownFile {
  file: CaseFile
  caption: string
}

/** A file as the API names it to the person who gave it. */
export const fileJson = ({ file, caption }: ShownFile) => ({
  id: file.id,
  kind: file.kind,
  size: file.size,
  from: file.event === 'file-added' ? '您' : unit(file.unit).name,
  audience: file.audience,
  at: rfc3339(file.at),
  caption,
})

/** The size of a file in words: whole kilobytes, or megabytes with one digit. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
