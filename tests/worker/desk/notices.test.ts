import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { hour, minute } from '#domain/basics/bounds.ts'
import { claimLife, failuresToStop, noticeWindow, retryAfter } from '#domain/notices/bounds.ts'
import { api } from '#domain/routes/site.ts'
import worker from '../../../functions/worker-desk.ts'
import { outboxRows, wanting } from '../../support/notices.ts'
import { type Filed, type Move, moveOn } from '../../support/rating.ts'
import type { Received } from '../../support/receiver.ts'
import { file, makeWorld, postJson, tuesday, type World } from '../../support/world.ts'

/** Notices through the schedule of the desk's Worker, to a server outside workerd. */

let world: World
let logged: string[]
let place: string
beforeEach(async () => {
  world = makeWorld(tuesday)
  place = crypto.randomUUID()
  logged = []
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void logged.push(line))
  await world.db.batch(['outbox', 'case_listing'].map((table) => world.db.prepare(`DELETE FROM ${table}`)))
})
afterEach(() => void vi.restoreAllMocks())

const base64 = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)))
const since = '2026-11-01T00:00:00+08:00'
const webhook = (way = 'taken') => ({
  since,
  holders: { by: 'webhook', url: `${inject('receiver')}/${way}/${place}`, secret: 'k'.repeat(32) },
})

/** One run of the schedule, as the platform calls it. */
const run = async (config: unknown = webhook()) => {
  const NOTICES = typeof config === 'string' ? config : JSON.stringify(config)
  const env = { DB: world.db, FILES: world.bucket, MASTER_KEY: base64(7), CODE_PEPPER: base64(9), NOTICES }
  await worker.scheduled({}, env as never)
}
const received = async (): Promise<Received[]> => {
  const all = (await (await fetch(inject('receiver'))).json()) as Received[]
  return all.filter(({ path }) => path.includes(place))
}
const bodies = async () => (await received()).map(({ body }) => JSON.parse(body) as Record<string, string>)

const accepted: Move[] = [['accepted', { subject: '屋檐滴水', message: '收到了。' }]]
const told = async (filing: Record<string, unknown> = {}, moves = accepted): Promise<Filed> => {
  const filed = await file(world, { ...wanting, ...filing })
  await moveOn(world, filed, moves)
  return filed
}
const states = async () => (await outboxRows(world)).map(({ state }) => state)
const text = '您有新消息，请用查询码查看。六尺巷 example.invalid'

describe('a holder who asked for it', () => {
  it('gets one message about many events, some minutes later, and no other one', async () => {
    const filed = await told()
    await moveOn(world, filed, [['message', { message: '周六见。' }]])
    await run()
    expect(await received()).toEqual([])
    world.time.now += noticeWindow
    await run()
    await run()
    const [row] = await outboxRows(world)
    expect(await bodies()).toEqual([{ id: row?.id, to: '13800000000', text }])
    expect(row?.state).toBe('sent')
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      { event: 'notice', kind: 'sent', to: 'holder', id: row?.id },
    ])
  })

  it('gets one message from two runs at the same time', async () => {
    for (let count = 0; count < 7; count += 1) await told()
    world.time.now += noticeWindow
    await Promise.all([run(), run(), run()])
    const ids = (await bodies()).map(({ id }) => id)
    expect(ids).toHaveLength(7)
    expect(new Set(ids).size).toBe(7)
  })

  it('gets it next morning if it happened in the evening', async () => {
    world.time.now = Date.parse('2026-11-24T20:58:00+08:00')
    await told()
    for (const at of ['2026-11-24T21:05:00', '2026-11-25T03:00:00', '2026-11-25T07:59:00']) {
      world.time.now = Date.parse(`${at}+08:00`)
      await run()
    }
    expect(await received()).toEqual([])
    world.time.now = Date.parse('2026-11-25T08:00:00+08:00')
    await run()
    expect(await bodies()).toHaveLength(1)
  })

  it('gets it at the hours they said, and the attempt before does not count', async () => {
    const contact = { mayCall: false, mayText: true, when: '下午' }
    await told({ danger: true, contact })
    world.time.now += noticeWindow
    await run()
    expect(await outboxRows(world)).toMatchObject([
      { state: 'due', attempts: 0, next_at: Date.parse('2026-11-24T13:30:00+08:00') },
    ])
    world.time.now = Date.parse('2026-11-24T13:30:00+08:00')
    await run()
    expect(await bodies()).toHaveLength(1)
  })

  it('is not told of what happened before the activation', async () => {
    await told()
    world.time.now += noticeWindow
    await run({ ...webhook(), since: '2026-11-24T10:01:00+08:00' })
    expect(await received()).toEqual([])
    expect(await states()).toEqual(['due'])
  })
})

