import { beforeAll, describe, expect, inject, it } from 'vitest'
import { api } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { servedDocument } from '../../functions/api/openapi.ts'
import { client } from '../generated/client/client.gen.ts'
import {
  addFile,
  copyCase,
  eraseHolder,
  fileCase,
  followCase,
  objectToResult,
  proveCase,
  publishedRoots,
  rateCase,
  readFile,
  search,
  urgeDesk,
  vocabulary,
  withdrawCase,
  writeMessage,
} from '../generated/client/index.ts'
import { done, filing } from '../support/client.ts'
import { small } from '../support/evidence.ts'
import { base } from '../support/http.ts'

/**
 * A client that a generator made from the OpenAPI document (tests/support/generate-client.ts) makes every call of it; those
 * between two sides are in tests/unit/node-two-sides.test.ts. A field that the document names otherwise than the server, or not at all, fails in `tsc` or here.
 */

beforeAll(() => void client.setConfig({ baseUrl: base() }))

const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$/)

/** Compares a whole answer: the type of the document knows every field, and the server gave no other value. */
const expectAll = <T>(answer: T, fields: NoInfer<T>) => expect(answer).toEqual(fields)
const text = expect.any(String)
const filed = () => done(fileCase({ body: filing }))
const followed = (trackingCode: string) => done(followCase({ body: { trackingCode } }))

it('is made from the document that the Worker serves', async () => {
  expect(await (await fetch(base() + api.openapi)).text()).toBe(servedDocument)
})

