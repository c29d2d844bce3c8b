import type { D1Database } from '@cloudflare/workers-types'
import { outcomeOf } from './case.ts'
import { cases } from './cases.ts'

/** A Worker that runs every case of the differential suite and answers with the outcomes, by name. */
export default {
  async fetch(_: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const outcomes: Record<string, unknown> = {}
    for (const one of cases) outcomes[one.name] = await outcomeOf(DB, one)
    return Response.json(outcomes)
  },
}
