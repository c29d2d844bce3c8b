import { beforeEach, describe, expect, it } from 'vitest'
import { charactersAtOnce, lengths, messagesPerDay, shownAtOnce } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { actions, api, notices } from '#domain/routes/site.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { type Fields, makeForms } from '../../support/forms.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, postJson, tuesday } from '../../support/world.ts'

/** A conversation that is always open (docs/adr/0037-conversation.md). */

const day = 86_400_000
let world: DeskWorld
let tools: ReturnType<typeof makeForms>
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  tools = makeForms(world)
  await world.db.prepare('DELETE FROM guess_mark').run()
})

const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

type Filed = Awaited<ReturnType<typeof file>>
const move = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const stored = async ({ caseNumber }: Filed) => {
  const found = await world.ports.store.openCase(caseNumber)
  if (!found) throw new Error('no case')
  return found
}
const kindsOf = async (filed: Filed) => (await stored(filed)).events.map(({ kind }) => kind)

/** The holder of a code at a browser, and the form as their page shows it. */
const follow = async (filed: Filed) => {
  const person = tools.browser()
  await person.post(actions.trackOpen, { trackingCode: filed.trackingCode })
  const page = async () => mainOf(await person.page(actions.trackCase))
  const form = async () => tools.formOn(await page(), actions.trackMessage)
  const write = async (fields: Fields, headers: Fields = {}) =>
    person.post(actions.trackMessage, { ...(await form()).hidden, ...fields }, headers)
  return { ...person, page, form, write }
}
const track = async ({ trackingCode }: Filed, more: object = {}) =>
  (await (await postJson(world, api.track, { trackingCode, ...more })).json()) as {
    turn: string
    can: string[]
    more: { before: string } | null
    messages: { from: string; text: string; receipt?: string }[]
    timeline: { kind: string; at: string }[]
    status: string
    clocks: unknown[]
  }
const landing = (answer: Response) => [answer.status, answer.headers.get('location')]
const arrived = [303, `${actions.trackCase}#${notices.replied}`]

