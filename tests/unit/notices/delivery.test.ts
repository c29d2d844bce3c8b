import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hour, minute } from '#domain/basics/bounds.ts'
import { claimRows } from '#domain/notices/bounds.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import type { NoticeConfig } from '../../../functions/notices/config.ts'
import { sendNotices } from '../../../functions/notices/send-notices.ts'
import { sendersOf } from '../../../functions/notices/senders.ts'
import { smtpLine } from '../../../functions/smtp-line.ts'
import { nodeApp } from '../../support/node-app.ts'
import { type Behaviour, type Received, startReceiver } from '../../support/receiver.ts'

/**
 * Two days of a county on Node, with providers that fail, cut, stall, answer late and are gone for hours, and with sweeps
 * that die or run twice: how many messages are sent, late, lost and doubled.
 */

const many = 60
const start = Date.parse('2026-11-24T09:00:00+08:00')
const since = '2026-11-24T00:00:00+08:00'

beforeAll(() => {
  const { timeout } = AbortSignal
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((wait) => timeout.call(AbortSignal, wait / 50))
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterAll(() => void vi.restoreAllMocks())

/** The same numbers from 0 to 99 in each run. */
const numbers = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * 100)
}

/** One answer in two is right; the others are what networks and servers do. */
const unruly = (right: Behaviour, draw: () => number) => (): Behaviour => {
  const drawn = draw()
  if (drawn < 50) return right
  if (drawn < 60) return { status: 503 }
  if (drawn < 70) return 'cut'
  if (drawn < 78) return 'stall'
  if (drawn < 88) return { status: 500 }
  return typeof right === 'string' ? right : { ...right, after: 30 }
}

type Holders = NonNullable<NoticeConfig['holders']>
interface Kind {
  right: Behaviour
  config: (url: string) => Holders
  /** The number and our id in a request. */
  read: (request: Received) => { to: string; id: string }
  takesId: boolean
}

const kinds: Record<string, Kind> = {
  webhook: {
    right: { status: 204 },
    config: (url) => ({ by: 'webhook', url, secret: 'k'.repeat(32) }),
    read: ({ body }) => JSON.parse(body) as { to: string; id: string },
    takesId: true,
  },
  tencent: {
    right: { status: 200, body: JSON.stringify({ Response: { SendStatusSet: [{ Code: 'Ok' }] } }) },
    config: (endpoint) => ({
      ...{ by: 'tencent', endpoint, region: 'r', secretId: 'i', secretKey: 'k' },
      ...{ sdkAppId: '1', signName: 's', templateId: '2' },
    }),
    read: ({ body }) => {
      const { PhoneNumberSet, SessionContext } = JSON.parse(body) as Record<string, string>
      return { to: String(PhoneNumberSet).slice(3), id: SessionContext ?? '' }
    },
    takesId: false,
  },
}

const county = async (people: number) => {
  const { ports, app, close } = nodeApp()
  const filing = { track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', narrative: '经过' }
  for (let count = 0; count < people; count += 1) {
    const answer = await app.request('/api/v1/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ ...filing, request: '诉求', name: '吴秀兰', phone: `139${String(count).padStart(8, '0')}` },
        ...{ danger: false, consent: true, notify: true },
      }),
    })
    const { caseNumber } = (await answer.json()) as { caseNumber: string }
    const input = { subject: '屋檐滴水', message: '收到了' }
    await moveCase(ports, { number: caseNumber, kind: 'accepted', by: 'console', input })
  }
  return { ports, close }
}

