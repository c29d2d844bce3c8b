import { Hono } from 'hono'
import { statisticsPage } from '#domain/routes/site.ts'
import { queryValue } from '#http/query.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { StatisticsStore } from '#store/ports/statistics.ts'
import { statisticsCsv } from './csv.ts'
import { StatisticsPage } from './page.tsx'
import { shownQuarter, shownQuarters } from './shown.ts'

/** The published figures: GET /statistics/, `?quarter=2026-3` chooses one, and all of them as CSV. */
export const statisticsRoutes = ({ store }: Pick<Ports<StatisticsStore>, 'store'>): Hono =>
  new Hono()
    .get(statisticsPage.path, async (c) => {
      const main = <StatisticsPage {...(await shownQuarter(store, queryValue(c, 'quarter')))} />
      return page(c, { title: statisticsPage.name, current: null, main })
    })
    .get(statisticsPage.csv, async (c) =>
      c.body(statisticsCsv(await shownQuarters(store)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="statistics.csv"',
        'cache-control': 'no-store',
      }),
    )
