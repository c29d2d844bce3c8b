import type { DocumentData, DossierData, DossierFile } from '#domain/content/dossier.ts'
import { type FactName, type Facts, factReaders } from '#domain/content/dossier-facts.ts'
import { unit } from '#domain/places/areas.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { DossierCase } from './case.ts'
import { caseFacts } from './case-facts.ts'
import { documentNumber } from './number.ts'
import type { Occasion } from './occasion.ts'
import { occasionsOf } from './occasions.ts'

/** The documents of a case: what stands, what is missing, and what each prints. */

/** `stands`: it is printed from the case; `form`: it is printed to be written on; `paper`: it is on paper only. */
type State = 'stands' | 'missing' | 'form' | 'paper'

/** One printed document. */
export interface Sheet {
  /** The occasion it is made of. */
  seq: number
  number: string | undefined
  title: string
  facts: Facts
  /** True for one that is written on by hand: it holds nothing that was recorded. */
  blank: boolean
}

/** A document of the file, with its sheets; none if it is missing or on paper only. */
export interface Piece {
  document: DocumentData
  state: State
  sheets: Sheet[]
  /** The same document to be written on by hand, whether it stands or not; null for one that only the case makes. */
  blank: Sheet | null
}

/** The file for the cases of a track; the build ensures that there is one. */
export const fileOf = ({ files }: DossierData, track: Track): DossierFile => {
  const file = files.find(({ tracks }) => tracks.includes(track))
  if (!file) throw new Error(`content/dossier.yaml has no file for ${track}`)
  return file
}

/** The facts that the reader of a document may learn. */
const openFacts = (facts: Facts, reader: DocumentData['for']): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([name]) =>
      (factReaders[name as FactName] as readonly string[]).includes(reader),
    ),
  )

const stateOf = ({ made }: DocumentData, found: readonly Occasion[]): State => {
  if (made === 'paper') return 'paper'
  if (made === 'always') return 'stands'
  if (found.length > 0) return 'stands'
  return made === 'form' ? 'form' : 'missing'
}

const unitFacts = (id: string): Facts => {
  const { name, phone, hours, address } = unit(id)
  return { unit: name, unitPhone: phone, unitHours: hours, unitAddress: address }
}

/** True if a sheet of it can be written on by hand. */
const isWrittenOn = ({ made, blank }: DocumentData): boolean => made === 'form' || blank !== undefined

/** What has a number of its own and is for the complainant: it can be delivered. */
const isDelivered = ({ document: { for: reader, word }, state }: Piece): boolean =>
  state === 'stands' && word !== undefined && reader === 'applicant'

/**
 * The documents of the file of a case, in the order of content/dossier.yaml.
 * @param data as the build checked it
 */
export const piecesOf = (data: DossierData, view: DossierCase): Piece[] => {
  const facts = caseFacts(view)
  const pieces = fileOf(data, view.track).documents.flatMap((id): Piece[] => {
    const document = data.documents.find((one) => one.id === id)
    if (!document) return []
    const found = occasionsOf(id, view)
    const sheetOf = (one: Occasion, place: number, blank = false): Sheet => {
      const number =
        document.word &&
        documentNumber(data, { unit: one.unit, word: document.word, caseNumber: view.number, nth: place + 1 })
      const title = one.title ?? document.title
      return { seq: one.seq, number, title, facts: { ...facts, ...unitFacts(one.unit), ...one.facts }, blank }
    }
    const state = stateOf(document, found)
    // A form for the complainant that nothing filled yet has their name.
    const recipient = document.for === 'applicant' ? facts.applicant : undefined
    const whole: Occasion = { seq: 0, unit: view.unit, facts: { recipient } }
    const blank = isWrittenOn(document) ? sheetOf(whole, found.length, true) : null
    const made = state === 'missing' || state === 'paper' ? [] : found.length > 0 ? found : [whole]
    const sheets = state === 'form' && blank ? [blank] : made.map((one, place) => sheetOf(one, place))
    return [{ document, state, sheets, blank }]
  })
  const missing = pieces.filter(({ state }) => state === 'missing').map(({ document }) => document.title)
  const items = pieces
    .filter(isDelivered)
    .flatMap(({ document, sheets }) => sheets.map(({ number }) => `□ ${document.title}（${number}）`))
  const ofFile: Facts = {
    retention: data.retention[view.status] ?? data.retention.else,
    pieces: String(pieces.length),
    missing: missing.join('、') || '没有',
    items: items.join('\n') || undefined,
  }
  return pieces.map((piece) => {
    const readable = (sheet: Sheet): Sheet => ({
      ...sheet,
      facts: openFacts({ ...ofFile, ...sheet.facts }, piece.document.for),
    })
    return { ...piece, sheets: piece.sheets.map(readable), blank: piece.blank && readable(piece.blank) }
  })
}

/** A document to be written on by hand: with what it has instead of the words of the case. */
export const blankOf = (piece: Piece): Piece | null =>
  piece.blank && { ...piece, document: { ...piece.document, ...piece.document.blank }, sheets: [piece.blank] }
