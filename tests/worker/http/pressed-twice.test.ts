import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { type Fields, makeForms } from '../../support/forms.ts'
import { makeDeskWorld } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** A button pressed twice: the second press lands where the first did, and nothing is stored twice. */

const world = makeDeskWorld()
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: world.time.now })
})
afterAll(() => {
  vi.useRealTimers()
})

const { atDesk, asked, browser, formOn } = makeForms(world)

/** The case again, where a notice says that the reply was sent. */
const replied = `${actions.trackCase}#${notices.replied}`

const landing = (answer: Response) => [answer.status, answer.headers.get('location')]

const kindsIn = async (number: string) =>
  (await world.ports.store.openCase(number))?.events.map(({ kind }) => kind) ?? []

describe('a reply', () => {
  const waiting = async () => {
    const person = await asked()
    const html = await person.page(actions.trackCase)
    const [number = ''] = /\d{4}-\d{6}/.exec(html) ?? []
    const { hidden } = formOn(html, actions.trackReply)
    const reply = (text: string) => person.post(actions.trackReply, { ...hidden, reply: text })
    const stored = async () => (await kindsIn(number)).filter((kind) => kind === 'replied')
    return { person, reply, stored, number }
  }

  it('sent again leads to the case, where it can be read, and is stored once', async () => {
    const { person, reply, stored } = await waiting()
    const first = landing(await reply('从他家东头滴下来。'))
    expect(first).toEqual([303, replied])
    world.time.now += 3_000
    expect(landing(await reply(' 从他家东头滴下来。\r\n'))).toEqual(first)
    expect(await stored()).toHaveLength(1)
    const html = await person.page(actions.trackCase)
    expect(html).toContain('从他家东头滴下来。')
    expect(html).toMatch(new RegExp(`id="${notices.replied}"[^>]*><b>已经交上去了`))
  })

  it.each<[string, MoveKind, MoveInput]>([
    ['asks again', 'asked', { message: '什么时候开始滴的？' }],
    ['writes', 'message', { message: '周六上午去看。' }],
    ['ends the case', 'settled', {}],
  ])('is not called new any more once the desk %s: a reload keeps the fragment', async (_, kind, input) => {
    const { person, reply, number } = await waiting()
    await reply('从他家东头滴下来。')
    if (kind === 'settled') await moveCase(world.ports, { number, kind: 'mediating', by: 'console', input })
    const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
    expect(moved.ok).toBe(true)
    const html = await person.page(actions.trackCase)
    expect(html).toContain('从他家东头滴下来。')
    expect(html).not.toContain('已经交上去了')
  })

  it('sent twice at once leads to the case both times and is stored once', async () => {
    const { reply, stored } = await waiting()
    const answers = await Promise.all([reply('同一句话'), reply('同一句话')])
    expect(answers.map(landing)).toEqual([
      [303, replied],
      [303, replied],
    ])
    expect(await stored()).toHaveLength(1)
  })

  it('with other words after it was sent is not stored and keeps its words', async () => {
    const { reply, stored } = await waiting()
    await reply('从他家东头滴下来。')
    const answer = await reply('不对，是西头。')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('不对，是西头。')
    expect(await stored()).toHaveLength(1)
  })

  it('with the same words to a second question is a second reply', async () => {
    const { reply, stored, number } = await waiting()
    await reply('是的。')
    const staff = await atDesk('handler')
    const path = `/desk/cases/${number}/asked`
    const { hidden } = formOn(await staff.page(path), path)
    expect((await staff.post(path, { ...hidden, message: '还有一问' })).status).toBe(303)
    expect((await reply('是的。')).status).toBe(303)
    expect(await stored()).toHaveLength(2)
  })
})