describe('nobody is told, and nothing is kept,', () => {
  it.each([
    ['without the box', { notify: false }],
    ['without a number', { phone: undefined }],
    ['without a mobile number', { phone: '0562-6012345' }],
    ['if texting is not safe', { danger: true, contact: { mayCall: true, mayText: false } }],
    [
      'at hours that only a person can read',
      { danger: true, contact: { mayText: true, when: '他不在家的时候' } },
    ],
    ['at a number that the other side has', { otherParty: '陈大力 138-0000-0000' }],
  ])('%s', async (_, filing) => {
    await told(filing)
    world.time.now += noticeWindow
    await run()
    expect(await received()).toEqual([])
    expect(await outboxRows(world)).toEqual([])
    expect(logged).toEqual([])
  })
})

describe('a provider that', () => {
  it('is busy is asked again, later each time, until the notice is dead', async () => {
    await told()
    world.time.now += noticeWindow
    for (const wait of [...retryAfter, 0]) {
      await run(webhook('later'))
      await run(webhook('later'))
      world.time.now += wait
      // The next attempt waits for the morning.
      if (new Date(world.time.now + 8 * hour).getUTCHours() < 8) world.time.now += 8 * hour
      if (new Date(world.time.now + 8 * hour).getUTCHours() >= 21) world.time.now += 11 * hour
    }
    expect(await bodies()).toHaveLength(retryAfter.length + 1)
    expect(new Set((await bodies()).map(({ id }) => id)).size).toBe(1)
    expect(await states()).toEqual(['dead'])
    expect(logged.map((line) => JSON.parse(line)).at(-1)).toEqual({
      event: 'notices',
      kind: 'dead',
      count: 1,
    })
    expect(logged.join('')).not.toMatch(/1380|您|吴|[0-9]{4}-[0-9]{6}/)
  })

  it('fails again and again is left alone for this run', async () => {
    for (let count = 0; count < failuresToStop + 3; count += 1) await told()
    world.time.now += noticeWindow
    await run(webhook('later'))
    expect(await bodies()).toHaveLength(failuresToStop)
    expect((await states()).filter((state) => state === 'due')).toHaveLength(3)
  })

  it('refuses the message is not asked again', async () => {
    await told()
    world.time.now += noticeWindow
    await run(webhook('refused'))
    world.time.now += hour
    await run(webhook('refused'))
    expect(await bodies()).toHaveLength(1)
    expect(await states()).toEqual(['dead'])
  })

  it('takes the message and cuts the line gets the same id again', async () => {
    await told()
    world.time.now += noticeWindow
    await run(webhook('cut'))
    expect(await outboxRows(world)).toMatchObject([{ state: 'failed', unsure: 1 }])
    world.time.now += retryAfter[0]
    await run()
    expect(new Set((await bodies()).map(({ id }) => id)).size).toBe(1)
    expect(await outboxRows(world)).toMatchObject([{ state: 'sent', unsure: 1 }])
  })

  it('does not know our id gets one repeat after a sweep that ended in between, and no second one', async () => {
    // Alibaba Cloud's address has no path: the receiver answers 404 there, and counts nothing.
    const config = {
      since,
      holders: {
        ...{ by: 'aliyun', accessKeyId: place, accessKeySecret: 'k', signName: '六尺巷', templateCode: 'S' },
        endpoint: inject('receiver'),
      },
    }
    await told()
    const end = (unsure: number) =>
      world.db
        .prepare("UPDATE outbox SET state = 'sending', unsure = ?, next_at = ?")
        .bind(unsure, world.time.now)
    await end(0).run()
    await run(config)
    expect(await outboxRows(world)).toMatchObject([{ state: 'failed', unsure: 1 }])
    await end(1).run()
    const before = logged.length
    await run(config)
    expect(await outboxRows(world)).toMatchObject([{ state: 'dead', unsure: 2 }])
    expect(logged.slice(before).map((line) => JSON.parse(line))).toEqual([
      { event: 'notices', kind: 'dead', count: 1 },
    ])
  })

  it('cannot be reached costs no attempt', async () => {
    await told()
    world.time.now += noticeWindow
    const { holders } = webhook()
    await run({ since, holders: { ...holders, url: 'http://127.0.0.1:9/' } })
    expect(await outboxRows(world)).toMatchObject([{ state: 'due', attempts: 0, unsure: 0 }])
    expect(logged).toEqual([JSON.stringify({ event: 'notices', kind: 'unreachable', to: 'holder' })])
    world.time.now += retryAfter[0]
    await run()
    expect(await states()).toEqual(['sent'])
  })
})

