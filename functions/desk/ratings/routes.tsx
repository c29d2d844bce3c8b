import { Hono } from 'hono'
import { quarterId } from '#domain/basics/quarters.ts'
import { finalQuarters } from '#domain/desk/rating-figures.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { RatingsPage } from './page.tsx'

const shownQuarters = 5

/** /desk/ratings: quarterly sums of the desks that the reader's unit sees; `?quarter=2026-3` chooses one that is final. */
export const ratingFigureRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(deskPages.ratings.path, async (c) => {
    const quarters = finalQuarters(ports.clock(), shownQuarters)
    const wanted = queryValue(c, 'quarter')
    const [latest] = quarters
    const quarter = quarters.find((one) => quarterId(one) === wanted) ?? latest
    if (!quarter) throw new Error('ratings: no quarter is final')
    const { units } = sheetReach(memberOf(c).unit)
    const figures = await ports.store.ratingFigures({ units, quarter: quarterId(quarter) })
    const main = <RatingsPage quarter={quarter} quarters={quarters} figures={figures} />
    return deskPage(c, { title: deskPages.ratings.name, current: 'today', main })
  })
