import { day } from '#domain/basics/bounds.ts'
import { api } from '#domain/routes/site.ts'
import { createApp } from '../../functions/app.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import type { Secrets } from '../../functions/keys.ts'
import { clockOffset } from './day.ts'
import { rightJson } from './http.ts'
import { nodeApp } from './node-app.ts'

/** Cases of the days before a run, for tests over HTTP, which cannot move the clock of the server. */

/** Codes of a case that its unit has left alone for three weeks, and of one that was settled yesterday. */
export interface Earlier {
  waiting: string
  settled: string
}

/**
 * Files them in the database of a server that does not run yet.
 * @param database path of its file
 */
export const earlierCases = async (database: string, secrets: Secrets): Promise<Earlier> => {
  const { ports, close } = nodeApp({ database, secrets })
  const before = (days: number) => ({ ...ports, clock: () => Date.now() + clockOffset - days * day })
  const file = async () => {
    const answer = await createApp(before(21)).request(api.cases, {
      method: 'POST',
      body: JSON.stringify(rightJson),
      headers: { 'content-type': 'application/json' },
    })
    return (await answer.json()) as { caseNumber: string; trackingCode: string }
  }
  const [waiting, settled] = [await file(), await file()]
  for (const [kind, input] of [['accepted', { subject: '屋檐滴水' }], ['mediating'], ['settled']] as const) {
    const request = { number: settled.caseNumber, kind, by: 'console', input: input ?? {} } as const
    const moved = await moveCase(before(1), request)
    if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
  }
  close()
  return { waiting: waiting.trackingCode, settled: settled.trackingCode }
}
