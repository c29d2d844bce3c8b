import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { Role, StaffMember } from '#domain/staff/staff.ts'
import { createVerify } from '#store/verify.ts'
import { openCase } from '../../../functions/desk/case/open-case.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { ended, good, low, type Move, moveOn, rate } from '../../support/rating.ts'
import { file, makeWorld, type World } from '../../support/world.ts'

/** Stored columns against the history: verification, and the effect of a changed column on access. */

let world: World
beforeEach(async () => {
  world = makeWorld()
  for (const table of ['cases', 'case_event', 'read_log', 'case_rating'])
    await world.db.prepare(`DROP TRIGGER IF EXISTS ${table}_no_delete`).run()
  for (const trigger of [
    'case_event_no_update',
    'cases_identity',
    'case_rating_final',
    'rating_task_no_delete',
  ])
    await world.db.prepare(`DROP TRIGGER IF EXISTS ${trigger}`).run()
  for (const table of ['cases', 'case_event', 'case_listing', 'case_code', 'case_rating', 'rating_task'])
    await world.db.prepare(`DELETE FROM ${table}`).run()
})

const staff = (unit: string, role: Role = 'handler'): StaffMember => ({
  ...{ id: `${unit}-${role}`, username: unit, name: '测试员', unit, role },
})
const village = staff('qingshi-liuwan-committee')
const town = staff('qingshi-committee', 'lead')
const centre = staff('shili-centre', 'lead')

const moved = async (by: StaffMember, number: string, kind: MoveKind, input: MoveInput = {}) => {
  const done = await moveCase(world.ports, { number, kind, by, input })
  expect(done).toMatchObject({ ok: true })
}
const verify = (after: string, limit: number) =>
  createVerify(world.db, world.ports.keys, world.ports.clock)(after, limit)
const verified = () => verify('', 100)
const wrong = async () => (await verified()).mismatches.map(({ what }) => what)

/** A case whose moves changed every column. */
const busyCase = async () => {
  const { caseNumber: number } = await file(world, { otherParty: '隔壁陈家' })
  await moved(village, number, 'accepted', { subject: '屋檐滴水', people: 4 })
  await moved(village, number, 'asked', { message: '什么时候漏的？' })
  await moved(village, number, 'mediating', { message: '周六上午，可以吗？' })
  await moved(village, number, 'party', { otherName: '陈大山' })
  await moved(village, number, 'escalated', { unit: town.unit, reason: '谈不拢' })
  await moved(town, number, 'danger-marked', { reason: '动了手' })
  await moved(centre, number, 'danger-lifted', { reason: '已经分开' })
  return number
}

