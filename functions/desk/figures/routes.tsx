import { type Context, Hono } from 'hono'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { figuresFile } from './csv.ts'
import { FiguresPage, NoFiguresPage } from './page.tsx'
import { chosenPeriod } from './period-options.ts'
import { type Figures, readFigures } from './read-figures.ts'
import { chosenRowKind } from './row-kinds.ts'
import { FigureRowsPage } from './rows-page.tsx'

/** /desk/figures: what the desks of the reader's sheets did in a month, a quarter or a year; by row; and as a file. */
export const figureRoutes = (ports: Pick<DeskCasePorts, 'store' | 'clock'>): Hono => {
  const read = async (c: Context): Promise<Figures | null> => {
    const closed = await ports.store.closedDays()
    if (!closed) return null
    const period = chosenPeriod(queryValue(c, 'period'), closed)
    return readFigures(ports.store, memberOf(c).unit, { period, closed })
  }

  return new Hono()
    .get(deskPages.figures.path, async (c) => {
      const figures = await read(c)
      const main = figures ? <FiguresPage unitId={memberOf(c).unit} figures={figures} /> : <NoFiguresPage />
      return deskPage(c, { title: deskPages.figures.name, current: 'today', main })
    })
    .get(deskPages.figureRows.path, async (c) => {
      const figures = await read(c)
      if (!figures) return c.redirect(deskPages.figures.path, 303)
      const kind = chosenRowKind(queryValue(c, 'by'))
      const main = <FigureRowsPage unitId={memberOf(c).unit} figures={figures} kind={kind} />
      return deskPage(c, { title: deskPages.figureRows.name, current: 'today', main })
    })
    .get(deskPages.figuresFile.path, async (c) => {
      const figures = await read(c)
      if (!figures) return c.redirect(deskPages.figures.path, 303)
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="figures-${figures.period.id}.csv"`)
      c.header('cache-control', 'no-store')
      return c.body(figuresFile(figures))
    })
}
