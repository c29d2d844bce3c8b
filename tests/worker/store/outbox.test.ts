import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '#domain/notices/attempts.ts'
import { claimLife, holderNoticeLife, noticeWindow, staffNoticeLife } from '#domain/notices/bounds.ts'
import { mayTell } from '#domain/notices/may-tell.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { claim, outboxRows, wanting } from '../../support/notices.ts'
import { correct, type Filed, moveOn } from '../../support/rating.ts'
import { file, makeWorld, postJson, tuesday, type World } from '../../support/world.ts'

/** The outbox: a row comes with its event, is claimed by one sweep, and goes with its person. */

let world: World
beforeEach(async () => {
  world = makeWorld(tuesday)
  await world.db.prepare('DELETE FROM outbox').run()
})

const accepted = ['accepted', { subject: '屋檐滴水', message: '收到了。' }] as const
const accept = async (filing: Record<string, unknown> = wanting) => {
  const filed = await file(world, filing)
  await moveOn(world, filed, [[...accepted]])
  return filed
}
const states = async () => (await outboxRows(world)).map(({ state }) => state)

describe('an event', () => {
  it('brings one row into its batch: person and case, no text, no number', async () => {
    const filed = await file(world, wanting)
    expect(await outboxRows(world)).toEqual([])
    world.counted.take()
    await moveOn(world, filed, [[...accepted]])
    // The case, and the batch of its two events.
    expect(world.counted.take().batches).toBe(2)
    const [row, ...more] = await outboxRows(world)
    expect(more).toEqual([])
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      case_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      ...{ kind: 'holder', recipient: 'party:1', state: 'due', attempts: 0, unsure: 0 },
      ...{ made_at: world.time.now, next_at: world.time.now + noticeWindow },
    })
  })

  it('that is not stored brings no row', async () => {
    const { caseNumber } = await file(world, wanting)
    const request = {
      number: caseNumber,
      kind: 'accepted',
      by: 'console',
      input: { subject: '一件事' },
    } as const
    const both = await Promise.all([moveCase(world.ports, request), moveCase(world.ports, request)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await states()).toEqual(['due'])
  })

  it('of its holder, or for the record only, brings none', async () => {
    const filed = await file(world, wanting)
    await postJson(world, '/api/v1/cases/messages', { trackingCode: filed.trackingCode, text: '您好' })
    await moveOn(world, filed, [['noted', { reason: '去看过了' }]])
    expect(await outboxRows(world)).toEqual([])
  })

  it('joins the notice that waits, which then tells of the later one', async () => {
    const filed = await accept()
    const [first] = await outboxRows(world)
    world.time.now += 60_000
    await moveOn(world, filed, [['message', { message: '周六见。' }]])
    expect(await outboxRows(world)).toEqual([{ ...first, made_at: world.time.now }])
  })

  it('after the notice was claimed brings one of its own', async () => {
    const filed = await accept()
    world.time.now += noticeWindow
    await claim(world)
    await moveOn(world, filed, [['message', { message: '周六见。' }]])
    expect(await states()).toEqual(['sending', 'due'])
  })

  it('of a case whose code staff have seen brings none', async () => {
    const { caseNumber } = await file(world, wanting)
    await world.db
      .prepare('UPDATE case_code SET staff_saw = 1 WHERE case_id = (SELECT id FROM cases WHERE number = ?)')
      .bind(caseNumber)
      .run()
    await moveCase(world.ports, { number: caseNumber, kind: 'accepted', by: 'console', input: {} })
    expect(await outboxRows(world)).toEqual([])
  })
})

