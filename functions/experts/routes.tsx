import { Hono } from 'hono'
import { dayOf } from '#domain/basics/time.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import { bookableSpan, freeSlots } from '#domain/experts/slots.ts'
import { expertTimes } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { ConsultationStore } from '#store/ports/sessions.ts'
import { ExpertTimes } from './page.tsx'

/** GET /experts/times: the times at which the county's experts can be booked now. Who booked the others it does not read. */
export const expertRoutes = ({ store, clock }: Pick<Ports<ConsultationStore>, 'store' | 'clock'>): Hono =>
  new Hono().get(expertTimes.path, async (c) => {
    const now = clock()
    const taken = await store.consultations({
      experts: county.experts.map(({ id }) => id),
      ...bookableSpan(now),
    })
    const rows = county.experts.map((expert) => ({
      expert,
      free: freeSlots(
        calendar,
        expert,
        taken.filter((one) => one.expert === expert.id),
        now,
      ),
    }))
    const main = <ExpertTimes rows={rows} year={dayOf(now).slice(0, 4)} />
    return page(c, { title: expertTimes.name, current: 'contacts', main })
  })
