import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { day, guessesPerAddress } from '#domain/basics/bounds.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, api } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { closeDays } from '../../../functions/anchors/close-days.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { ended, good, low, rate } from '../../support/rating.ts'
import { file, makeWorld, postJson, rightFiling, type World } from '../../support/world.ts'

/** The OpenAPI document against the real answers: answers match it, and requests it allows are accepted. */

interface Answered {
  content?: Record<string, { schema: { $ref: string } }>
  headers?: Record<string, unknown>
}
interface Operation {
  operationId: string
  requestBody?: Answered
  responses: Record<string, Answered>
}
interface Document {
  openapi: string
  info: { license: unknown; contact: { url: string } }
  servers: { url: string }[]
  security: unknown[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Record<string, unknown>> }
}

let world: World
beforeEach(() => {
  world = makeWorld()
})

const documentOf = async () => (await (await world.request(api.openapi)).json()) as Document
const named = (answered: Answered | undefined, type: string): string =>
  answered?.content?.[type]?.schema.$ref.split('/').at(-1) ?? ''
const judge = (document: Document, name: string, closed = false) => {
  const schema = document.components.schemas[name]
  return z.fromJSONSchema((closed ? close(schema) : schema) as Parameters<typeof z.fromJSONSchema>[0])
}

/** The document allows additional properties; in this test a property it does not name is a fault. */
const close = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(close)
  if (typeof schema !== 'object' || schema === null) return schema
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]))
  return 'properties' in inside ? { ...inside, additionalProperties: false } : inside
}

/** Checks an answer against the document: status, media type and body. */
const holds = async (method: 'get' | 'post', path: string, answer: Response) => {
  const document = await documentOf()
  const documented = document.paths[path]?.[method]?.responses[answer.status]
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const name = named(documented, type)
  expect(name, `${method} ${path} ${answer.status} ${type} is not documented`).not.toBe('')
  expect(judge(document, name, true).safeParse(await answer.clone().json()).error).toBeUndefined()
  for (const header of Object.keys(documented?.headers ?? {}))
    expect(answer.headers.get(header)).not.toBeNull()
  return documented
}

describe('the OpenAPI document', () => {
  it('has what a generated client needs', async () => {
    const document = await documentOf()
    expect(document.openapi).toBe('3.1.0')
    expect(document.info.license).toEqual({ name: 'MIT', identifier: 'MIT' })
    expect(document.info.contact.url).toBe(county.site.url)
    expect(document.servers).toEqual([{ url: county.site.url }])
    expect(document.security).toEqual([])
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(operations.length)
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/)
    for (const { responses } of operations)
      for (const [status, answered] of Object.entries(responses))
        expect(Object.keys(answered.content ?? {}), status).toHaveLength(1)
  })

  it('names every path of the API except its own, and no other', async () => {
    const served = world.app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    const written = Object.entries((await documentOf()).paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(written.sort()).toEqual(
      [...new Set(served.map(({ method, path }) => `${method} ${path}`))]
        .filter((one) => one !== `GET ${api.openapi}`)
        .sort(),
    )
  })

  it('has no default in a request schema, so optional fields stay optional', async () => {
    const { Filing, Track } = (await documentOf()).components.schemas
    expect(JSON.stringify([Filing, Track])).not.toContain('"default"')
    expect(Filing?.['required']).toEqual([
      ...['danger', 'track', 'category', 'region', 'narrative', 'request', 'consent'],
    ])
  })

  it('allows additional properties in answers', async () => {
    expect(JSON.stringify(await documentOf())).not.toContain('additionalProperties')
  })

  it('has no broken reference', async () => {
    const document = await documentOf()
    for (const [, name = ''] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas[name], name).toBeDefined()
  })
})

const without = (...fields: string[]) =>
  Object.fromEntries(Object.entries(rightFiling).filter(([field]) => !fields.includes(field)))

