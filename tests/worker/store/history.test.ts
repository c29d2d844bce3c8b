import { beforeEach, describe, expect, it } from 'vitest'
import { genesis, hashEvent } from '#domain/history/encoding.ts'
import { connect } from '#store/client.ts'
import { caseEvent } from '#store/schema.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { file, makeWorld, postJson, type World } from '../../support/world.ts'

let world: World
beforeEach(() => {
  world = makeWorld()
})

const idOf = async (number: string): Promise<string> =>
  (await world.db.prepare('SELECT id FROM cases WHERE number = ?').bind(number).first<{ id: string }>())
    ?.id ?? ''

describe('the append-only history', () => {
  it('has its triggers after all migrations', async () => {
    const { results } = await world.db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
      .all<{ name: string }>()
    expect(results.map(({ name }) => name)).toEqual([
      'anchor_day_forward',
      'anchor_day_no_delete',
      'anchor_day_no_update',
      'case_event_chain',
      'case_event_no_delete',
      'case_event_no_update',
      'case_listing_after',
      'case_listing_before',
      'case_listing_counted',
      'case_listing_uncounted',
      'case_rating_final',
      'case_rating_no_delete',
      'case_rating_no_replace',
      'case_session_room_free',
      'case_session_staff_free',
      'cases_counted',
      'cases_identity',
      'cases_no_delete',
      'cases_no_replace',
      'closed_name_no_delete',
      'closed_name_no_update',
      'closed_name_open',
      'desk_log_no_delete',
      'desk_log_no_replace',
      'desk_log_no_update',
      'figure_closed_forward',
      'figure_closed_no_delete',
      'figure_closed_no_update',
      'figure_no_delete',
      'figure_no_update',
      'figure_open',
      'listing_count_empty',
      'rating_group_no_delete',
      'rating_group_no_replace',
      'rating_group_no_update',
      'rating_quarter_no_delete',
      'rating_quarter_no_replace',
      'rating_quarter_no_update',
      'rating_task_added',
      'rating_task_event',
      'rating_task_final',
      'rating_task_gone',
      'rating_task_no_delete',
      'rating_task_no_replace',
      'rating_task_set_aside',
      'rating_task_staff',
      'rating_task_staff_left',
      'rating_task_staff_new',
      'read_log_no_delete',
      'read_log_no_replace',
      'read_log_no_update',
      'statistics_quarter_forward',
      'statistics_quarter_no_delete',
      'statistics_quarter_no_update',
    ])
  })

  it.each([
    ['UPDATE', "UPDATE case_event SET unit = 'x' WHERE case_id = ?1"],
    ['DELETE', 'DELETE FROM case_event WHERE case_id = ?1'],
    [
      'replacement',
      "INSERT OR REPLACE INTO case_event SELECT case_id, seq, kind, 'system', at, unit, acting, data, scope, sealed, prev, hash FROM case_event WHERE case_id = ?1 AND seq = 1",
    ],
    [
      'a second row with the same number',
      'INSERT INTO case_event SELECT case_id, seq, kind, actor, at, unit, acting, data, scope, sealed, prev, hash FROM case_event WHERE case_id = ?1 AND seq = 2',
    ],
    [
      'a gap',
      'INSERT INTO case_event SELECT case_id, 4, kind, actor, at, unit, acting, data, scope, sealed, hash, hash FROM case_event WHERE case_id = ?1 AND seq = 2',
    ],
    [
      'a wrong prev',
      'INSERT INTO case_event SELECT case_id, 3, kind, actor, at, unit, acting, data, scope, sealed, prev, hash FROM case_event WHERE case_id = ?1 AND seq = 2',
    ],
    [
      'a short hash',
      "INSERT INTO case_event SELECT case_id, 3, kind, actor, at, unit, acting, data, scope, sealed, hash, 'ab' FROM case_event WHERE case_id = ?1 AND seq = 2",
    ],
  ])('refuses %s', async (_, sql) => {
    const id = await idOf((await file(world)).caseNumber)
    await expect(world.db.prepare(sql).bind(id).run()).rejects.toThrow(/E_APPEND_ONLY|E_CHAIN/)
  })

  it('has rows whose hashes match their contents, and the receipt shows the last hash', async () => {
    const filed = await file(world, { otherParty: '隔壁陈家' })
    await moveCase(world.ports, {
      number: filed.caseNumber,
      kind: 'accepted',
      by: 'console',
      input: { message: '收到了' },
    })
    const id = await idOf(filed.caseNumber)
    const rows = (await connect(world.db).select().from(caseEvent)).filter((row) => row.caseId === id)
    let prev = genesis
    for (const row of rows.sort((a, b) => a.seq - b.seq)) {
      expect(row.prev).toBe(prev)
      expect(await hashEvent({ ...row, sealed: row.sealed ?? new Uint8Array() })).toBe(row.hash)
      prev = row.hash
    }
    expect(rows.map((row) => [row.kind, row.actor, row.scope])).toEqual([
      ['filed', 'party:1', 'record'],
      ['party', 'party:1', 'party:1'],
      ['accepted', 'console', 'party:1'],
    ])
    expect(filed['lastHash']).toBe(rows[1]?.hash)
    const view = await postJson(world, '/api/v1/cases/track', { trackingCode: filed.trackingCode })
    expect(((await view.json()) as { lastHash: string }).lastHash).toBe(rows[2]?.hash)
  })
})

