import { beforeEach, describe, expect, it } from 'vitest'
import { complainant } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { FilingStore } from '#store/ports/filing.ts'
import { openRegister } from '../../support/register.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm, postJson, rightFiling } from '../../support/world.ts'

/** Sealed words are found by the kind of their row: rows in between, or unreadable ones, have no other effect. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld()
})

type Extra = Pick<NewEvent, 'kind' | 'data' | 'scope' | 'words'>

const note: Extra = { kind: 'noted', data: {}, scope: 'record', words: { reason: '附了两张照片' } }
const otherPerson: Extra = {
  kind: 'party',
  data: { party: 2, side: 'other', role: 'principal' },
  scope: 'party:2',
  words: { name: '陈大山' },
}

/** Makes each later filing write these rows between the filed text and the person's words. */
const fileWith = (extra: Extra[]) => {
  const { file: store } = world.ports.store
  const longer: FilingStore['file'] = (newCase) => {
    const [filed, ...rest] = newCase.events as [NewEvent, ...NewEvent[]]
    const { actor, acting, at, unit } = filed
    const between = extra.map((row) => ({ ...row, actor, acting, at, unit }))
    return store({ ...newCase, events: [filed, ...between, ...rest] })
  }
  world.ports.store.file = longer
}

const textOf = (html: string) =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
    .replaceAll(/\d{4}-\d{6}/g, '#')
    .replaceAll(/[0-9a-f]{64}/g, '#')

const section = (html: string, from: string, to: string) =>
  textOf(html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from))))

/** Files, accepts and refers a case. Returns every page that shows part of it. */
const pagesOf = async (extra: Extra[]) => {
  if (extra.length > 0) fileWith(extra)
  await world.db.prepare('DELETE FROM case_listing').run()
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const changes = {
    ...rightFiling,
    otherParty: '隔壁陈家',
    contact: { mayCall: true, mayText: false, when: '晚上' },
  }
  const posted = () => postJson(world, '/api/v1/cases', changes, headers)
  const first = (await (await posted()).json()) as {
    caseNumber: string
    trackingCode: string
    lastHash: string
  }
  const repeated = await (await posted()).json()
  const { caseNumber, trackingCode } = first
  const who = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
  const village = visitDesk(world, who.cookie)
  const path = `/desk/cases/${caseNumber}`
  const seen = async (kind: string) =>
    /name="seen" value="(\d+)"/.exec(await (await village.get(`${path}/${kind}`)).text())?.[1] ?? ''
  const move = async (kind: string, fields: Record<string, string>) =>
    expect((await village.post(`${path}/${kind}`, { ...fields, seen: await seen(kind) })).status).toBe(303)
  await move('accepted', { subject: '屋檐滴水', message: '周六上午去看。' })
  await move('referred', {
    outside: 'court',
    body: '示例县人民法院',
    answerBy: world.day(9),
    reason: '附照片三张。',
  })
  const html = async (at: string) => (await village.get(at)).text()
  const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
  const [page, today, found, report, letter] = [
    await html(path),
    await html('/desk/'),
    await (await village.post('/desk/find', { q: caseNumber })).text(),
    await html(`${path}/report`),
    await html(`${path}/hand-over`),
  ]
  return {
    repeated: { ...(repeated as object) },
    first,
    told: section(page, 'id="told"', 'id="history"'),
    history: section(page, 'id="history"', '<aside'),
    today: section(today, '<main', '</main>'),
    found: section(found, '<main', '</main>'),
    report: section(report, '<main', '办理经过'),
    // Its number has the digits of the case number.
    letter: section(letter, '<main', '</main>').replaceAll(caseNumber.slice(5), '#'),
    followed: section(
      await (await world.request('/track/case', { headers: { cookie } })).text(),
      '<main',
      '</main>',
    ),
    json: (await (await postJson(world, '/api/v1/cases/track', { trackingCode })).json()) as object,
  }
}