/** Requests the schema allows are accepted, requests it forbids refused: each row is checked against both. */
const filings: [string, Record<string, unknown>, 201 | 422][] = [
  ['all required fields', rightFiling, 201],
  ['a name only', without('phone'), 201],
  ['a phone only', without('name'), 201],
  ['neither', without('name', 'phone'), 422],
  ['name and phone null', { ...rightFiling, name: null, phone: null }, 422],
  ['anonymous', { ...without('name', 'phone'), anonymous: true }, 201],
  ['anonymous, name and phone null', { ...rightFiling, anonymous: true, name: null, phone: null }, 201],
  ['anonymous with a name', { ...without('phone'), anonymous: true }, 422],
  ['anonymous with a phone', { ...without('name'), anonymous: true }, 422],
  ['an anonymous complaint', { ...without('name', 'phone'), anonymous: true, track: 'complaint' }, 422],
  ['an anonymous tip', { ...without('name', 'phone'), anonymous: true, track: 'tip' }, 201],
  ['anonymous false', { ...rightFiling, anonymous: false }, 201],
  ['anonymous as a string', { ...rightFiling, anonymous: 'no' }, 422],
  ['consent false', { ...rightFiling, consent: false }, 422],
  ['consent left out', without('consent'), 422],
  ['consent as a string', { ...rightFiling, consent: 'true' }, 422],
  ['danger left out', without('danger'), 422],
  ['danger without a contact', { ...rightFiling, danger: true }, 422],
  ['danger with contact null', { ...rightFiling, danger: true, contact: null }, 422],
  ['danger with a contact', { ...rightFiling, danger: true, contact: { mayCall: true } }, 201],
  ['danger with an empty contact', { ...rightFiling, danger: true, contact: {} }, 201],
  ['contact with a string for a flag', { ...rightFiling, contact: { mayCall: 'yes' } }, 422],
  ['contact as a string', { ...rightFiling, contact: 'x' }, 422],
  ['contact with a time of 40 characters', { ...rightFiling, contact: { when: '字'.repeat(40) } }, 201],
  ['contact with a time of 41 characters', { ...rightFiling, contact: { when: '字'.repeat(41) } }, 422],
  ['a region of another county', { ...rightFiling, region: 'atlantis' }, 422],
  ['a region left out', without('region'), 422],
  ['a grid as region', { ...rightFiling, region: 'qingshi-liuwan-1' }, 201],
  ['the county as region', { ...rightFiling, region: 'shili' }, 201],
  ['an unknown track', { ...rightFiling, track: 'lawsuit' }, 422],
  ['an empty category', { ...rightFiling, category: '' }, 422],
  ['an unknown person complained of', { ...rightFiling, about: 'nobody' }, 422],
  ['a complaint with an address', { ...rightFiling, track: 'complaint' }, 201],
  ['a complaint without an address', { ...without('address'), track: 'complaint' }, 422],
  ['a complaint with the address null', { ...rightFiling, address: null, track: 'complaint' }, 422],
  ['no address', without('address'), 201],
  ['nobody said to be complained of', without('about'), 201],
  ['a village cadre complained of', { ...rightFiling, about: 'village-cadre' }, 201],
  ['an empty narrative', { ...rightFiling, narrative: '' }, 422],
  ['a narrative of 4,000 characters', { ...rightFiling, narrative: '字'.repeat(4000) }, 201],
  ['a narrative of 4,001 characters', { ...rightFiling, narrative: '字'.repeat(4001) }, 422],
  ['a request of 1,001 characters', { ...rightFiling, request: '字'.repeat(1001) }, 422],
  ['a title of 41 characters', { ...rightFiling, title: '字'.repeat(41) }, 422],
  ['title null', { ...rightFiling, title: null }, 201],
  ['a name of 61 characters', { ...rightFiling, name: '字'.repeat(61) }, 422],
  ['a name as a number', { ...rightFiling, name: 5 }, 422],
  ...[
    '13800000000',
    '138-0000-0000',
    '+86 138 0000 0000',
    '0086 13800000000',
    '（0551）6000 0000',
    '０５５１６０００００００',
    '138 0000 0000 我儿子的',
    '60000000',
    '400-600-0000',
  ].map((phone): [string, Record<string, unknown>, 201] => [
    `phone ${phone}`,
    { ...rightFiling, phone },
    201,
  ]),
  ['a phone with a long note', { ...rightFiling, phone: `13800000000${'我'.repeat(50)}` }, 422],
]

