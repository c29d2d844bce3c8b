import { beforeEach, describe, expect, it } from 'vitest'
import { lengths, messagesPerDay } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { arrived, landing, makeTalk, type Talk } from '../../support/talk.ts'
import { file, tuesday } from '../../support/world.ts'

/** A conversation that is always open (docs/adr/0037-conversation.md). */

const day = 86_400_000
let world: DeskWorld
let talk: Talk
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  talk = makeTalk(world)
  await world.db.prepare('DELETE FROM guess_mark').run()
})

describe('a message without a question', () => {
  it('arrives, changes no status and no clock, and makes it the desk’s turn', async () => {
    const filed = await file(world)
    await talk.move(filed, 'accepted', { subject: '滴水', message: '收到了' })
    const before = await talk.track(filed)
    const person = await talk.follow(filed)
    expect(landing(await person.write({ message: ' 昨夜又漏了。\r\n' }))).toEqual(arrived)
    const after = await talk.track(filed)
    expect(after).toMatchObject({ status: before.status, clocks: before.clocks, turn: 'desk' })
    expect(after.timeline).toEqual(before.timeline)
    expect(after.messages.at(-1)).toMatchObject({ from: '您', text: '昨夜又漏了。', receipt: 'arrived' })
    const html = await person.page()
    expect(html).toContain('已收到')
    expect(html).toMatch(new RegExp(`id="${notices.replied}"[^>]*><b>已经交上去了`))
    const { events } = await talk.stored(filed)
    expect(events.at(-1)).toMatchObject({ kind: 'wrote', actor: 'party:1', data: { to: ['desk'] } })
  })

  it('is sealed: no column holds a word of it', async () => {
    const filed = await file(world)
    await (await talk.follow(filed)).write({ message: '秘密的话', call: 'true', callWhen: '秘密的时候' })
    const { results } = await world.db.prepare('SELECT * FROM case_event').all()
    expect(JSON.stringify(results)).not.toContain('秘密')
  })

  it.each<[string, [MoveKind, MoveInput?][]]>([
    ['new', []],
    ['accepted', [['accepted', { subject: '滴水' }]]],
    [
      'with another body',
      [
        ['accepted', { subject: '滴水' }],
        ['referred', { outside: 'police', body: '派出所', reason: '请办', answerBy: '2026-12-10' }],
      ],
    ],
    ['declined', [['declined', { message: '不归这里', body: '法院' }]]],
  ])('is taken from a case that is %s', async (_, moves) => {
    const filed = await file(world)
    for (const [kind, input] of moves) await talk.move(filed, kind, input)
    const { status } = (await talk.stored(filed)).record
    expect(landing(await (await talk.follow(filed)).write({ message: '还有一句' }))).toEqual(arrived)
    expect((await talk.stored(filed)).record.status).toBe(status)
  })

  it('is taken until the end of the thirtieth day after the end, and then kept on the page with a sentence', async () => {
    const filed = await file(world)
    await talk.move(filed, 'declined', { message: '不归这里', body: '法院' })
    world.time.now += 30 * day
    expect((await talk.track(filed)).can).toContain('message')
    const early = await talk.follow(filed)
    const { hidden } = await early.form()
    expect(landing(await early.write({ message: '第三十天' }))).toEqual(arrived)
    world.time.now += day
    expect((await talk.track(filed)).can).not.toContain('message')
    const late = await talk.follow(filed)
    const shown = await late.page()
    expect(shown).not.toContain(`action="${actions.trackMessage}"`)
    expect(shown).toContain('结束超过 30 天')
    const answer = await late.post(actions.trackMessage, {
      ...hidden,
      message: '第三十一天',
      callWhen: '周三',
    })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const words of ['第三十一天', '什么时候方便：周三', '不能再留话了']) expect(html).toContain(words)
    expect((await talk.kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
  })

  it('posted twice is one message, and the same words later are another', async () => {
    const filed = await file(world)
    const person = await talk.follow(filed)
    const { hidden } = await person.form()
    const press = (message: string) => person.post(actions.trackMessage, { ...hidden, message })
    const answers = await Promise.all([press('同一句话'), press('同一句话')])
    expect(answers.map(landing)).toEqual([arrived, arrived])
    expect(landing(await press(' 同一句话'))).toEqual(arrived)
    expect((await talk.kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
    // Back, and other words; then the same words from the page as it is now.
    await press('另一句话')
    await person.write({ message: '同一句话' })
    expect((await talk.track(filed)).messages.map(({ text }) => text)).toEqual([
      '同一句话',
      '另一句话',
      '同一句话',
    ])
  })

  it('sent once more from the page as it is now is the same, until it is answered', async () => {
    const filed = await talk.accepted()
    const person = await talk.follow(filed)
    for (const message of ['同一句话', ' 同一句话']) {
      expect(landing(await person.write({ message }))).toEqual(arrived)
      world.time.now += 60_000
    }
    expect((await talk.track(filed)).messages).toHaveLength(1)
    await talk.move(filed, 'message', { message: '知道了。' })
    await person.write({ message: '同一句话' })
    expect((await talk.track(filed)).messages).toHaveLength(3)
  })

  it('posted again after the desk asked something was taken already', async () => {
    const filed = await talk.accepted()
    const person = await talk.follow(filed)
    const { hidden } = await person.form()
    const press = () => person.post(actions.trackMessage, { ...hidden, message: '昨夜又漏了' })
    await press()
    await talk.move(filed, 'asked', { message: '哪天方便？' })
    expect(landing(await press())).toEqual(arrived)
    expect((await talk.kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
  })

  it('is stored beside what the desk does at the same time', async () => {
    const filed = await file(world)
    const person = await talk.follow(filed)
    await Promise.all([
      person.write({ message: '同时写的' }),
      moveCase(world.ports, {
        ...{ number: filed.caseNumber, kind: 'accepted', by: 'console' },
        input: { subject: '滴水' },
      }),
    ])
    expect(await talk.kindsOf(filed)).toContain('wrote')
  })

  it.each([
    ['too long', '字'.repeat(lengths.reply + 1), '写得太长了'],
    ['empty', ' 　', '请写一写您要说的'],
  ])('%s is kept on the page with an error at its field', async (_, message, error) => {
    const filed = await file(world)
    const person = await talk.follow(filed)
    const answer = await person.write({ message, callWhen: '' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>错误：')
    expect(html).toContain('href="#message"')
    expect(html).toContain(error)
    expect(html).toContain(message)
    expect(await talk.kindsOf(filed)).not.toContain('wrote')
  })

  it('from another site is refused with its words', async () => {
    const person = await talk.follow(await file(world))
    const answer = await person.write(
      { message: '别站来的' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    )
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('别站来的')
  })

  it('written for another case, which another tab opened since, is refused with its words', async () => {
    const [one, other] = [await file(world), await file(world)]
    const person = await talk.follow(one)
    const { hidden } = await person.form()
    await person.post(actions.trackOpen, { trackingCode: other.trackingCode })
    const answer = await person.post(actions.trackMessage, { ...hidden, message: '说给第一件' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const words of ['另一件事', '说给第一件']) expect(html).toContain(words)
    for (const filed of [one, other]) expect(await talk.kindsOf(filed)).not.toContain('wrote')
  })

  it('after the session ended is shown again above the form for the code', async () => {
    const person = await talk.follow(await file(world))
    const { hidden } = await person.form()
    world.time.now += day
    const answer = await person.post(actions.trackMessage, { ...hidden, message: '太晚了', callWhen: '早上' })
    expect(answer.status).toBe(403)
    const html = await answer.text()
    for (const words of ['太晚了', '早上', '查询已经退出']) expect(html).toContain(words)
  })

  it('is bounded in number within a day', async () => {
    const filed = await file(world)
    for (let count = 0; count < messagesPerDay; count += 1) await talk.send(filed, { text: `第 ${count} 句` })
    expect((await talk.send(filed, { text: '再一句' })).status).toBe(429)
    const answer = await (await talk.follow(filed)).write({ message: '再一句' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('明天再写')
    world.time.now += day
    expect((await talk.send(filed, { text: '再一句' })).status).toBe(201)
  })
})

describe('while the desk waits for an answer', () => {
  const asking = async () => {
    const filed = await file(world)
    const person = await talk.follow(filed)
    const { hidden } = await person.form()
    await talk.ask(filed)
    return { filed, person, hidden }
  }

  it('the page has the reply form alone', async () => {
    const { filed, person } = await asking()
    const html = await person.page()
    expect(html).toContain(`action="${actions.trackReply}"`)
    expect(html).not.toContain(`action="${actions.trackMessage}"`)
    expect(await talk.track(filed)).toMatchObject({ turn: 'you', can: expect.arrayContaining(['message']) })
  })

  it('a message begun before the question comes back with it, and answers nothing', async () => {
    const { filed, person, hidden } = await asking()
    const answer = await person.post(actions.trackMessage, {
      ...hidden,
      message: '他又来了',
      callWhen: '早上',
    })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const words of ['哪天方便？', '他又来了', '什么时候方便：早上']) expect(html).toContain(words)
    expect((await talk.stored(filed)).record.status).toBe('waiting')
  })

  it('the answer is taken however much was written on this day', async () => {
    const filed = await file(world)
    for (let count = 0; count < messagesPerDay; count += 1) await talk.send(filed, { text: `第 ${count} 句` })
    expect((await talk.send(filed, { text: '再一句' })).status).toBe(429)
    await talk.ask(filed)
    expect((await talk.send(filed, { text: '周六。' })).status).toBe(201)
    expect((await talk.stored(filed)).record.status).toBe('accepted')
  })

  it('words through the API are the answer, and lets the clocks run on', async () => {
    const { filed } = await asking()
    expect((await talk.send(filed, { text: '周六。' })).status).toBe(201)
    const { events, record } = await talk.stored(filed)
    expect(record.status).toBe('accepted')
    expect(events.at(-1)).toMatchObject({ kind: 'replied', data: { resumes: ['county-mediation'] } })
  })
})

describe('at the desk', () => {
  const today = async () => (await talk.atDesk('handler')).page('/desk/')
  const rowsIn = (html: string, title: string) =>
    html.split('<section').find((one) => one.includes(`>${title}<`)) ?? ''

  it('a message stands on 今天 until it is answered, also of a case that ended', async () => {
    const filed = await file(world)
    await talk.move(filed, 'declined', { message: '不归这里', body: '法院' })
    expect(await today()).not.toContain(filed.caseNumber)
    await (await talk.follow(filed)).write({ message: '为什么不归？' })
    expect(rowsIn(await today(), '申请人来话了')).toContain(filed.caseNumber)
    expect((await talk.track(filed)).turn).toBe('desk')
    await talk.move(filed, 'noted', { reason: '看了' })
    expect(rowsIn(await today(), '申请人来话了')).toContain(filed.caseNumber)
    await talk.move(filed, 'message', { message: '归法院管。' })
    expect(await today()).not.toContain(filed.caseNumber)
    expect((await talk.track(filed)).turn).toBeNull()
  })

  it('or until it is set aside with a reason, which the holder is told and not given', async () => {
    const filed = await talk.accepted()
    await (await talk.follow(filed)).write({ message: '谢谢。' })
    const staff = await talk.atDesk('handler')
    const path = `/desk/cases/${filed.caseNumber}/set-aside`
    const seen = talk.formOn(await staff.page(path), path).hidden
    expect((await staff.post(path, { ...seen, reason: '' })).status).toBe(422)
    expect((await staff.post(path, { ...seen, reason: '一句感谢' })).status).toBe(303)
    expect(rowsIn(await today(), '申请人来话了')).not.toContain(filed.caseNumber)
    const shown = await staff.page(`/desk/cases/${filed.caseNumber}`)
    for (const words of ['来话不用回', '一句感谢', '谢谢。']) expect(shown).toContain(words)
    const html = await (await talk.follow(filed)).page()
    expect(html).toContain('看过了，不另外回')
    // The fragment outlives a reload.
    expect(html).not.toContain(`id="${notices.replied}"`)
    expect(html).not.toContain('一句感谢')
  })

  it('writing to the holder stops no clock, at any time', async () => {
    const filed = await file(world)
    await talk.move(filed, 'message', { message: '还没受理，先说一句。' })
    await talk.move(filed, 'accepted', { subject: '滴水' })
    const { clocks } = await talk.track(filed)
    await talk.move(filed, 'message', { message: '明天去看。' })
    expect((await talk.track(filed)).clocks).toEqual(clocks)
    await talk.move(filed, 'mediating')
    await talk.move(filed, 'settled', {})
    await talk.move(filed, 'message', { message: '别忘了司法确认。' })
    expect((await talk.track(filed)).messages).toHaveLength(3)
  })
})
