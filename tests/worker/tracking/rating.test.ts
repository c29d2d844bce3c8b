import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, api } from '#domain/routes/site.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { drawing, ended, good, idOf, low, type Move, moveOn, rate, ratingRows } from '../../support/rating.ts'
import { cookieOf, file, makeWorld, postForm, postJson, tuesday, type World } from '../../support/world.ts'

/** Rating the result of a case by its code alone (docs/adr/0038-ratings.md). */

let world: World
beforeEach(() => {
  world = makeWorld(tuesday)
})

/** The seventh day after `tuesday`, which the page names. */
const lastDay = Date.parse('2026-12-01T00:00:00+08:00')

const enter = async ({ trackingCode }: { trackingCode: string }) =>
  cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
const pageOf = async (cookie: string) =>
  (await world.request(actions.trackCase, { headers: { cookie } })).text()
const isChecked = (html: string, name: string, value: string) =>
  new RegExp(`name="${name}" value="${value}" checked`).test(html)
const problemOf = async (answer: Response) =>
  [answer.status, ((await answer.json()) as { detail?: string }).detail] as const
const actionsOf = async (code: { trackingCode: string }) =>
  (
    (await (await postJson(world, api.track, { trackingCode: code.trackingCode })).json()) as {
      can: string[]
    }
  ).can
/** Of what can be done, the rating. */
const canDo = async (code: { trackingCode: string }) =>
  (await actionsOf(code)).filter((one) => one === 'rate')

describe('the form on the page of a case', () => {
  it.each([
    ['a village', {}, true],
    ['the county, which draws nobody for a call', { about: 'town-staff' }, false],
  ])('of %s speaks of a call only where there may be one', async (_, filing, called) => {
    const filed = await ended(world, filing, [['declined', { message: '不归这里', body: '法院' }]])
    const page = await pageOf(await enter(filed))
    expect(page).toContain('个字，留给自己')
    expect(page.includes('县里打电话来问')).toBe(called)
  })

  it('takes an answer, shows it, lets it be changed for seven days, and asks again after thirty', async () => {
    const filed = await ended(world)
    const blank = await pageOf(await enter(filed))
    for (const text of ['您觉得办得怎么样', '12 月 24 日', 'action="/track/rate"'])
      expect(blank).toContain(text)
    const answer = { result: 'partly', treated: '4', text: '水槽装了，墙没有补' }
    const posted = await postForm(world, actions.trackRate, answer, { cookie: await enter(filed) })
    expect([posted.status, posted.headers.get('location')]).toEqual([303, '/track/case#rated'])

    const rated = await pageOf(await enter(filed))
    for (const [name, value] of [
      ['result', 'partly'],
      ['treated', '4'],
    ] as const)
      expect(isChecked(rated, name, value)).toBe(true)
    for (const text of ['水槽装了，墙没有补', '您已经评过了', '12 月 1 日']) expect(rated).toContain(text)

    world.time.now += 6 * day
    const changed = { ...answer, result: 'solved', text: '' }
    await postForm(world, actions.trackRate, changed, { cookie: await enter(filed) })
    const [row, ...others] = await ratingRows(world, filed)
    expect([row?.['result'], row?.['sealed'], others]).toEqual(['solved', null, []])

    world.time.now = lastDay + day
    const final = await pageOf(await enter(filed))
    expect(final).not.toContain('action="/track/rate"')
    expect(final).toContain('解决了；待您好')
    const late = await postForm(world, actions.trackRate, answer, { cookie: await enter(filed) })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('水槽装了，墙没有补')

    world.time.now += 23 * day
    await postForm(world, actions.trackRate, answer, { cookie: await enter(filed) })
    expect((await ratingRows(world, filed)).map(({ period, result }) => [period, result])).toEqual([
      ['end', 'solved'],
      ['later', 'partly'],
    ])
  })

  it('names what is missing, and keeps the words', async () => {
    const filed = await ended(world)
    const fields = { treated: '9', text: '等了半年' }
    const answer = await postForm(world, actions.trackRate, fields, { cookie: await enter(filed) })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const text of ['<title>错误：', 'href="#result"', 'href="#treated"', '等了半年'])
      expect(html).toContain(text)
    expect(await ratingRows(world, filed)).toEqual([])
  })

  it('is for the case it names, and no other', async () => {
    const [one, other] = [await ended(world), await ended(world)]
    const fields = { case: one.caseNumber, result: 'not', treated: '1', text: '这是另一件事' }
    const answer = await postForm(world, actions.trackRate, fields, { cookie: await enter(other) })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('这是另一件事')
    for (const filed of [one, other]) expect(await ratingRows(world, filed)).toEqual([])
  })

  it('is not on the page of an open case, of one reopened, or of one that goes on in another', async () => {
    const open = await file(world)
    const reopened = await ended(world)
    await moveOn(world, reopened, [['reopened', { reason: '又起了争执' }]])
    const merged = await file(world)
    await moveOn(world, merged, [
      ['accepted', { subject: '滴水' }],
      ['merged', { other: open.caseNumber, message: '一起办' }],
    ])
    for (const filed of [open, reopened, merged]) {
      expect(await pageOf(await enter(filed))).not.toContain('/track/rate')
      expect(await canDo(filed)).toEqual([])
      expect((await rate(world, filed, good)).status).toBe(409)
    }
  })
})

