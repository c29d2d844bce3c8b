import { beforeEach, describe, expect, it } from 'vitest'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { makeTalk, type Talk } from '../../support/talk.ts'
import { file, tuesday } from '../../support/world.ts'

/** Messages through the API (docs/adr/0037-conversation.md). */

const day = 86_400_000
let world: DeskWorld
let talk: Talk
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  talk = makeTalk(world)
  await world.db.prepare('DELETE FROM guess_mark').run()
})

describe('a message through the API', () => {
  const key = { 'idempotency-key': 'key-of-this-very-message' }
  const text = '昨夜又漏了。'

  it('with the same key is stored once and gets the same answer, whatever has happened since', async () => {
    const filed = await file(world)
    const write = (body: object = {}) => talk.send(filed, { text, ...body }, key)
    const both = await Promise.all([write(), write()])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    const [first, second] = await Promise.all(both.map((answer) => answer.json()))
    expect(second).toEqual(first)
    world.time.now += 3_600_000
    await talk.ask(filed)
    expect(await (await write()).json()).toEqual(first)
    expect((await talk.stored(filed)).record.status).toBe('waiting')
    expect((await write({ text: '别的' })).status).toBe(409)
    expect((await talk.kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
    world.time.now += day
    expect((await write()).status).toBe(201)
  })

  it('without a key is a message each time, and with the key of another case its own', async () => {
    const [one, other] = [await file(world), await file(world)]
    for (const filed of [one, one, other]) expect((await talk.send(filed, { text })).status).toBe(201)
    for (const filed of [one, other]) expect((await talk.send(filed, { text }, key)).status).toBe(201)
    expect((await talk.track(one)).messages).toHaveLength(3)
    expect((await talk.track(other)).messages).toHaveLength(2)
  })

  it.each<[string, object]>([
    ['call', { call: 'yes' }],
    ['call', { call: true }],
    ['call', { call: ['1234'] }],
    ['call.number', { call: { number: 1234 } }],
    ['call.when', { call: { when: { day: 3 } } }],
    ['text', { text: ['话'], call: {} }],
  ])('of another type is refused at %s: %j', async (field, body) => {
    const filed = await file(world)
    const answer = await talk.send(filed, { text, ...body })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ field }] })
    expect(await talk.kindsOf(filed)).not.toContain('wrote')
  })

  it('takes one round trip to follow and one to store', async () => {
    const filed = await file(world)
    await talk.track(filed)
    world.counted.take()
    await talk.send(filed, { text }, key)
    expect(world.counted.take()).toMatchObject({ roundTrips: 2 })
  })
})