describe('the verification of cases', () => {
  it('reports nothing for an unchanged database, after any moves', async () => {
    await busyCase()
    await file(world, { danger: true, contact: { mayCall: true, mayText: false }, about: 'village-cadre' })
    expect(await verified()).toMatchObject({ cases: 2, mismatches: [], next: null })
  })

  it.each([
    ['about', "about = 'town-staff'"],
    ['danger', 'danger = 1 - danger'],
    ['track', "track = 'tip'"],
    ['category', "category = 'debt'"],
    ['region', "region = 'qingshi-songping'"],
    ['status', "status = 'settled'"],
    ['level', "level = 'grid'"],
    ['unit', "unit = 'shili-petition'"],
    ['people', 'people = 99'],
    ['subject', "subject = '别的事'"],
    ['filedAt', 'filed_at = filed_at - 1'],
    ['headSeq', 'head_seq = 1'],
    ['headHash', "head_hash = 'x'"],
  ])('reports a changed column: %s', async (column, change) => {
    await busyCase()
    await world.db.prepare(`UPDATE cases SET ${change}`).run()
    expect(await wrong()).toEqual([`cases.${column}`])
  })

  it.each([
    ['a changed fact', "UPDATE case_event SET data = '{}' WHERE seq = 3", 'hash 3'],
    ['a changed acting unit', "UPDATE case_event SET acting = 'x' WHERE seq = 4", 'hash 4'],
    ['changed sealed bytes', "UPDATE case_event SET sealed = x'00' WHERE seq = 1", 'hash 1'],
    ['a removed row', 'DELETE FROM case_event WHERE seq = 2', 'prev 3'],
    ['a case without a history', 'DELETE FROM case_event', 'case_event'],
    ['a history without a case', 'DELETE FROM cases', 'cases'],
    ['a changed mark', "UPDATE case_listing SET marks = 3 WHERE scope LIKE 'unit:%'", 'case_listing.marks'],
    ['a changed place', "UPDATE case_listing SET place = 'yunxi'", 'case_listing.place'],
    ['a missing list row', "DELETE FROM case_listing WHERE scope LIKE 'at:%'", 'case_listing.scope'],
    [
      'an extra list row',
      "INSERT INTO case_listing SELECT case_id, 'unit:nanping-office', open, due_at, colour, waits, changed_at, turned_at, waits_since, call_asked, filed_at, marks, place FROM case_listing LIMIT 1",
      'case_listing.scope',
    ],
  ])('reports %s', async (_, sql, what) => {
    await busyCase()
    await world.db.prepare(sql).run()
    expect(await wrong()).toEqual([what])
  })

  it.each([
    ['of another unit', "unit = 'qingshi-centre'", 'unit'],
    ['counted as registered by staff', 'registered = 1', 'registered'],
    ['moved to another quarter', 'asked_at = asked_at + 1', 'askedAt'],
    ['of what is no end', 'ended_seq = ended_seq - 1', 'endedSeq'],
    ['of an event that there is not', 'ended_seq = 99', 'endedSeq'],
    ['with an answer that cannot be given', "result = 'fine'", 'result'],
    ['with a grade that cannot be given', 'treated = 6', 'treated'],
    ['given before it was asked for', 'answered_at = asked_at - 1', 'answeredAt'],
    ['changed too late', 'changed_at = answered_at + 9 * 86400000', 'changedAt'],
    ['of no case', "case_id = 'zz'", null],
  ])('reports a rating %s', async (_, change, column) => {
    await rate(world, await ended(world), low)
    expect(await wrong()).toEqual([])
    await world.db.prepare(`UPDATE case_rating SET ${change}`).run()
    expect(await wrong()).toContain(column ? `case_rating.${column}` : 'cases')
  })

  it('reports nothing for ratings of both periods, changed ones, and those of a case that went on', async () => {
    for (const moves of [
      [],
      [['reopened', { reason: '又起了争执' }]] as Move[],
      [
        ['reopened', { reason: '又起了争执' }],
        ['escalated', { unit: town.unit, reason: '谈不拢' }],
      ] as Move[],
    ]) {
      const filed = await ended(world)
      await rate(world, filed, low)
      world.time.now += 30 * day
      await rate(world, filed, good)
      world.time.now += 7 * day
      await rate(world, filed, low)
      await moveOn(world, filed, moves)
    }
    const { results } = await world.db.prepare('SELECT period FROM case_rating').all()
    expect([results.length, await wrong()]).toEqual([6, []])
  })

  it('reads all cases in pages', async () => {
    for (let i = 0; i < 5; i += 1) await file(world)
    const seen = []
    for (let after: string | null = ''; after !== null; ) {
      const page = await verify(after, 2)
      seen.push(page.cases)
      after = page.next
    }
    expect(seen).toEqual([2, 2, 1])
  })
})

describe('access derived from the history', () => {
  it('does not open a case to its subject when a column was changed', async () => {
    const { caseNumber: number } = await file(world, { about: 'village-cadre' })
    await world.db.prepare("UPDATE cases SET about = 'none', danger = 0, unit = ?").bind(village.unit).run()
    expect(await openCase(world.ports, village, number)).toBeNull()
    expect((await openCase(world.ports, town, number))?.record).toMatchObject({ about: 'village-cadre' })
  })

  it('has the filed facts in the first row, and the acting unit in every row by staff', async () => {
    const number = await busyCase()
    const opened = await openCase(world.ports, centre, number)
    expect(opened?.events[0]?.data).toMatchObject({
      ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', about: 'none' },
      ...{ danger: false, anonymous: false, channel: 'online' },
    })
    expect(opened?.events.map(({ actor, acting }) => [actor, acting])).toEqual([
      ...Array(2).fill(['party:1', '']),
      ...Array(5).fill([`staff:${village.id}`, village.unit]),
      [`staff:${town.id}`, town.unit],
      [`staff:${centre.id}`, centre.unit],
    ])
  })

  it('counts the events of a desk by its index only', async () => {
    await busyCase()
    const { results } = await world.db
      .prepare(
        'EXPLAIN QUERY PLAN SELECT kind, count(*) FROM case_event WHERE unit = ?1 AND kind IN (?2, ?3) AND at >= ?4 AND at < ?5 GROUP BY kind',
      )
      .bind(village.unit, 'accepted', 'settled', 0, 1)
      .all<{ detail: string }>()
    expect(results.map(({ detail }) => detail).join()).toContain('COVERING INDEX case_event_figures')
  })
})
