import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { actions } from '#domain/routes/site.ts'
import { queryValue } from '#http/query.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import type { TrackingSession } from '../session.ts'
import { ProofPage, proofTitle } from './page.tsx'
import { readProof } from './read-proof.ts'

/** Whether the case of the session was changed, in plain words: /track/proof. */
export const proofRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono =>
  new Hono().get(actions.trackProof, async (c) => {
    const found = await session.open(c)
    if (!found.ok) return session.leave(c)
    const typed = queryValue(c, 'hash').trim()
    const proof = await readProof(ports, found.value, typed)
    if (!proof) return seeOther(c, actions.trackCase)
    const year = dayOf(ports.clock()).slice(0, 4)
    const main = <ProofPage proof={proof} typed={typed} year={year} unitId={found.value.record.unit} />
    return page(c, { title: proofTitle, current: 'track', main })
  })
