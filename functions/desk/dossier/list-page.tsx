import type { DossierFile } from '#domain/content/dossier.ts'
import type { Piece, Sheet } from '#domain/dossier/pieces.ts'
import { blankSheet, casePath, documentPath, wholeDossierPath } from '#domain/routes/desk.ts'
import { dossierData } from '#generated/desk.ts'
import { blankWords, stateWords } from './state-words.ts'

interface Props {
  number: string
  title: string
  file: DossierFile
  pieces: readonly Piece[]
}

/** Whom it is for, or of which day it is. */
const labelOf = ({ facts: { recipient, day } }: Sheet): string =>
  (recipient ?? day) ? `（${recipient ?? day}）` : ''

/** The link to a document; one for each sheet, if there are several. */
const Links = ({ number, piece: { document, sheets } }: { number: string; piece: Piece }) =>
  sheets.length > 1 ? (
    <>
      <b>{document.title}</b>
      {sheets.map((sheet, place) => (
        <>
          {' '}
          <a class="no-break" href={documentPath(number, document.id, sheet.seq)}>
            第 {place + 1} 份{labelOf(sheet)}
          </a>
        </>
      ))}
    </>
  ) : sheets.length === 1 ? (
    <a href={documentPath(number, document.id)}>{document.title}</a>
  ) : (
    <b>{document.title}</b>
  )

/** 卷宗和文书: what the file of a case has, in order, and what is missing. */
export const DossierPage = ({ number, title, file, pieces }: Props) => (
  <div class="page-width text">
    <header class="page-head">
      <p class="soft small crumb">
        <a href={casePath(number)}>{title}</a> · <span class="no-break">{number}</span>
      </p>
      <h1>{file.title}</h1>
      <p>按订卷的顺序。点开一件，就能打印；签了字、盖了章的那一份订进卷里。</p>
    </header>
    {dossierData.sample ? <p class="note">{dossierData.notice}</p> : null}
    <p class="actions">
      <a class="button" href={wholeDossierPath(number)}>
        整卷打印
      </a>
    </p>
    <ol class="lines">
      {pieces.map((piece, place) => (
        <li>
          {place + 1}．<Links number={number} piece={piece} />：{stateWords[piece.state]}
          <p class="small">
            {piece.document.note}
            {piece.blank && piece.state !== 'form' ? (
              <>
                {' '}
                <a class="no-break" href={documentPath(number, piece.document.id, blankSheet)}>
                  {blankWords}
                </a>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  </div>
)