describe('a move in the history', () => {
  it('by two members at once is stored once, and the second is told', async () => {
    const { caseNumber: number } = await file(world)
    const outcomes = await Promise.all(
      (['accepted', 'declined'] as const).map((kind) =>
        moveCase(world.ports, { number, kind, by: 'console', input: { message: '理由' } }),
      ),
    )
    const faults = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.error))
    expect(faults).toEqual(['stale'])
  })

  it.each([
    ['accepted', 'complaint', 'petition', '信访事项办结', '《信访工作条例》第三十四条'],
    ['accepted', 'complaint', undefined, '答复', undefined],
  ] as const)(
    '%s on the %s track with matter %s starts the clock %s',
    async (kind, track, matter, name, article) => {
      const { caseNumber: number, trackingCode } = await file(world, { track })
      expect(
        (await moveCase(world.ports, { number, kind, by: 'console', input: matter ? { matter } : {} })).ok,
      ).toBe(true)
      const view = (await (await postJson(world, '/api/v1/cases/track', { trackingCode })).json()) as {
        clocks: { name: string; article?: string }[]
      }
      expect(view.clocks[1]).toMatchObject({ name, ...(article && { article }) })
    },
  )

  it('that the table does not allow is refused', async () => {
    const { caseNumber: number } = await file(world)
    const move = (kind: 'settled' | 'declined' | 'answered' | 'accepted') =>
      moveCase(world.ports, { number, kind, by: 'console', input: {} })
    expect(await move('settled')).toEqual({ ok: false, error: 'status' })
    await move('accepted')
    expect(await move('answered')).toEqual({ ok: false, error: 'track' })
    expect(
      await moveCase(world.ports, { number: '2026-000000', kind: 'accepted', by: 'console', input: {} }),
    ).toEqual({
      ok: false,
      error: 'unknown',
    })
  })

  it('that erases a person leaves the chain valid and their words unreadable', async () => {
    const { caseNumber: number, trackingCode } = await file(world)
    await moveCase(world.ports, { number, kind: 'accepted', by: 'console', input: { message: '只给他的话' } })
    await world.db
      .prepare("DELETE FROM case_key WHERE case_id = ? AND scope = 'party:1'")
      .bind(await idOf(number))
      .run()
    const answer = await postJson(world, '/api/v1/cases/track', { trackingCode })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ status: 'accepted', messages: [] })
  })
})