describe('a claim', () => {
  it('takes what is due, once, however many sweeps there are', async () => {
    for (let count = 0; count < 5; count += 1) await accept()
    expect(await claim(world)).toEqual([])
    world.time.now += noticeWindow
    const claims = await Promise.all([claim(world, 3), claim(world, 3), claim(world, 3)])
    const ids = claims.flat().map(({ id }) => id)
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(5)
    expect(claims.flat().map(({ attempts, unsure }) => [attempts, unsure])).toEqual(Array(5).fill([1, 0]))
  })

  it('leaves what was made before the activation, until a later event', async () => {
    const filed = await accept()
    world.time.now += noticeWindow
    const { now } = world.time
    const from = () =>
      world.ports.store.claimNotices({
        ...{ now: world.time.now, since: now, until: now + claimLife, kinds: ['holder'], limit: 9 },
      })
    expect(await from()).toEqual([])
    await moveOn(world, filed, [['message', { message: '周六见。' }]])
    expect(await from()).toHaveLength(1)
  })

  it('takes the kinds that have a provider, and leaves the others', async () => {
    await accept()
    world.time.now += noticeWindow
    const { now } = world.time
    const bound = { now, since: 0, until: now + claimLife, limit: 9 }
    expect(await world.ports.store.claimNotices({ ...bound, kinds: ['wecom', 'email'] })).toEqual([])
    expect(await world.ports.store.claimNotices({ ...bound, kinds: ['holder'] })).toHaveLength(1)
  })

  it('that ended without an answer is unsure, and the row is claimed again', async () => {
    await accept()
    world.time.now += noticeWindow
    await claim(world)
    expect(await claim(world)).toEqual([])
    world.time.now += claimLife
    expect(await claim(world)).toMatchObject([{ attempts: 2, unsure: 1 }])
  })

  it('reads and writes rows by index, whatever the table holds', async () => {
    await accept()
    await world.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO outbox SELECT 'old-' || i, 'holder', 'c' || i, 'party:1', 'sent', 1, 1, 1, 0 FROM n`,
      )
      .run()
    world.time.now += noticeWindow
    world.counted.take()
    expect(await claim(world)).toHaveLength(1)
    expect(world.counted.take()).toMatchObject({ roundTrips: 1, statements: 1 })
    await claim(world)
    expect(world.counted.take().rowsRead).toBeLessThan(12)
  })
})

describe('settling', () => {
  const settled = async (outcome: 'sent' | 'again' | 'refused' | 'unsure') => {
    const [notice] = await claim(world)
    if (!notice) throw new Error('nothing is due')
    const to = settle(notice, outcome, true, world.time.now)
    return { notice, put: () => world.ports.store.settleNotices([{ notice, to }]) }
  }
  let filed: Filed
  beforeEach(async () => {
    filed = await accept()
    world.time.now += noticeWindow
  })

  it.each([
    ['sent', 'sent'],
    ['again', 'failed'],
    ['unsure', 'failed'],
    ['refused', 'dead'],
  ] as const)('an attempt that was %s leaves the row %s', async (outcome, state) => {
    await (await settled(outcome)).put()
    expect(await states()).toEqual([state])
    expect(await world.ports.store.countNotices()).toEqual([{ state, count: 1 }])
  })

  it('removes a row that says nothing to anybody', async () => {
    const { notice } = await settled('sent')
    await world.ports.store.settleNotices([{ notice, to: null }])
    expect(await outboxRows(world)).toEqual([])
  })

  it('late leaves the row to the sweep that claimed it since, unless the notice was sent', async () => {
    const late = await settled('again')
    world.time.now += claimLife
    await claim(world)
    await late.put()
    expect(await states()).toEqual(['sending'])
    await world.ports.store.settleNotices([
      { notice: late.notice, to: settle(late.notice, 'sent', true, world.time.now) },
    ])
    expect(await states()).toEqual(['sent'])
  })

  it('a failure while a newer notice to the same person waits leaves that one only', async () => {
    const first = await settled('unsure')
    await moveOn(world, filed, [['message', { message: '周六见。' }]])
    await first.put()
    expect(await outboxRows(world)).toMatchObject([{ state: 'due', attempts: 0 }])
  })
})

describe('a row', () => {
  it('goes with the person it is for, also while it is being sent', async () => {
    const { caseNumber } = await accept()
    await accept()
    world.time.now += noticeWindow
    const [one, two] = await claim(world)
    const erasures = { add: async () => undefined, all: async () => [] }
    expect((await erasePerson({ ...world.ports, erasures }, caseNumber, 1)).ok).toBe(true)
    const left = await outboxRows(world)
    expect(left).toHaveLength(1)
    const rows = [one, two].flatMap((notice) =>
      notice ? [{ notice, to: settle(notice, 'sent', true, world.time.now) }] : [],
    )
    await world.ports.store.settleNotices(rows)
    expect(await states()).toEqual(['sent'])
  })

  it('is swept a month later, whatever became of it', async () => {
    await accept()
    await world.ports.store.sweep(world.time.now + holderNoticeLife - 1)
    expect(await states()).toEqual(['due'])
    await world.ports.store.sweep(world.time.now + holderNoticeLife)
    expect(await states()).toEqual([])
  })
})

it('a row to staff is kept longer: the last one says what they were told of', async () => {
  await world.db
    .prepare("INSERT INTO outbox VALUES ('a', 'wecom', '', 'qingshi-liuwan-committee', 'sent', ?1, ?1, 1, 0)")
    .bind(world.time.now)
    .run()
  await world.ports.store.sweep(world.time.now + staffNoticeLife - 1)
  expect(await states()).toEqual(['sent'])
  await world.ports.store.sweep(world.time.now + staffNoticeLife)
  expect(await states()).toEqual([])
})

describe('what decides about a message', () => {
  const answersOf = async (filing: Record<string, unknown>) => {
    await accept(filing)
    world.time.now += noticeWindow
    const [notice] = await claim(world)
    if (!notice) throw new Error('nothing is due')
    world.counted.take()
    return world.ports.store.answersOf(notice)
  }

  it('is read in one round trip: their own answers, the other side’s name and numbers, no story', async () => {
    const answers = await answersOf({ ...wanting, otherParty: '陈大力 13900000000' })
    expect(world.counted.take()).toMatchObject({ roundTrips: 1, statements: 3 })
    expect(answers?.own).toMatchObject([{ notify: true, phone: '13800000000' }])
    expect(answers?.others).toEqual(['陈大力 13900000000'])
    expect(JSON.stringify(answers)).not.toContain('雨水')
  })

  it('is the number of everybody else in the case too, so that none of theirs is written to', async () => {
    const filed = await accept()
    const stored = await world.ports.store.openCase(filed.caseNumber)
    if (!stored) throw new Error('no case')
    const { unit } = stored.record
    const scope = 'party:2'
    const by = { actor: 'console', at: world.time.now, unit, acting: '', scope } as const
    const data = { party: 2, side: 'other' } as const
    const words = { name: '陈大力', phone: '13800000000' }
    const joined = { ...by, kind: 'party', data, words } as const
    expect(
      (await world.ports.store.append(stored, [joined], { party: { scope, names: [], phones: [] } })).ok,
    ).toBe(true)
    world.time.now += noticeWindow
    const [notice] = await claim(world)
    const answers = notice && (await world.ports.store.answersOf(notice))
    expect(answers?.others).toEqual(['13800000000'])
    expect(answers && mayTell(answers)).toBeNull()
  })

  it('is what was corrected since: the number that is theirs now, and a wish that was taken back', async () => {
    const filed = await accept()
    await correct(world, filed, { phone: '13911112222', notify: false })
    world.time.now += noticeWindow
    const [notice] = await claim(world)
    const answers = notice && (await world.ports.store.answersOf(notice))
    expect(answers?.own.at(-1)).toMatchObject({ phone: '13911112222', notify: false })
    expect(answers && mayTell(answers)).toBeNull()
  })

  it('is nothing once staff have seen the code', async () => {
    await accept()
    world.time.now += noticeWindow
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    const [notice] = await claim(world)
    expect(notice && (await world.ports.store.answersOf(notice))).toBeNull()
  })
})

it('staff are told once a day, of tasks that their unit sees and that are new', async () => {
  const village = 'qingshi-liuwan-committee'
  const recipients = [
    { kind: 'wecom', unit: village },
    { kind: 'email', unit: village },
    { kind: 'wecom', unit: 'shili-petition' },
  ] as const
  const tell = (since = 0) => {
    const { now } = world.time
    const today = Date.parse(`${world.day()}T00:00:00+08:00`)
    return world.ports.store.addStaffNotices([...recipients], { now, today, since })
  }
  const told = async () => (await outboxRows(world)).map(({ kind, recipient }) => `${kind} ${recipient}`)
  await world.db.prepare('DELETE FROM case_listing').run()
  await tell()
  expect(await told()).toEqual([])
  // Hidden from the village, which it is about.
  await file(world, { about: 'village-cadre' })
  await tell()
  expect(await told()).toEqual([])
  await file(world)
  await tell(world.time.now)
  expect(await told()).toEqual([])
  await tell()
  await tell()
  expect((await told()).sort()).toEqual([`email ${village}`, `wecom ${village}`])
  // The next day without a new task, then with one.
  await world.db.prepare("UPDATE outbox SET state = 'sent'").run()
  world.time.now += 86_400_000
  await tell()
  expect(await told()).toHaveLength(2)
  await file(world)
  world.time.now += 1
  await tell()
  expect(await told()).toHaveLength(4)
})
