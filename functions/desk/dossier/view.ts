import { dayOf } from '#domain/basics/time.ts'
import type { DossierCase } from '#domain/dossier/case.ts'
import { blankOf, type Piece, piecesOf } from '#domain/dossier/pieces.ts'
import { blankSheet } from '#domain/routes/desk.ts'
import { dossierData } from '#generated/desk.ts'
import type { CaseView } from '../case/case-view.ts'

/** The documents of an opened case. */

const dossierCase = (view: CaseView, now: number): DossierCase => ({ ...view, today: dayOf(now) })

/** All documents of the file of a case, in order. */
export const piecesFor = (view: CaseView, now: number): Piece[] =>
  piecesOf(dossierData, dossierCase(view, now))

/**
 * One document with the sheets that are printed.
 * @param which only the sheet that is made of the event of this number, or `blankSheet`
 * @returns null if it does not stand, or is on paper only
 */
export const pieceFor = (view: CaseView, now: number, id: string, which?: number | string): Piece | null => {
  const piece = piecesFor(view, now).find(({ document }) => document.id === id)
  if (!piece) return null
  if (which === blankSheet) return blankOf(piece)
  const sheets = piece.sheets.filter(({ seq }) => which === undefined || String(seq) === String(which))
  return sheets.length > 0 ? { ...piece, sheets } : null
}
