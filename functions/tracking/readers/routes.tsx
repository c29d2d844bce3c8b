import { Hono } from 'hono'
import { readsBefore, tellsReaders } from '#domain/following/readers.ts'
import { actions } from '#domain/routes/site.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { TrackingSession } from '../session.ts'
import { ReadersPage, readersTitle } from './page.tsx'

/** Which units read the case of the session: /track/readers. */
export const readersRoutes = (
  { store, clock }: Pick<Ports<Pick<FollowingStore, 'readers'>>, 'store' | 'clock'>,
  session: TrackingSession,
): Hono =>
  new Hono().get(actions.trackReaders, async (c) => {
    const found = await session.open(c)
    if (!found.ok) return session.leave(c)
    const { record } = found.value
    const reads = tellsReaders(record) ? await store.readers(found.value, readsBefore(clock())) : null
    const main = <ReadersPage number={record.number} reads={reads} />
    return page(c, { title: readersTitle, current: 'track', main })
  })