describe('rows between the filed text and the person’s words', () => {
  it.each<[string, Extra[], string]>([
    ['a row with a note', [note], ''],
    ['a row with a second person', [otherPerson], '陈大山'],
    ['both rows', [note, otherPerson], '陈大山'],
  ])('the other pages are unchanged with %s', async (_, extra, fullName) => {
    const plain = await pagesOf([])
    const longer = await pagesOf(extra)
    // The person is listed once more, with how far their invitation is.
    const ofThem = new Set(['对方全名', fullName, '对方', '没有留', '还没有请。'])
    const told = longer.told.split('\n').filter((line) => !ofThem.has(line))
    expect(told).toEqual(plain.told.split('\n').filter((line) => !ofThem.has(line)))
    for (const text of ['吴秀兰', '13800000000', rightFiling.narrative, '可以打电话，不能发短信，晚上'])
      expect(longer.told).toContain(text)
    for (const name of ['today', 'found', 'followed'] as const) expect(longer[name], name).toBe(plain[name])
    // Report and letter name the other side as registered, if somebody is.
    const side = fullName || '隔壁陈家'
    for (const name of ['report', 'letter'] as const)
      expect(longer[name], name).toBe(plain[name].replace(/(?<=\n对方\n)[^\n]+/, side))
    expect(longer.repeated).toEqual(longer.first)
    const { caseNumber: _number, lastHash: _hash, ...json } = longer.json as Record<string, unknown>
    expect(plain.json).toMatchObject(json)
    for (const line of plain.history.split('\n')) expect(longer.history).toContain(line)
  })
})

describe('a case that staff register', () => {
  const answers = {
    ...{ channel: 'visit', danger: 'false', about: 'none', track: 'mediation', category: 'neighbour' },
    ...{ region: 'qingshi-liuwan', narrative: '他来村部说，隔壁的水滴进院子。', request: '请他家装水槽。' },
    ...{ name: '来访甲', phone: '', consent: 'true' },
  }

  /** The slip, the slip of the same form sent again, and the text on the case page. */
  const registered = async () => {
    const who = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
    const village = visitDesk(world, who.cookie)
    const form = await openRegister(village)
    const slip = async () => {
      await village.post(form, answers)
      return (await village.get('/desk/registered')).text()
    }
    const [first, again] = [await slip(), await slip()]
    const number = /案件编号\D*(\d{4}-\d+)/.exec(first.replace(/<[^>]*>/g, ''))?.[1]
    const page = await (await village.get(`/desk/cases/${number}`)).text()
    const main = section(first, '<main', '</main>')
    return {
      // The code differs, written and spoken.
      slip: main.replaceAll(/\d{4}|\d( \d){3}/g, '#'),
      same: main === section(again, '<main', '</main>'),
      told: section(page, 'id="told"', 'id="history"'),
    }
  }

  it('gives the same slip when sent again', async () => {
    const plain = await registered()
    expect([plain.same, plain.told]).toEqual([true, expect.stringContaining('来访甲')])
    fileWith([note])
    expect(await registered()).toEqual(plain)
  })
})

describe('unreadable sealed words', () => {
  it.each([
    ['of another shape', { narrative: 3 } as never],
    ['no object', '没有' as never],
  ])('%s are left out and logged by kind, and the pages work', async (_, words) => {
    const { file: store } = world.ports.store
    world.ports.store.file = (newCase) =>
      store({
        ...newCase,
        events: newCase.events.map((event) => (event.kind === 'filed' ? { ...event, words } : event)),
      })
    const { caseNumber } = await file(world)
    const who = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
    for (const path of [`/desk/cases/${caseNumber}`, `/desk/cases/${caseNumber}/report`]) {
      world.logged.length = 0
      const answer = await world.desk(path, { headers: who.headers })
      expect(answer.status).toBe(200)
      expect(world.logged).toEqual([
        { event: 'words', kind: 'unreadable', case: expect.stringMatching(/^[0-9a-f]{32}$/), seq: 1 },
      ])
    }
  })

  it('are not shown to a resident either', async () => {
    const { trackingCode, caseNumber } = await file(world)
    const stored = await world.ports.store.openCase(caseNumber)
    if (!stored) throw new Error('the case is missing')
    const { unit } = stored.record
    const broken = { text: ['没有'] } as never
    const event: NewEvent<'message'> = {
      kind: 'message',
      actor: 'console',
      acting: '',
      at: world.time.now,
      unit,
      data: { to: [complainant] },
      scope: complainant,
      words: { text: '周六上午去看。' },
    }
    await world.ports.store.append(stored, [{ ...event, words: broken }, event])
    world.logged.length = 0
    const answer = await postJson(world, '/api/v1/cases/track', { trackingCode })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ messages: [{ text: '周六上午去看。' }] })
    expect(world.logged).toEqual([expect.objectContaining({ event: 'words', kind: 'unreadable', seq: 3 })])
  })
})
