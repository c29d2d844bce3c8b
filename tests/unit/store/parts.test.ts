import { expect, it } from 'vitest'
import { fail } from '#domain/basics/result.ts'
import { healthRoute } from '#http/health.ts'
import type { SealingKey } from '#keys'
import type { CaseRecord, StoredCase } from '#store/ports/case.ts'
import type { SchedulerStore } from '#store/ports/scheduler.ts'
import { replayErasures } from '../../../functions/desk/erase-person.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { followSession } from '../../../functions/tracking/open-case.ts'

/** Each user of the store takes only its part, so a test can pass a faulty part without a database. */

const now = Date.parse('2026-11-24T10:00:00+08:00')
const clock = () => now

it('a scheduler puts an unreadable case off by a day, logs its id, and goes on', async () => {
  const postponed: [string, number][] = []
  const logged: unknown[] = []
  const store: Omit<SchedulerStore, 'sweep'> = {
    dueCases: async () => [{ id: 'broken', stored: null }],
    append: () => Promise.reject(new Error('appended')),
    postpone: async (id, until) => void postponed.push([id, until]),
    refresh: async (cases) => expect(cases).toEqual([]),
  }
  const done = await refreshCases({ store, clock, log: (entry) => logged.push(entry), erasures: null })
  expect(done).toEqual({ cases: 1, pages: 1, more: false })
  expect(postponed).toEqual([['broken', now + 86_400_000]])
  expect(logged).toEqual([{ event: 'refresh', kind: 'unreadable', case: 'broken' }])
})

it('a session past its longest life is over without a look at the store', async () => {
  const asked = () => Promise.reject(new Error('asked'))
  const store = { follow: asked, append: asked }
  const session = { codeHash: 'hash', epoch: 0, since: now - 86_400_000 }
  expect(await followSession({ store, clock }, session)).toBeNull()
})

it('replaying erasures tries once more after a concurrent change, then leaves the person for the next replay', async () => {
  const stored = {
    record: { id: 'c', unit: 'town' } as CaseRecord,
    events: [],
    words: async () => [],
    keys: { of: async () => ({}) as SealingKey },
  } satisfies StoredCase
  let tries = 0
  const store = {
    openCase: async () => stored,
    openById: async () => stored,
    append: async () => {
      tries += 1
      return fail('stale' as const)
    },
  }
  const erasures = { add: async () => undefined, all: async () => [{ caseId: 'c', party: 1, at: now }] }
  expect(await replayErasures({ store, clock, erasures })).toBe(0)
  expect(tries).toBe(2)
})

it.each([
  [undefined, 200, 'ok\n'],
  ['silent', 503, 'The database does not answer.\n'],
  ['keys', 503, 'The keys are not those of the database.\n'],
] as const)('the health check depends on the store only: fault %s gives %i', async (fault, status, text) => {
  const answer = await healthRoute({ store: { fault: async () => fault } }).request('/healthz')
  expect([answer.status, await answer.text()]).toEqual([status, text])
})