describe('a move', () => {
  const prepared = async (kind: string, fields: Fields) => {
    const staff = await atDesk('handler')
    const { caseNumber } = await file(world)
    const path = `/desk/cases/${caseNumber}/${kind}`
    const { hidden } = formOn(await staff.page(path), path)
    const press = (by = staff, other: Fields = {}) => by.post(path, { ...hidden, ...fields, ...other })
    return { staff, press, path, number: caseNumber }
  }

  it.each<[string, Fields]>([
    ['accepted', { subject: '屋檐滴水', message: '周六上午去看。' }],
    ['declined', { message: '这件事要找法院。', body: '示例县人民法院', sure: 'true' }],
    ['noted', { reason: '去看过了。' }],
    // Afterwards the case is out of reach of the person who moved it.
    ['transferred', { unit: 'qingshi-songping-committee', reason: '是他们村的' }],
  ])('%s pressed again leads where the first press led and is stored once', async (kind, fields) => {
    const { press, number } = await prepared(kind, fields)
    const first = landing(await press())
    expect(first).toEqual([
      ...[303, `/desk/cases/${number}${kind === 'transferred' ? '/done/3' : '?done=3'}`],
    ])
    const before = await kindsIn(number)
    world.time.now += 3_000
    expect(landing(await press())).toEqual(first)
    expect(await kindsIn(number)).toEqual(before)
  })

  it('pressed twice at once leads to the case both times and is stored once', async () => {
    const { press, number } = await prepared('noted', { reason: '去看过了。' })
    const answers = await Promise.all([press(), press()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await kindsIn(number)).filter((kind) => kind === 'noted')).toHaveLength(1)
  })

  it('pressed again after another person moved on still leads to the case', async () => {
    const { press, number } = await prepared('noted', { reason: '去看过了。' })
    await press()
    const other = await atDesk('handler')
    const path = `/desk/cases/${number}/noted`
    const { hidden } = formOn(await other.page(path), path)
    await other.post(path, { ...hidden, reason: '我也去看了。' })
    expect(landing(await press())).toEqual([303, `/desk/cases/${number}?done=3`])
    expect((await kindsIn(number)).filter((kind) => kind === 'noted')).toHaveLength(2)
  })

  it.each<[string, Fields]>([
    ['its message', { message: '周日下午去看。' }],
    ['its words for the record', { subject: '屋檐滴水两家' }],
  ])('pressed again with %s changed is refused, and keeps its words', async (_, fields) => {
    const { press, number } = await prepared('accepted', { subject: '屋檐滴水', message: '周六上午去看。' })
    await press()
    const answer = await press(undefined, fields)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const text of Object.values(fields)) expect(html).toContain(text)
    expect((await kindsIn(number)).filter((kind) => kind === 'accepted')).toHaveLength(1)
  })

  it('pressed by another person with the same words is refused', async () => {
    const { press } = await prepared('noted', { reason: '去看过了。' })
    await press()
    const answer = await press(await atDesk('handler'))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('去看过了。')
  })

  it('pressed by a person who never had the case tells nothing, as for a case that does not exist', async () => {
    const { press, staff } = await prepared('noted', { reason: '去看过了。' })
    await press()
    const stranger = await atDesk('handler', 'qingshi-songping-committee')
    const [hidden, unknown] = [
      await press(stranger),
      await stranger.post('/desk/cases/2026-000000/noted', { reason: '去看过了。', seen: '2' }),
    ]
    expect([hidden.status, unknown.status]).toEqual([404, 404])
    expect(await hidden.text()).toBe(await unknown.text())
    expect(staff.id).not.toBe(stranger.id)
  })

  it('with invalid fields on a form that is out of date is told what changed before its fields are judged', async () => {
    const { press } = await prepared('noted', { reason: '去看过了。' })
    await press(await atDesk('handler'))
    const answer = await press(undefined, { reason: '' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('刚才变了这些')
  })

  it('without a session is asked to sign in', async () => {
    const { press } = await prepared('noted', { reason: '去看过了。' })
    expect((await press({ ...browser(), id: '' })).status).toBe(403)
  })
})