describe('a filing through the API', () => {
  it.each(filings)('gets the documented answer with %s', async (_, body, status) => {
    const answer = await postJson(world, api.cases, body)
    expect(answer.status).toBe(status)
    await holds('post', api.cases, answer)
    expect(judge(await documentOf(), 'Filing').safeParse(body).success).toBe(status === 201)
  })

  // What can be dialled is more than a pattern can say: the document says it in words.
  it.each(['1380000000', '12345678901234', '没有', '23800000000'])(
    'gets the documented problem with a phone that cannot be dialled: %s',
    async (phone) => {
      const answer = await postJson(world, api.cases, { ...rightFiling, phone })
      expect(answer.status).toBe(422)
      await holds('post', api.cases, answer)
    },
  )

  it('refused for its media type or its key gets the documented problem', async () => {
    const key = { 'idempotency-key': '0123456789abcdef' }
    await postJson(world, api.cases, rightFiling, key)
    const answers = [
      await postJson(world, api.cases, '['),
      await postJson(world, api.cases, rightFiling, { 'content-type': 'text/plain' }),
      await postJson(world, api.cases, 'x'.repeat(600_000)),
      await postJson(world, api.cases, { ...rightFiling, request: '别的' }, key),
      await postJson(world, api.cases, rightFiling, { 'idempotency-key': 'short' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 415, 413, 409, 400])
    for (const answer of answers) await holds('post', api.cases, answer)
  })

  it('over plain http, or without a database, gets the documented problem', async () => {
    const insecure = await world.app.fetch(
      new Request(`http://portal.example${api.cases}`, { method: 'POST', body: '{}' }),
    )
    expect(insecure.status).toBe(403)
    await holds('post', api.cases, insecure)
    world.counted.before.call = () => {
      throw new Error('dead')
    }
    const dead = await postJson(world, api.cases, rightFiling)
    expect(dead.status).toBe(503)
    world.counted.before.call = () => {}
    await holds('post', api.cases, dead)
  })
})

describe('following through the API', () => {
  const track = (body: object) => postJson(world, api.track, body)

  it('with the code gets the documented answer in each status', async () => {
    const { trackingCode, caseNumber } = await file(world)
    for (const kind of [null, 'accepted', 'asked'] as const) {
      if (kind)
        await moveCase(world.ports, { number: caseNumber, kind, by: 'console', input: { message: '话' } })
      const answer = await track({ trackingCode })
      expect(answer.status).toBe(200)
      await holds('post', api.track, answer)
    }
    expect((await track({ trackingCode, caseNumber })).status).toBe(200)
  })

  it.each([
    ['of the same person', {}],
    ['of another by the phone', { phone: '13800000001' }],
  ])('of a case merged into one %s gets the documented answer', async (_, other) => {
    const [into, merged] = [await file(world, other), await file(world)]
    await moveCase(world.ports, {
      ...{ number: merged.caseNumber, kind: 'merged', by: 'console' },
      input: { other: into.caseNumber, message: '一起办' },
    })
    const answer = await track({ trackingCode: merged.trackingCode })
    expect(await answer.clone().json()).toHaveProperty('mergedInto.caseNumber', into.caseNumber)
    await holds('post', api.track, answer)
  })

  it('without a code, with a wrong one or after too many gets the documented problem', async () => {
    world.sender.address = '198.51.100.77'
    const guess = () => track({ trackingCode: makeTrackingCode(world.ports.random) })
    expect((await track({})).status).toBe(422)
    await holds('post', api.track, await track({}))
    await holds('post', api.track, await guess())
    for (let tries = 0; tries < guessesPerAddress; tries += 1) await guess()
    const refused = await guess()
    expect(refused.status).toBe(429)
    const documented = await holds('post', api.track, refused)
    expect(Object.keys(documented?.headers ?? {})).toEqual(['Retry-After'])
  })

  it('with a code that staff have seen reads the case, and rates nothing', async () => {
    const { trackingCode, caseNumber } = await file(world)
    await world.db
      .prepare('UPDATE case_code SET staff_saw = 1 WHERE case_id = (SELECT id FROM cases WHERE number = ?)')
      .bind(caseNumber)
      .run()
    expect((await track({ trackingCode })).status).toBe(200)
    const answer = await postJson(world, api.rating, { trackingCode, result: 'solved', treated: 5 })
    expect(answer.status).toBe(409)
    expect(await answer.clone().text()).toContain(actions.trackNewCode)
    await holds('post', api.rating, answer)
  })
})

describe('writing through the API', () => {
  const write = (body: object, headers = {}) => postJson(world, api.messages, body, headers)
  const text = '雨又漏进来了。'

  it('gets the documented answer, and the case then says so', async () => {
    const { trackingCode } = await file(world)
    const answer = await write({ trackingCode, text, call: { number: '0000', when: '上午' } })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    await holds('post', api.messages, answer)
    const followed = await postJson(world, api.track, { trackingCode })
    expect(await followed.clone().json()).toMatchObject({
      turn: 'desk',
      can: expect.arrayContaining(['message']),
      more: null,
      messages: [{ from: '您', text, call: { when: '上午' }, receipt: 'arrived' }],
    })
    await holds('post', api.track, followed)
  })

  it('gets the documented problem', async () => {
    const { trackingCode, caseNumber } = await file(world)
    const key = { 'idempotency-key': 'a-key-of-sixteen-characters' }
    expect((await write({ trackingCode, text }, key)).status).toBe(201)
    const refused: [number, Response][] = [
      [400, await write({ trackingCode, text }, { 'idempotency-key': 'short' })],
      [404, await write({ trackingCode: makeTrackingCode(world.ports.random), text })],
      [409, await write({ trackingCode, text: '别的话' }, key)],
      [415, await world.request(api.messages, { method: 'POST', body: 'x' })],
      [422, await write({ trackingCode, text: '' })],
      [422, await write({ text })],
    ]
    await moveCase(world.ports, {
      ...{ number: caseNumber, kind: 'declined', by: 'console' },
      input: { message: '不归这里', body: '法院' },
    })
    world.time.now += 31 * 86_400_000
    refused.push([409, await write({ trackingCode, text })])
    for (const [status, answer] of refused) {
      expect(answer.status).toBe(status)
      await holds('post', api.messages, answer)
    }
  })
})

it('rating a case gets the documented answer in each status', async () => {
  world.sender.address = '198.51.100.78'
  const key = { 'idempotency-key': 'rating-0123456789' }
  const [open, over] = [await file(world), await ended(world)]
  const statuses = []
  for (const answer of [
    await rate(world, over, low, key),
    await rate(world, over, good, key),
    await rate(world, over, { result: 'fine' }),
    await rate(world, over, good, { 'idempotency-key': 'short' }),
    await rate(world, open, good),
    await rate(world, { trackingCode: makeTrackingCode(world.ports.random) }, good),
  ]) {
    statuses.push(answer.status)
    await holds('post', api.rating, answer)
  }
  expect(statuses).toEqual([201, 409, 422, 400, 409, 404])
})

it('the search gives the documented answer', async () => {
  for (const query of ['?q=工资', '?q=工资&limit=0', '?q='])
    await holds('get', api.search, await world.request(`${api.search}${query}`))
})

it('the vocabulary is the documented answer', async () => {
  const answer = await world.request(api.vocabulary)
  const documented = await holds('get', api.vocabulary, answer)
  expect(named(documented, 'application/json')).toBe('Vocabulary')
})

it('urging gets the documented answer in each status', async () => {
  const { trackingCode } = await file(world)
  const urge = () => postJson(world, api.urge, { trackingCode })
  const early = await urge()
  world.time.now += 15 * day
  for (const [answer, status] of [
    [early, 409],
    [await urge(), 201],
    [await urge(), 409],
  ] as const) {
    expect(answer.status).toBe(status)
    await holds('post', api.urge, answer)
  }
})

it('objecting gets the documented answer in each status', async () => {
  const over = await ended(world)
  for (const [text, status] of [
    ['', 422],
    ['没有修好。', 201],
    ['没有修好。', 409],
  ] as const) {
    const answer = await postJson(world, api.object, { trackingCode: over.trackingCode, text })
    expect(answer.status).toBe(status)
    await holds('post', api.object, answer)
  }
})

it('a proof and the roots get the documented answer in each status', async () => {
  const { trackingCode } = await file(world)
  await closeDays(world.ports)
  for (const [code, status, later] of [
    [trackingCode, 200, 0],
    [trackingCode, 200, day],
    [makeTrackingCode(world.ports.random), 404, 0],
    ['1', 422, 0],
  ] as const) {
    world.time.now += later
    await closeDays(world.ports)
    const answer = await postJson(world, api.proof, { trackingCode: code })
    expect(answer.status).toBe(status)
    await holds('post', api.proof, answer)
  }
  for (const query of ['', '?since=2026-01-01', '?since=x'])
    await holds('get', api.anchors, await world.request(api.anchors + query))
})

it('a copy gets the documented answer', async () => {
  const over = await ended(world)
  await rate(world, over, low)
  for (const [trackingCode, status] of [
    [over.trackingCode, 200],
    [makeTrackingCode(world.ports.random), 404],
    ['1', 422],
  ] as const) {
    const answer = await postJson(world, api.copy, { trackingCode })
    expect(answer.status).toBe(status)
    await holds('post', api.copy, answer)
  }
})

it('erasing gets the documented answer in each status', async () => {
  const [open, over] = [await file(world), await ended(world)]
  for (const [{ trackingCode }, body, status] of [
    [open, { confirm: true }, 409],
    [over, {}, 422],
    [over, { confirm: true }, 202],
    [over, { cancel: true }, 200],
  ] as const) {
    const answer = await postJson(world, api.erase, { trackingCode, ...body })
    expect(answer.status).toBe(status)
    await holds('post', api.erase, answer)
    await holds('post', api.track, await postJson(world, api.track, { trackingCode }))
  }
})

it('withdrawing gets the documented answer in each status', async () => {
  const { trackingCode } = await file(world)
  const ask = (body: object) => postJson(world, api.withdraw, { trackingCode, ...body })
  for (const [body, status] of [
    [{}, 422],
    [{ cancel: true }, 409],
    [{ confirm: true }, 202],
    [{ confirm: true }, 409],
    [{ cancel: true }, 200],
  ] as const) {
    const answer = await ask(body)
    expect(answer.status).toBe(status)
    await holds('post', api.withdraw, answer)
    await holds('post', api.track, await postJson(world, api.track, { trackingCode }))
  }
})
