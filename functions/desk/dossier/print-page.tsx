import type { Piece } from '#domain/dossier/pieces.ts'
import { dossierPath } from '#domain/routes/desk.ts'
import { dossierData } from '#generated/desk.ts'
import type { CaseView } from '../case/case-view.ts'
import { EvidenceParts } from '../files/list-page.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import { Recorded } from './recorded.tsx'
import { PaperSheet } from './sheet.tsx'
import { stateWords } from './state-words.ts'

interface CaseProps {
  view: CaseView
  /** The title of the file, which its cover has. */
  title: string
  /** All documents of the file, for its index. */
  pieces: readonly Piece[]
}

/** 卷内目录: the page numbers are stamped when everything is bound, what is on paper only included. */
const Index = ({ pieces }: { pieces: readonly Piece[] }) => (
  <table class="paper-index">
    <thead>
      <tr>
        <th scope="col">件号</th>
        <th scope="col">题名</th>
        <th scope="col">份数</th>
        <th scope="col">有没有</th>
        <th scope="col">页号</th>
      </tr>
    </thead>
    <tbody>
      {pieces.map(({ document, state, sheets }, place) => (
        <tr>
          <td>{place + 1}</td>
          <td>{document.title}</td>
          <td>{state === 'stands' ? sheets.length : ''}</td>
          <td>{state === 'stands' ? stateWords.stands : `□ 有　□ 没有（${stateWords[state]}）`}</td>
          <td />
        </tr>
      ))}
    </tbody>
  </table>
)

/** What stands in place of the text of some documents. */
const Contents = ({
  id,
  seq,
  view,
  pieces,
}: { id: string; seq: number } & Pick<CaseProps, 'view' | 'pieces'>) => {
  if (id === 'index') return <Index pieces={pieces} />
  return id === 'evidence' ? <EvidenceParts view={view} /> : <Recorded id={id} seq={seq} view={view} />
}

const Sheets = ({ piece, alone, ...props }: { piece: Piece; alone: boolean } & CaseProps) => (
  <>
    {piece.sheets.map((sheet) => (
      <PaperSheet
        document={piece.document}
        sheet={sheet}
        data={dossierData}
        title={piece.document.id === 'cover' ? props.title : sheet.title}
        alone={alone}
      >
        {sheet.blank ? null : (
          <Contents id={piece.document.id} seq={sheet.seq} view={props.view} pieces={props.pieces} />
        )}
      </PaperSheet>
    ))}
  </>
)

const Head = ({ number }: { number: string }) => (
  <div class="no-print">
    <p class="soft small crumb">
      <a href={dossierPath(number)}>卷宗和文书</a> · <span class="no-break">{number}</span>
    </p>
    <PrintButton />
  </div>
)

/** One document of a case, to print; all of its sheets, if none of them was asked for. */
export const DocumentPage = ({ piece, ...props }: { piece: Piece } & CaseProps) => (
  <div class="page-width">
    <Head number={props.view.number} />
    {piece.sheets.length === 1 ? null : <h1 class="no-print">{piece.document.title}</h1>}
    <Sheets piece={piece} alone={piece.sheets.length === 1} {...props} />
  </div>
)

/** Everything of the file that stands, in order; each document begins a page. */
export const WholePage = (props: CaseProps) => (
  <div class="page-width">
    <Head number={props.view.number} />
    <h1 class="no-print">{props.title}：整卷</h1>
    {props.pieces
      .filter(({ state }) => state === 'stands')
      .map((piece) => (
        <Sheets piece={piece} alone={false} {...props} />
      ))}
  </div>
)