it('the page promises a look and a call where they exist, and not at the county', async () => {
  const declined: Move[] = [['declined', { message: '不归这里。', body: '县法院' }]]
  for (const [about, promised] of [
    ['none', true],
    ['town-staff', false],
  ] as const) {
    const html = await pageOf(await enter(await ended(world, { about }, declined)))
    expect(html).toContain('办这件事的人看不到您怎么评')
    expect(html.includes('七天以后会请上一级看看')).toBe(promised)
  }
})

it.each([
  ['answered', '12 月 24 日', '2026-12-24', false],
  ['changed', '12 月 1 日', '2026-12-01', true],
])('can be %s to the last minute of the day that the page names', async (_, named, last, rated) => {
  const [filed, other] = [await ended(world), await ended(world)]
  if (rated) for (const one of [filed, other]) await rate(world, one, low)
  expect(await pageOf(await enter(filed))).toContain(named)
  world.time.now = Date.parse(`${last}T23:59:59+08:00`)
  expect(await pageOf(await enter(filed))).toContain(named)
  expect((await rate(world, filed, good)).status).toBe(201)
  expect((await ratingRows(world, filed)).map(({ period, result }) => [period, result])).toEqual([
    ['end', 'solved'],
  ])
  world.time.now += 1000
  expect(await pageOf(await enter(other))).not.toContain(named)
})