describe('a client made from the document', () => {
  it('files a case once under one key, and follows it', async () => {
    const headers = { 'Idempotency-Key': 'a-key-of-a-generated-client' }
    const answer = await done(fileCase({ body: filing, headers }))
    const { caseNumber, trackingCode, unit, filedAt, next, lastHash } = answer
    const [first] = next
    const same = { caseNumber, status: 'filed', level: 'village', unit, next, lastHash } as const
    expectAll(answer, { ...same, trackingCode, filedAt: instant })
    expectAll(await done(fileCase({ body: filing, headers })), answer)
    const one = await followed(trackingCode)
    const [step] = one.timeline
    expectAll(one, {
      ...same,
      side: 'complainant',
      unitSince: filedAt,
      clocks: one.clocks,
      timeline: one.timeline,
      messages: [],
      turn: 'desk',
      can: expect.arrayContaining(['message', 'file', 'withdraw', 'copy']),
      files: [],
      more: null,
    })
    expectAll(first, { what: text, by: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    expectAll(step, { at: filedAt, kind: 'filed', text })
    expectAll(one.clocks[0], {
      name: text,
      startedAt: filedAt,
      dueAt: instant,
      provisional: expect.any(Boolean),
      state: 'running',
      ifPassed: text,
      countyRule: text,
    })
  })

  it('writes, asks to be called, and reads what arrived', async () => {
    const { trackingCode } = await filed()
    const words = '雨又漏进来了。'
    const call = { number: '0000', when: '上午' }
    const arrived = await done(writeMessage({ body: { trackingCode, text: words, call } }))
    expectAll(arrived, { at: instant })
    const { messages } = await followed(trackingCode)
    expectAll(messages, [{ ...arrived, from: '您', text: words, call: { when: '上午' }, receipt: 'arrived' }])
  })

  it('pages a long conversation', async () => {
    const { trackingCode } = await filed()
    for (let at = 1; at <= 11; at += 1)
      await done(writeMessage({ body: { trackingCode, text: `第 ${at} 句` } }))
    const { messages, more } = await followed(trackingCode)
    const older = await done(followCase({ body: { trackingCode, before: more?.before ?? '' } }))
    const all = [...older.messages, ...messages].map((one) => one.text)
    expect(new Set(all)).toEqual(new Set(Array.from({ length: 11 }, (_, at) => `第 ${at + 1} 句`)))
  })

  it('gives a photograph, reads it whole and in parts, and sees it in a copy', async () => {
    const { trackingCode } = await filed()
    const file = new Blob([small.jpeg])
    const body = { trackingCode, file, caption: '东墙的裂缝', audience: 'both', sensitive: 'none' } as const
    const given = await done(addFile({ body }))
    const { id, size } = given
    expectAll(given, { id: expect.stringMatching(/^[0-9a-f]{32}$/), kind: 'jpeg', size: expect.any(Number) })
    const listed = { ...given, from: '您', audience: 'both', at: instant } as const
    expect((await followed(trackingCode)).files).toMatchObject([listed])

    const whole = await readFile({ body: { trackingCode, id } })
    expect([whole.response?.status, whole.data?.size]).toEqual([200, size])
    const part = await readFile({ body: { trackingCode, id }, headers: { Range: 'bytes=2-101' } })
    expect(part.response?.status).toBe(206)
    expect(await part.data?.bytes()).toEqual((await whole.data?.bytes())?.slice(2, 102))
    const beyond = await readFile({ body: { trackingCode, id }, headers: { Range: 'bytes=9999999-' } })
    expect(beyond.error?.status).toBe(416)

    const copy = await done(copyCase({ body: { trackingCode } }))
    expectAll(copy.files, [{ ...listed, caption: '东墙的裂缝' }])
    expectAll(
      copy.given.find(({ field }) => field === 'request'),
      { field: 'request', name: text, text: filing.request },
    )
  })

  it('withdraws a case, takes it back, and withdraws it again', async () => {
    const { trackingCode } = await filed()
    const asked = await done(withdrawCase({ body: { trackingCode, confirm: true } }))
    expectAll(asked, { effectiveAt: instant, afterTalk: false })
    const effectiveAt = asked.effectiveAt ?? ''
    expectAll((await followed(trackingCode)).pending, { what: 'withdraw', effectiveAt, afterTalk: false })
    expectAll(await done(withdrawCase({ body: { trackingCode, cancel: true } })), { effectiveAt: null })
    expect((await followed(trackingCode)).pending).toBeUndefined()
    await done(withdrawCase({ body: { trackingCode, confirm: true } }))
  })

  it('proves a case, and reads the published roots', async () => {
    const proof = await done(proveCase({ body: { trackingCode: inject('earlier').waiting } }))
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
    // Whether the last day is closed already depends on the scheduler of the server.
    expect(['waiting', 'locked']).toContain(proof.state)
    const { state, proof: path } = proof
    expectAll(proof, { caseNumber: text, state, filedHash: hash, lastHash: hash, proof: path })
    const { days } = await done(publishedRoots({ query: { since: '2026-01-01' } }))
    for (const one of days) expectAll(one, { day: text, root: hash })
  })

  it('urges a desk that has left a case alone', async () => {
    const trackingCode = inject('earlier').waiting
    const { unit, can } = await followed(trackingCode)
    expect(can).toContain('urge')
    expectAll(await done(urgeDesk({ body: { trackingCode } })), { at: instant, units: [unit] })
  })

  it('rates a result, objects to it, reads both in a copy, and asks to be erased', async () => {
    const trackingCode = inject('earlier').settled
    const { status, unit, can } = await followed(trackingCode)
    expect([status, can]).toEqual(['settled', expect.arrayContaining(['rate', 'object', 'erase'])])
    const rating = { result: 'partly', treated: 3, text: '说得太快' } as const
    expectAll(await done(rateCase({ body: { trackingCode, ...rating } })), { changeableUntil: instant })
    const objected = await done(objectToResult({ body: { trackingCode, text: '水槽还没有装。' } }))
    expectAll(objected, { at: instant, unit: expect.not.stringMatching(`^${unit}$`) })
    const { ratings, filedAt } = await done(copyCase({ body: { trackingCode } }))
    expectAll(ratings, [{ period: 'end', answeredAt: instant, ...rating }])
    expect(filedAt).toEqual(instant)
    const erased = await done(eraseHolder({ body: { trackingCode, confirm: true } }))
    expectAll(erased, { effectiveAt: instant, afterTalk: false })
    const effectiveAt = erased.effectiveAt ?? ''
    expectAll((await followed(trackingCode)).pending, { what: 'erase', effectiveAt, afterTalk: false })
    expectAll(await done(eraseHolder({ body: { trackingCode, cancel: true } })), { effectiveAt: null })
  })

  it('searches, and reads the words of the contract', async () => {
    const { urgent, results } = await done(search({ query: { q: '工资', limit: 3 } }))
    expect([urgent, results.length]).toEqual([[], 3])
    const words = { title: text, excerpt: text, category: 'labour' } as const
    for (const found of results)
      expectAll(found, { ...words, kind: found.kind, url: expect.stringMatching('^/') })
    const { regions, statuses, categories, levels, unitKinds, about, tracks } = await done(vocabulary())
    expect(regions.map(({ id }) => id)).toEqual(county.areas.map(({ id }) => id))
    expectAll(statuses[0], { id: 'filed', name: '已登记' })
    expect([levels[0]?.id, about[0]?.id, tracks[0]?.purpose]).toEqual(['grid', 'none', text])
    expect([categories[0]?.examples, unitKinds[0]?.makesAgreements]).toEqual([text, true])
  })

  it('is told what is wrong by a problem that it knows', async () => {
    const empty = await fileCase({ body: { ...filing, narrative: '' } })
    expect(empty.data).toBeUndefined()
    expect([empty.response?.status, empty.error?.status]).toEqual([422, 422])
    const errors = [{ field: 'narrative', code: 'required', message: text }]
    const problem = { type: text, title: text, status: 422, errors }
    expectAll(empty.error, problem)

    const { trackingCode } = await filed()
    const early = await urgeDesk({ body: { trackingCode } })
    expect(early.response?.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect([early.error?.status, early.error?.detail, early.error?.errors]).toEqual([
      409,
      expect.stringContaining('起可以催一次'),
      undefined,
    ])
    expect((await followCase({ body: { trackingCode: '1'.repeat(16) } })).error?.errors?.[0]).toMatchObject({
      field: 'trackingCode',
    })
    const video = await addFile({ body: { trackingCode, file: new Blob(['not a picture']) } })
    expect([video.error?.status, video.error?.errors?.[0]?.field]).toEqual([422, 'file'])
  })
})
