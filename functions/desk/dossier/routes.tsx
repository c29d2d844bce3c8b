import { type Context, Hono } from 'hono'
import type { ReadKind } from '#domain/desk/listing.ts'
import { fileOf } from '#domain/dossier/pieces.ts'
import { documentPath, dossierPath, wholeDossierPath } from '#domain/routes/desk.ts'
import { dossierData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { caseTitle } from '../case/case-title.ts'
import { readCase } from '../case/read-case.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { DossierPage } from './list-page.tsx'
import { DocumentPage, WholePage } from './print-page.tsx'
import { pieceFor, piecesFor } from './view.ts'

/** /desk/cases/<number>/dossier: the file of a case and its documents, to print. Each opening is a read. */
export const dossierRoutes = (ports: DeskCasePorts): Hono => {
  const opened = (c: Context, kind: ReadKind) =>
    readCase(ports, memberOf(c), c.req.param('number') ?? '', kind)

  const showDocument = async (c: Context) => {
    const view = await opened(c, 'print')
    if (!view) return missingCase(ports, c)
    const piece = pieceFor(view, ports.clock(), c.req.param('document') ?? '', c.req.param('sheet'))
    if (!piece) return refuse(c, 'notFound')
    const { title } = fileOf(dossierData, view.track)
    const main = (
      <DocumentPage view={view} title={title} pieces={piecesFor(view, ports.clock())} piece={piece} />
    )
    return deskPage(c, {
      title: `${piece.document.title} ${view.number}`,
      current: 'cases',
      main,
      paper: true,
    })
  }

  return new Hono()
    .get(dossierPath(':number'), async (c) => {
      const view = await opened(c, 'open')
      if (!view) return missingCase(ports, c)
      const file = fileOf(dossierData, view.track)
      const main = (
        <DossierPage
          number={view.number}
          title={caseTitle(view)}
          file={file}
          pieces={piecesFor(view, ports.clock())}
        />
      )
      return deskPage(c, { title: `卷宗和文书 ${view.number}`, current: 'cases', main })
    })
    .get(wholeDossierPath(':number'), async (c) => {
      const view = await opened(c, 'print')
      if (!view) return missingCase(ports, c)
      const { title } = fileOf(dossierData, view.track)
      const main = <WholePage view={view} title={title} pieces={piecesFor(view, ports.clock())} />
      return deskPage(c, { title: `${title} ${view.number}`, current: 'cases', main, paper: true })
    })
    .get(documentPath(':number', ':document'), showDocument)
    .get(documentPath(':number', ':document', ':sheet'), showDocument)
}