describe('the call of the API', () => {
  it('is named by track while it can be used, and says until when the answer can change', async () => {
    const filed = await ended(world)
    expect(await actionsOf(filed)).toEqual(expect.arrayContaining(['message', 'rate']))
    const answer = await rate(world, filed, low)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store'])
    expect(await answer.json()).toEqual({ changeableUntil: '2026-12-02T00:00:00+08:00' })
    expect(await canDo(filed)).toEqual(['rate'])
    world.time.now = lastDay + day
    expect(await canDo(filed)).toEqual([])
    const [status, detail] = await problemOf(await rate(world, filed, good))
    expect([status, detail]).toEqual([409, expect.stringContaining('七天')])
  })

  it('names each wrong field, and stores nothing', async () => {
    const filed = await ended(world)
    const answer = await rate(world, filed, { result: 'fine', text: 'x'.repeat(201) })
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { field: string; code: string }[] }
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'result choice',
      'treated required',
      'text tooLong',
    ])
    expect(await ratingRows(world, filed)).toEqual([])
  })

  it('answers a repeat with one key alike, and refuses the key for another answer', async () => {
    const filed = await ended(world)
    const headers = { 'idempotency-key': 'rating-0123456789' }
    const [first, again] = [await rate(world, filed, low, headers), await rate(world, filed, low, headers)]
    expect([again.status, await again.json()]).toEqual([201, await first.json()])
    expect((await rate(world, filed, good, headers)).status).toBe(409)
    expect((await rate(world, filed, good, { 'idempotency-key': 'short' })).status).toBe(400)
    expect((await ratingRows(world, filed)).map(({ result }) => result)).toEqual(['not'])
  })

  it('answers a repeat for a day as at first, even if the answer was changed since, and changes nothing', async () => {
    const filed = await ended(world)
    const [one, two] = ['one', 'two'].map((name) => ({ 'idempotency-key': `key-of-answer-${name}` }))
    const first = await (await rate(world, filed, low, one)).json()
    world.time.now += day / 2
    expect((await rate(world, filed, good, two)).status).toBe(201)
    const results = async () => (await ratingRows(world, filed)).map(({ result }) => result)
    const repeated = await rate(world, filed, low, one)
    expect([repeated.status, await repeated.json(), await results()]).toEqual([201, first, ['solved']])
    expect([(await rate(world, filed, good, one)).status, await results()]).toEqual([409, ['solved']])
    // A day later the key is as good as new.
    world.time.now += day / 2
    expect([(await rate(world, filed, low, one)).status, await results()]).toEqual([201, ['not']])
  })

  it('answers a repeat that comes when nothing can be rated any more', async () => {
    const filed = await ended(world)
    const headers = { 'idempotency-key': 'rating-0123456789' }
    const first = await (await rate(world, filed, good, headers)).json()
    await moveOn(world, filed, [['reopened', { reason: '又起了争执' }]])
    const repeated = await rate(world, filed, good, headers)
    expect([repeated.status, await repeated.json()]).toEqual([201, first])
    expect((await rate(world, filed, low, headers)).status).toBe(409)
    expect((await ratingRows(world, filed)).map(({ result }) => result)).toEqual(['solved'])
  })

  it('takes the same key for another case as another', async () => {
    const headers = { 'idempotency-key': 'rating-0123456789' }
    for (const filed of [await ended(world), await ended(world)]) {
      expect((await rate(world, filed, low, headers)).status).toBe(201)
      expect(await ratingRows(world, filed)).toHaveLength(1)
    }
  })

  it('makes one answer of two with one key that arrive at once', async () => {
    const filed = await ended(world)
    const headers = { 'idempotency-key': 'rating-0123456789' }
    const answers = await Promise.all([low, good].map((answer) => rate(world, filed, answer, headers)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await ratingRows(world, filed)).toHaveLength(1)
  })

  it('answers a repeat that arrives at once as the first', async () => {
    const filed = await ended(world)
    const headers = { 'idempotency-key': 'rating-0123456789' }
    const answers = await Promise.all([low, low].map((answer) => rate(world, filed, answer, headers)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()))
    expect(second).toEqual(first)
  })

  it('makes one answer of two that arrive at once', async () => {
    const filed = await ended(world)
    const answers = await Promise.all([rate(world, filed, low), rate(world, filed, low)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await ratingRows(world, filed)).toHaveLength(1)
  })

  it('is not for a code that staff have seen', async () => {
    const filed = await ended(world)
    const saw = `UPDATE case_code SET staff_saw = 1 WHERE case_id = ${idOf}`
    await world.db.prepare(saw).bind(filed.caseNumber).run()
    expect((await rate(world, filed, good)).status).toBe(409)
    expect(await ratingRows(world, filed)).toEqual([])
  })

  it('counts unknown codes as guesses', async () => {
    world.sender.address = '198.51.100.9'
    expect((await rate(world, { trackingCode: '12' }, good)).status).toBe(422)
    const unknown = { trackingCode: makeTrackingCode(world.ports.random) }
    const statuses = []
    for (let count = 0; count < 31; count += 1) statuses.push((await rate(world, unknown, good)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  })
})

it('nobody is asked in the week after the county has called', async () => {
  const filed = await ended(world)
  await rate(drawing(world, true), filed, good)
  const at = world.time.now + 31 * day
  const called = `UPDATE rating_task SET done_at = ?, done_by = 's', done_unit = 'u' WHERE case_id = ${idOf}`
  await world.db.prepare(called).bind(at, filed.caseNumber).run()
  const statuses = []
  for (const days of [0, 6.9, 7]) {
    world.time.now = at + days * day
    expect(await canDo(filed)).toEqual(days < 7 ? [] : ['rate'])
    statuses.push((await rate(world, filed, low)).status)
  }
  expect(statuses).toEqual([409, 409, 201])
})

it('erasing a person erases the words of their rating, and keeps the counted answer', async () => {
  const filed = await ended(world)
  await rate(world, filed, low)
  const keys = `SELECT count(*) AS n FROM case_key WHERE scope = 'party:1' AND case_id = ${idOf}`
  const key = () => world.db.prepare(keys).bind(filed.caseNumber).first<number>('n')
  expect(await key()).toBe(1)
  const erasures = { add: async () => undefined, all: async () => [] }
  expect((await erasePerson({ ...world.ports, erasures }, filed.caseNumber, 1)).ok).toBe(true)
  expect(await key()).toBe(0)
  expect((await ratingRows(world, filed)).map(({ result, treated }) => [result, treated])).toEqual([
    ['not', 1],
  ])
  expect((await rate(world, filed, good)).status).toBe(404)
})

it('the words are sealed, and the row holds nothing else of them', async () => {
  const filed = await ended(world)
  await rate(world, filed, low)
  const [row] = await ratingRows(world, filed)
  expect(JSON.stringify(row)).not.toContain(low.text)
  // Nonce, words, tag.
  expect(row?.['sealed']).toHaveLength(12 + new TextEncoder().encode(low.text).length + 16)
})
