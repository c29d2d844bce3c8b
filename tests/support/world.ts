import { env } from 'cloudflare:test'
import { inject, vi } from 'vitest'
import type { Random } from '#domain/basics/random.ts'
import { addDays, type Day, dayOf } from '#domain/basics/time.ts'
import { makeKeys } from '#keys'
import type { Ports } from '#ports'
import { createStore } from '#store/create.ts'
import { bucketBox } from '#store/files/bucket.ts'
import { createFileStore } from '#store/files/create.ts'
import { createApp } from '../../functions/app.ts'
import { countedD1 } from './counted-d1.ts'

export const origin = 'https://portal.example'

/** A Tuesday in a year with known holidays, for tests that name due days. */
export const tuesday = '2026-11-24T10:00:00+08:00'

const secrets = { masterKey: new Uint8Array(32).fill(7), codePepper: new Uint8Array(32).fill(9) }

/** The clock of a test: setting it moves the isolate's `Date`, which the port and the libraries read. */
const time = {
  get now(): number {
    return Date.now()
  },
  set now(at: number) {
    vi.setSystemTime(at)
  },
}

/**
 * The app over the test's own D1, with a clock the test can set and a log it can read.
 * @param startAt RFC 3339, for a test about a certain day; default: the day of this run
 */
export const makeWorld = (startAt = inject('startAt')) => {
  const counted = countedD1(env.DB)
  const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
  const keys = makeKeys(secrets, random)
  time.now = Date.parse(startAt)
  const logged: unknown[] = []
  const sender = { address: '203.0.113.7' }
  const ports: Ports = {
    store: createStore(counted.db, keys, random),
    files: createFileStore(counted.db, keys, random, bucketBox(env.FILES)),
    keys,
    clock: () => Date.now(),
    random,
    clientAddress: () => sender.address,
    asset: async (path) => {
      const answer = await (env as { ASSETS?: { fetch: typeof fetch } }).ASSETS?.fetch(
        `https://assets.invalid${path}`,
      )
      return answer?.ok ? answer : undefined
    },
    log: (entry) => logged.push(entry),
  }
  const app = createApp(ports)
  const request = async (path: string, init: RequestInit = {}): Promise<Response> =>
    app.fetch(new Request(`${origin}${path}`, { redirect: 'manual', ...init }))
  /** Today, or `later` days after it. */
  const day = (later = 0): Day => addDays(dayOf(time.now), later)
  return { app, ports, counted, time, day, logged, sender, request, db: env.DB, bucket: env.FILES }
}

export type World = ReturnType<typeof makeWorld>

/** A valid filing; a test changes the fields it is about. */
export const rightFiling = {
  track: 'mediation',
  category: 'neighbour',
  region: 'qingshi-liuwan',
  narrative: '今年春天隔壁翻了屋顶，一下雨水就落到我家院子里。',
  request: '请他家装水槽。',
  name: '吴秀兰',
  phone: '13800000000',
  address: '柳湾村三组 8 号',
  about: 'none',
  danger: false,
  consent: true,
} as const

const browserHeaders = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
  origin,
}

/** Posts a form as a browser does. */
export const postForm = (
  world: Pick<World, 'request'>,
  path: string,
  fields: Record<string, unknown> | [string, string][],
  headers: Record<string, string> = {},
): Promise<Response> => {
  const pairs = Array.isArray(fields)
    ? fields
    : Object.entries(fields).map(([name, value]) => [name, String(value)])
  const body = new URLSearchParams(pairs as [string, string][])
  return world.request(path, {
    method: 'POST',
    headers: { ...browserHeaders, ...headers },
    body: body.toString(),
  })
}

/** Posts JSON as a program does. */
export const postJson = (
  world: Pick<World, 'request'>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  world.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** The cookie to send back after an answer. */
export const cookieOf = (answer: Response): string =>
  (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

/** The one-time token of a check page. */
export const sendTokenOf = (html: string): string =>
  /name="sendToken" value="([0-9a-f]{32})"/.exec(html)?.[1] ?? ''

/** Files a case through the API and returns the answer. */
export const file = async (world: Pick<World, 'request'>, changes: Record<string, unknown> = {}) => {
  const answer = await postJson(world, '/api/v1/cases', { ...rightFiling, ...changes })
  if (answer.status !== 201) throw new Error(`filing: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { caseNumber: string; trackingCode: string; [field: string]: unknown }
}