it.each(Object.entries(kinds))(
  'with an unruly %s, every message is sent or counted as given up, and nobody has more than one repeat',
  async (name, { right, config, read, takesId }) => {
    vi.setSystemTime(start)
    const draw = numbers(7)
    const answer = unruly(right, draw)
    /** Of each request, when it came, and whether its message may have gone out. */
    const came: { at: number; taken: boolean }[] = []
    const behave = () => {
      const behaviour = answer()
      came.push({ at: Date.now(), taken: typeof behaviour === 'string' || behaviour.status !== 503 })
      return behaviour
    }
    let receiver = await startReceiver(behave)
    const { port } = receiver
    const arrived: Received[] = receiver.received
    const { ports, close } = await county(many)
    const senders = sendersOf(
      { since, holders: config(receiver.url), staff: [] },
      { ...ports, connect: smtpLine },
    )
    // One sweep in ten dies before it records what it did, in spite of a second try.
    let dies = false
    const store: typeof ports.store = {
      ...ports.store,
      settleNotices: (rows) => {
        if (!dies && draw() >= 10) return ports.store.settleNotices(rows)
        dies = !dies
        return Promise.reject(new Error('died'))
      },
    }
    const sweep = () =>
      sendNotices({ ...ports, store, log: () => undefined }, senders, Date.parse(since)).catch(
        () => undefined,
      )
    for (let at = start; at < start + 48 * hour; at += 10 * minute) {
      vi.setSystemTime(at)
      // The provider is gone for three hours.
      if (at === start + 20 * minute) await receiver.stop()
      if (at === start + 200 * minute) {
        receiver = await startReceiver(behave, port)
        receiver.received.push(...arrived)
      }
      await Promise.all([sweep(), sweep()])
    }
    await receiver.stop()
    const states = Object.fromEntries(
      (await ports.store.countNotices()).map(({ state, count }) => [state, count]),
    )
    close()

    // What people have on their telephones: a receiver that knows our id shows a repeat once.
    const shown = receiver.received
      .map((request, at) => ({ ...read(request), ...came[at] }))
      .filter(({ taken }) => taken)
    const messages = takesId ? [...new Map(shown.reverse().map((one) => [one.id, one])).values()] : shown
    const people = [...Map.groupBy(messages, ({ to }) => to).values()]
    const figures = {
      ...{ people: many, requests: came.length, sent: states['sent'] ?? 0, dead: states['dead'] ?? 0 },
      late: people.filter((list) => Math.min(...list.map(({ at = 0 }) => at)) > start + hour).length,
      lost: many - people.length,
      doubled: people.filter((list) => list.length > 1).length,
      mostToOne: Math.max(...people.map((list) => list.length)),
    }
    process.stdout.write(`notices by ${name}: ${JSON.stringify(figures)}\n`)
    expect(figures.sent + figures.dead).toBe(many)
    // Nobody is lost without being counted.
    expect(figures.lost).toBeLessThanOrEqual(figures.dead)
    expect(figures.late).toBeGreaterThan(0)
    expect(figures.mostToOne).toBeLessThanOrEqual(takesId ? 1 : 2)
  },
  120_000,
)

it('an account without money for three days costs a few requests a run, and no message', async () => {
  vi.setSystemTime(start)
  let isPaid = false
  const { url, received, stop } = await startReceiver(() => ({
    status: isPaid ? 200 : 400,
    body: JSON.stringify({ Code: isPaid ? 'OK' : 'isv.AMOUNT_NOT_ENOUGH' }),
  }))
  const people = 12
  const { ports, close } = await county(people)
  const holders: Holders = {
    ...{ by: 'aliyun', endpoint: url, accessKeyId: 'i', accessKeySecret: 'k', signName: 's' },
    templateCode: 't',
  }
  const senders = sendersOf({ since, holders, staff: [] }, { ...ports, connect: smtpLine })
  const run = () => sendNotices({ ...ports, log: () => undefined }, senders, Date.parse(since))
  const runs: number[] = []
  for (let at = start + hour; at < start + 73 * hour; at += hour) {
    vi.setSystemTime(at)
    isPaid = at > start + 72 * hour - minute
    const before = received.length
    await run()
    runs.push(received.length - before)
  }
  const states = await ports.store.countNotices()
  close()
  await stop()
  expect(states).toEqual([{ state: 'sent', count: people }])
  expect(runs.pop()).toBe(people)
  expect(Math.max(...runs)).toBe(claimRows)
})
