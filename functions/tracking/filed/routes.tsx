import type { Hono } from 'hono'
import { actions } from '#domain/routes/site.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { codeAgainRoutes } from '../code-again/routes.tsx'
import type { TrackingSession } from '../session.ts'
import { FiledPage, filedTitle } from './page.tsx'
import { readFiling } from './read-filing.ts'

/** What was filed, after the code was entered once more: /track/filed. */
export const filedRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono =>
  codeAgainRoutes(
    ports,
    session,
    {
      path: actions.trackFiled,
      title: filedTitle,
      about: '里面有姓名、电话和您写的事。为了不让别人看去，请把查询码再填一次。',
      button: '看一看',
    },
    async (followed) => {
      const { number, filedAt } = followed.record
      return <FiledPage number={number} at={filedAt} rows={await readFiling(ports, followed)} />
    },
    { complainantOnly: true },
  )