it.each([
  ['handed up', ['escalated', { unit: 'shili-centre', reason: '办不了' }]],
  ['marked', ['danger-marked', { reason: '他挨打了' }]],
] as [string, Move][])('a case that is %s goes on being told like any other', async (_, step) => {
  const filed = await told({ about: 'village-cadre' }, [...accepted, step])
  world.time.now += minute
  await moveOn(world, filed, [['message', { message: '请给县里回个话。' }]])
  world.time.now += noticeWindow
  await run()
  expect((await bodies()).map(({ id: _, ...body }) => body)).toEqual([{ to: '13800000000', text }])
  expect(await outboxRows(world)).toMatchObject([{ state: 'sent', attempts: 1, unsure: 0 }])
})

it('a case of danger whose holder may be texted is told in the same bytes as another case of the county', async () => {
  const seen = []
  for (const filing of [
    { about: 'town-staff' },
    { danger: true, contact: { mayCall: false, mayText: true } },
  ]) {
    world.time.now = Date.parse(tuesday)
    place = crypto.randomUUID()
    await world.db.prepare('DELETE FROM outbox').run()
    logged.length = 0
    await told(filing)
    world.time.now += noticeWindow
    await run()
    const rows = JSON.stringify([await received(), await outboxRows(world), logged])
    seen.push(rows.replaceAll(/[0-9a-f]{32,64}/g, '#').replaceAll(place, '#'))
  }
  expect(seen[0]).toContain('sent')
  expect(seen[1]).toBe(seen[0])
})

it('a wrong configuration sends nothing, says where it is wrong, and stops nothing else', async () => {
  await told()
  await world.db.prepare("INSERT INTO guess_mark VALUES ('old', 1, 5)").run()
  world.time.now += noticeWindow
  await run({ since, holders: { by: 'webhook', url: 'ftp://geheim', secret: 'geheim' } })
  await run('{geheim')
  await run('')
  expect(await states()).toEqual(['due'])
  const faults = logged.map((line) => JSON.parse(line) as { place: string })
  expect(faults.map(({ place: at }) => at)).toEqual(['holders.url', 'holders.secret', 'NOTICES'])
  expect(logged.join('')).not.toContain('geheim')
  expect(await world.db.prepare("SELECT 1 FROM guess_mark WHERE key = 'old'").first()).toBeNull()
})

it('the same run lets a request take effect, noted in the log, and removes files that are due', async () => {
  const filed = await file(world)
  await moveOn(world, filed, [['declined', { message: '不归这里。', body: '县法院' }]])
  const { trackingCode } = filed
  const call = async (path: string, body = {}) =>
    (await postJson(world, path, { trackingCode, ...body })).status
  expect(await call(api.erase, { confirm: true })).toBe(202)
  await world.db.prepare("INSERT INTO case_file VALUES ('left', '', '', '', 5)").run()
  world.time.now += 7 * 24 * hour
  await run('')
  expect(await call(api.track)).toBe(404)
  expect(logged.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ event: 'erasure', party: 1, asked: 'yes' }),
  )
  expect(await world.db.prepare("SELECT 1 FROM case_file WHERE id = 'left'").first()).toBeNull()
})

it('staff of a unit are told once a day that something is to do, and not of cases hidden from them', async () => {
  const unit = 'qingshi-liuwan-committee'
  const config = { since, staff: [{ by: 'wecom', unit, url: `${inject('receiver')}/wecom/${place}` }] }
  await file(world, { about: 'village-cadre' })
  await run(config)
  expect(await received()).toEqual([])
  await file(world)
  await run(config)
  await file(world)
  world.time.now += claimLife
  await run(config)
  expect(await bodies()).toEqual([{ msgtype: 'text', text: { content: '您有新的待办，请登录查看' } }])
})

it('staff are told nothing at night, and in the morning of what is to do', async () => {
  const unit = 'qingshi-liuwan-committee'
  const config = { since, staff: [{ by: 'wecom', unit, url: `${inject('receiver')}/wecom/${place}` }] }
  await file(world)
  world.time.now = Date.parse('2026-11-24T22:00:00+08:00')
  await run(config)
  expect([await received(), await outboxRows(world)]).toEqual([[], []])
  world.time.now = Date.parse('2026-11-25T08:00:00+08:00')
  await run(config)
  expect(await received()).toHaveLength(1)
})

it('staff are told by mail over a connection of the Worker', async () => {
  const mail = { host: '127.0.0.1', port: inject('mailPort'), from: 'portal@county.example' }
  const staff = [{ by: 'email', unit: 'qingshi-liuwan-committee', to: 'zhiban@county.example' }]
  await file(world)
  await run({ since, staff, mail })
  expect(await outboxRows(world)).toMatchObject([{ kind: 'email', state: 'sent' }])
  await run({ since, staff, mail: { ...mail, port: 9 } })
  await world.db.prepare("UPDATE outbox SET state = 'due', next_at = 0").run()
  await run({ since, staff, mail: { ...mail, port: 9 } })
  expect(await outboxRows(world)).toMatchObject([{ state: 'due' }])
})