describe('a message without a question', () => {
  it('arrives, changes no status and no clock, and makes it the desk’s turn', async () => {
    const filed = await file(world)
    await move(filed, 'accepted', { subject: '滴水', message: '收到了' })
    const before = await track(filed)
    const person = await follow(filed)
    expect(landing(await person.write({ message: ' 昨夜又漏了。\r\n' }))).toEqual(arrived)
    const after = await track(filed)
    expect(after).toMatchObject({ status: before.status, clocks: before.clocks, turn: 'desk' })
    expect(after.timeline).toEqual(before.timeline)
    expect(after.messages.at(-1)).toMatchObject({ from: '您', text: '昨夜又漏了。', receipt: 'arrived' })
    const html = await person.page()
    expect(html).toContain('已收到')
    expect(html).toMatch(new RegExp(`id="${notices.replied}"[^>]*><b>已经交上去了`))
    const { events } = await stored(filed)
    expect(events.at(-1)).toMatchObject({ kind: 'wrote', actor: 'party:1', data: { to: ['desk'] } })
  })

  it('is sealed: no column holds a word of it', async () => {
    const filed = await file(world)
    await (await follow(filed)).write({ message: '秘密的话', call: 'true', callWhen: '秘密的时候' })
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
    for (const [kind, input] of moves) await move(filed, kind, input)
    const { status } = (await stored(filed)).record
    expect(landing(await (await follow(filed)).write({ message: '还有一句' }))).toEqual(arrived)
    expect((await stored(filed)).record.status).toBe(status)
  })

  it('is taken until the end of the thirtieth day after the end, and then kept on the page with a sentence', async () => {
    const filed = await file(world)
    await move(filed, 'declined', { message: '不归这里', body: '法院' })
    world.time.now += 30 * day
    expect((await track(filed)).can).toContain('message')
    const early = await follow(filed)
    const { hidden } = await early.form()
    expect(landing(await early.write({ message: '第三十天' }))).toEqual(arrived)
    world.time.now += day
    expect((await track(filed)).can).not.toContain('message')
    const late = await follow(filed)
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
    expect((await kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
  })

  it('posted twice is one message, and the same words later are another', async () => {
    const filed = await file(world)
    const person = await follow(filed)
    const { hidden } = await person.form()
    const press = (message: string) => person.post(actions.trackMessage, { ...hidden, message })
    const answers = await Promise.all([press('同一句话'), press('同一句话')])
    expect(answers.map(landing)).toEqual([arrived, arrived])
    expect(landing(await press(' 同一句话'))).toEqual(arrived)
    expect((await kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
    // Back, and other words; then the same words from the page as it is now.
    await press('另一句话')
    await person.write({ message: '同一句话' })
    expect((await track(filed)).messages.map(({ text }) => text)).toEqual([
      '同一句话',
      '另一句话',
      '同一句话',
    ])
  })

  it('posted again after the desk asked something was taken already', async () => {
    const filed = await file(world)
    await move(filed, 'accepted', { subject: '滴水' })
    const person = await follow(filed)
    const { hidden } = await person.form()
    const press = () => person.post(actions.trackMessage, { ...hidden, message: '昨夜又漏了' })
    await press()
    await move(filed, 'asked', { message: '哪天方便？' })
    expect(landing(await press())).toEqual(arrived)
    expect((await kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
  })

  it('is stored beside what the desk does at the same time', async () => {
    const filed = await file(world)
    const person = await follow(filed)
    await Promise.all([
      person.write({ message: '同时写的' }),
      moveCase(world.ports, {
        ...{ number: filed.caseNumber, kind: 'accepted', by: 'console' },
        input: { subject: '滴水' },
      }),
    ])
    expect(await kindsOf(filed)).toContain('wrote')
  })

  it.each([
    ['too long', '字'.repeat(lengths.reply + 1), '写得太长了'],
    ['empty', ' 　', '请写一写您要说的'],
  ])('%s is kept on the page with an error at its field', async (_, message, error) => {
    const filed = await file(world)
    const person = await follow(filed)
    const answer = await person.write({ message, callWhen: '' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>错误：')
    expect(html).toContain('href="#message"')
    expect(html).toContain(error)
    expect(html).toContain(message)
    expect(await kindsOf(filed)).not.toContain('wrote')
  })

  it('from another site is refused with its words', async () => {
    const person = await follow(await file(world))
    const answer = await person.write(
      { message: '别站来的' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    )
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('别站来的')
  })

  it('written for another case, which another tab opened since, is refused with its words', async () => {
    const [one, other] = [await file(world), await file(world)]
    const person = await follow(one)
    const { hidden } = await person.form()
    await person.post(actions.trackOpen, { trackingCode: other.trackingCode })
    const answer = await person.post(actions.trackMessage, { ...hidden, message: '说给第一件' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const words of ['另一件事', '说给第一件']) expect(html).toContain(words)
    for (const filed of [one, other]) expect(await kindsOf(filed)).not.toContain('wrote')
  })

  it('after the session ended is shown again above the form for the code', async () => {
    const person = await follow(await file(world))
    const { hidden } = await person.form()
    world.time.now += day
    const answer = await person.post(actions.trackMessage, { ...hidden, message: '太晚了', callWhen: '早上' })
    expect(answer.status).toBe(403)
    const html = await answer.text()
    for (const words of ['太晚了', '早上', '查询已经退出']) expect(html).toContain(words)
  })

  it('is bounded in number within a day', async () => {
    const filed = await file(world)
    const { trackingCode } = filed
    for (let count = 0; count < messagesPerDay; count += 1)
      await postJson(world, api.messages, { trackingCode, text: `第 ${count} 句` })
    expect((await postJson(world, api.messages, { trackingCode, text: '再一句' })).status).toBe(429)
    const answer = await (await follow(filed)).write({ message: '再一句' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('明天再写')
    world.time.now += day
    expect((await postJson(world, api.messages, { trackingCode, text: '再一句' })).status).toBe(201)
  })
})

describe('while the desk waits for an answer', () => {
  const asking = async () => {
    const filed = await file(world)
    await move(filed, 'accepted', { subject: '滴水' })
    const person = await follow(filed)
    const { hidden } = await person.form()
    await move(filed, 'asked', { message: '哪天方便？' })
    return { filed, person, hidden }
  }

  it('the page has the reply form alone', async () => {
    const { filed, person } = await asking()
    const html = await person.page()
    expect(html).toContain(`action="${actions.trackReply}"`)
    expect(html).not.toContain(`action="${actions.trackMessage}"`)
    expect(await track(filed)).toMatchObject({ turn: 'you', can: ['message'] })
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
    expect((await stored(filed)).record.status).toBe('waiting')
  })

  it('words through the API are the answer, and lets the clocks run on', async () => {
    const { filed } = await asking()
    const { trackingCode } = filed
    expect((await postJson(world, api.messages, { trackingCode, text: '周六。' })).status).toBe(201)
    const { events, record } = await stored(filed)
    expect(record.status).toBe('accepted')
    expect(events.at(-1)).toMatchObject({ kind: 'replied', data: { resumes: ['county-mediation'] } })
  })
})

describe('a message through the API', () => {
  const key = { 'idempotency-key': 'key-of-this-very-message' }
  const text = '昨夜又漏了。'

  it('with the same key is stored once and gets the same answer, whatever has happened since', async () => {
    const filed = await file(world)
    const { trackingCode } = filed
    const write = (body: object = {}) => postJson(world, api.messages, { trackingCode, text, ...body }, key)
    const both = await Promise.all([write(), write()])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    const [first, second] = await Promise.all(both.map((answer) => answer.json()))
    expect(second).toEqual(first)
    world.time.now += 3_600_000
    await move(filed, 'accepted', { subject: '滴水' })
    await move(filed, 'asked', { message: '哪天？' })
    expect(await (await write()).json()).toEqual(first)
    expect((await stored(filed)).record.status).toBe('waiting')
    expect((await write({ text: '别的' })).status).toBe(409)
    expect((await kindsOf(filed)).filter((kind) => kind === 'wrote')).toHaveLength(1)
    world.time.now += day
    expect((await write()).status).toBe(201)
  })

  it('without a key is a message each time, and with the key of another case its own', async () => {
    const [one, other] = [await file(world), await file(world)]
    for (const { trackingCode } of [one, one, other])
      expect((await postJson(world, api.messages, { trackingCode, text })).status).toBe(201)
    for (const { trackingCode } of [one, other])
      expect((await postJson(world, api.messages, { trackingCode, text }, key)).status).toBe(201)
    expect((await track(one)).messages).toHaveLength(3)
    expect((await track(other)).messages).toHaveLength(2)
  })

  it('takes one round trip to follow and one to store', async () => {
    const { trackingCode } = await file(world)
    await track({ trackingCode } as Filed)
    world.counted.take()
    await postJson(world, api.messages, { trackingCode, text }, key)
    expect(world.counted.take()).toMatchObject({ roundTrips: 2 })
  })
})

describe('请给我回个电话', () => {
  it('goes to a number of the filing, named by its last digits, which the page never shows', async () => {
    const filed = await file(world, { phone: '13800000000，儿子 13900001234' })
    const person = await follow(filed)
    const wrong = await person.write({ message: '', call: 'true', callNumber: '9999' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('href="#callNumber"')
    const fields = { message: '', call: 'true', callNumber: '1234', callWhen: '周三上午' }
    expect(landing(await person.write(fields))).toEqual(arrived)
    const html = await person.page()
    expect(html).toContain('请给我回个电话，周三上午。')
    expect(`${html}${JSON.stringify(await track(filed))}`).not.toMatch(/13800000000|1390000/)
    const staff = await tools.atDesk('handler')
    const shown = await staff.page(`/desk/cases/${filed.caseNumber}`)
    const [, waiting = ''] = shown.split('申请人来话了，还没有回')
    expect(waiting).toMatch(/请回电话：[\s\S]*?href="tel:13900001234"[\s\S]*?周三上午/)
  })

  it('cannot be asked for where no number was given', async () => {
    const person = await follow(await file(world, { phone: undefined }))
    const answer = await person.write({ message: '请打来', call: 'true' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('没有留能拨的号码')
  })
})

describe('at the desk', () => {
  const today = async () => (await tools.atDesk('handler')).page('/desk/')
  const rowsIn = (html: string, title: string) =>
    html.split('<section').find((one) => one.includes(`>${title}<`)) ?? ''

  it('a message stands on 今天 until it is answered, also of a case that ended', async () => {
    const filed = await file(world)
    await move(filed, 'declined', { message: '不归这里', body: '法院' })
    expect(await today()).not.toContain(filed.caseNumber)
    await (await follow(filed)).write({ message: '为什么不归？' })
    expect(rowsIn(await today(), '申请人来话了')).toContain(filed.caseNumber)
    expect((await track(filed)).turn).toBe('desk')
    await move(filed, 'noted', { reason: '看了' })
    expect(rowsIn(await today(), '申请人来话了')).toContain(filed.caseNumber)
    await move(filed, 'message', { message: '归法院管。' })
    expect(await today()).not.toContain(filed.caseNumber)
    expect((await track(filed)).turn).toBeNull()
  })

  it('or until it is set aside with a reason, which the holder is told and not given', async () => {
    const filed = await file(world)
    await move(filed, 'accepted', { subject: '滴水' })
    await (await follow(filed)).write({ message: '谢谢。' })
    const staff = await tools.atDesk('handler')
    const path = `/desk/cases/${filed.caseNumber}/set-aside`
    const seen = tools.formOn(await staff.page(path), path).hidden
    expect((await staff.post(path, { ...seen, reason: '' })).status).toBe(422)
    expect((await staff.post(path, { ...seen, reason: '一句感谢' })).status).toBe(303)
    expect(rowsIn(await today(), '申请人来话了')).not.toContain(filed.caseNumber)
    const shown = await staff.page(`/desk/cases/${filed.caseNumber}`)
    for (const words of ['来话不用回', '一句感谢', '谢谢。']) expect(shown).toContain(words)
    const html = await (await follow(filed)).page()
    expect(html).toContain('看过了，不另外回')
    expect(html).not.toContain('一句感谢')
  })

  it('writing to the holder stops no clock, at any time', async () => {
    const filed = await file(world)
    await move(filed, 'message', { message: '还没受理，先说一句。' })
    await move(filed, 'accepted', { subject: '滴水' })
    const { clocks } = await track(filed)
    await move(filed, 'message', { message: '明天去看。' })
    expect((await track(filed)).clocks).toEqual(clocks)
    await move(filed, 'mediating')
    await move(filed, 'settled', {})
    await move(filed, 'message', { message: '别忘了司法确认。' })
    expect((await track(filed)).messages).toHaveLength(3)
  })
})

describe('a long case', () => {
  const talk = async (messages: number, length = 5) => {
    const filed = await file(world)
    for (let count = 1; count <= messages; count += 1) {
      const message = `${`第${count}句。`}${'字'.repeat(Math.max(0, length - 5))}`
      await move(filed, count === 1 ? 'accepted' : 'message', { subject: '滴水', message })
    }
    return filed
  }

  it('shows the newest ten messages, and the older ones page by page, each once', async () => {
    const filed = await talk(23)
    const seen: string[] = []
    let more: { before: string } | null | undefined
    for (let page = 0; more !== null && page < 9; page += 1) {
      const view = await track(filed, more ?? {})
      expect(view.messages.length).toBeLessThanOrEqual(shownAtOnce)
      seen.unshift(...view.messages.map(({ text }) => text))
      more = view.more
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => `第${index + 1}句。`))
    const person = await follow(filed)
    const html = await person.page()
    expect(html).toContain('第14句')
    expect(html).not.toContain('第13句')
    const older = /href="([^"]*before=[^"]*)"/.exec(html)?.[1] ?? ''
    const next = mainOf(await (await person.get(older)).text())
    for (const words of ['更早的话和步骤', '第13句', '第4句']) expect(next).toContain(words)
    expect(next).not.toContain('第14句')
  })

  it('shows no more characters at once than fit the weight of a page', async () => {
    const { messages } = await track(await talk(5, lengths.message))
    expect(messages).toHaveLength(Math.floor(charactersAtOnce / lengths.message))
  })
})
