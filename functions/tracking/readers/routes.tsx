import { Hono } from 'hono'
import { readsBefore, tellsReaders } from '#domain/following/readers.ts'
import { actions } from '#domain/routes/site.ts'
import { seeOther } from '#http/see-other.ts'
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
    const { record, holder } = found.value
    // What the complainant's units did is nothing for the other side.
    if (holder.side === 'other') return seeOther(c, actions.trackCase)
    const reads = tellsReaders(record) ? await store.readers(found.value, readsBefore(clock())) : null
    const main = <ReadersPage number={record.number} reads={reads} />
    return page(c, { title: readersTitle, current: 'track', main })
  })
