import { dayOf } from '#domain/basics/time.ts'
import type { DossierCase } from '#domain/dossier/case.ts'
import { type Piece, piecesOf } from '#domain/dossier/pieces.ts'
import { dossierData } from '#generated/desk.ts'
import type { CaseView } from '../case/case-view.ts'

/** The documents of an opened case. */

const dossierCase = (view: CaseView, now: number): DossierCase => ({ ...view, today: dayOf(now) })

/** All documents of the file of a case, in order. */
export const piecesFor = (view: CaseView, now: number): Piece[] =>
  piecesOf(dossierData, dossierCase(view, now))

/**
 * One document with the sheets that are printed.
 * @param seq only the sheet that is made of this event
 * @returns null if it does not stand, or is on paper only
 */
export const pieceFor = (view: CaseView, now: number, id: string, seq?: number): Piece | null => {
  const piece = piecesFor(view, now).find(({ document }) => document.id === id)
  if (!piece) return null
  const sheets = piece.sheets.filter((sheet) => seq === undefined || sheet.seq === seq)
  return sheets.length > 0 ? { ...piece, sheets } : null
}
