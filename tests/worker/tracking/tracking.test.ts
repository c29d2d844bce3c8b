import { beforeEach, describe, expect, it } from 'vitest'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { cookieOf, file, makeWorld, postForm, postJson, tuesday, type World } from '../../support/world.ts'

let world: World
beforeEach(async () => {
  world = makeWorld()
  await world.db.prepare('DELETE FROM guess_mark').run()
})

const unknownCode = () => makeTrackingCode(world.ports.random)
const open = (trackingCode: string, more = {}) => postForm(world, '/track/open', { trackingCode, ...more })
const track = (body: unknown) => postJson(world, '/api/v1/cases/track', body)
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const wrongDigit = (code: string) => code.slice(0, 15) + ((Number(code[15]) + 1) % 10)

describe('opening a case with its code', () => {
  it('works with spaces, dashes and full-width digits', async () => {
    const { trackingCode } = await file(world)
    const wide = trackingCode.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    const spellings = [
      trackingCode,
      trackingCode.replace(/(....)/g, '$1 '),
      trackingCode.replace(/(....)/g, '$1-'),
      `　${wide}`,
    ]
    for (const spelling of spellings) {
      const answer = await open(spelling)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/track/case'])
    }
  })

  it('works with text pasted around and between the groups, even the whole slip', async () => {
    const { trackingCode, caseNumber } = await file(world)
    const groups = trackingCode.match(/\d{4}/g) ?? []
    const spelled = groups.map((group) => [...group].join(' ')).join('，')
    for (const pasted of [
      `查询码：${groups.join(' ')}。`,
      `“${groups.join('、')}”`,
      `${groups.join('/')}，`,
      groups.map((group, at) => `第${'一二三四'[at]}组 ${group}`).join('\n'),
      `16 位查询码 ${trackingCode}`,
      `案件编号 ${caseNumber}，查询码 ${groups.join(' ')}`,
      `您的查询码\n${groups.join('\n')}\n查询码：${spelled}\n案件编号 ${caseNumber} 打电话问的时候说这个`,
    ])
      expect([pasted, (await track({ trackingCode: pasted })).status]).toEqual([pasted, 200])
    for (const unclear of [`${trackingCode} 或者 ${unknownCode()}`, `${caseNumber} ${trackingCode}`])
      expect([unclear, (await track({ trackingCode: unclear })).status]).toEqual([unclear, 422])
  })

  it.each([
    ['letters', () => 'abcdefghijklmnop', /16 位/],
    ['15 digits', () => unknownCode().slice(1), /16 位/],
    ['17 digits', () => `${unknownCode()}1`, /16 位/],
    ['nothing', () => '', /请填查询码/],
    ['a case number', () => '2026-483071', /这是案件编号/],
    ['a case number without its dash', () => '2026 483071', /这是案件编号/],
    ['a wrong check digit', () => wrongDigit(unknownCode()), /对不上/],
    ['an unknown code', unknownCode, /没有找到/],
  ])('answers 422 for %s, with its own message', async (_, code, words) => {
    const answer = await open(code())
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(words)
    expect(html).toContain('<title>错误：进度')
    expect(html).toContain('href="#trackingCode"')
  })

  it('through the API answers 422 for a malformed and 404 for an unknown code', async () => {
    const statuses = []
    for (const body of [
      { trackingCode: 'x' },
      {},
      { trackingCode: 5 },
      { trackingCode: wrongDigit(unknownCode()) },
      { trackingCode: unknownCode() },
    ])
      statuses.push((await track(body)).status)
    expect(statuses).toEqual([422, 422, 422, 422, 404])
  })
})

describe('guessing tracking codes', () => {
  const guess = async (times: number) => {
    for (let i = 0; i < times; i += 1) await track({ trackingCode: unknownCode() })
  }

  it('requires the case number after 30 unknown codes in an hour, and a correct pair still opens', async () => {
    const { trackingCode, caseNumber } = await file(world)
    await guess(30)
    const refused = await track({ trackingCode })
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ errors: [{ field: 'caseNumber', code: 'required' }] })
    const page = await open(trackingCode)
    expect(page.status).toBe(422)
    expect(await page.text()).toContain('name="caseNumber"')
    expect((await open(trackingCode, { caseNumber: caseNumber.replace('-', ' ') })).status).toBe(303)
    expect((await track({ trackingCode, caseNumber })).status).toBe(200)
    expect((await track({ trackingCode, caseNumber: '2026-000000' })).status).toBe(404)
  })

  it('concurrently gets no more tries than one after the other', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () => (await track({ trackingCode: unknownCode() })).status),
    )
    expect(answers.filter((status) => status === 404)).toHaveLength(30)
    expect(answers.filter((status) => status === 429)).toHaveLength(30)
  })

  it('does not count malformed codes or successes', async () => {
    const { trackingCode } = await file(world)
    for (let i = 0; i < 35; i += 1) {
      await track({ trackingCode: 'nonsense' })
      await track({ trackingCode: wrongDigit(trackingCode) })
    }
    for (let i = 0; i < 35; i += 1) expect((await track({ trackingCode })).status).toBe(200)
  })

  it('is counted per IPv6 subscriber, separately for other addresses, and forgotten after an hour', async () => {
    const { trackingCode } = await file(world)
    for (let i = 0; i < 30; i += 1) {
      world.sender.address = `2001:db8:1:2::${i.toString(16)}`
      await track({ trackingCode: unknownCode() })
    }
    expect((await track({ trackingCode })).status).toBe(429)
    world.sender.address = '2001:db8:1:3::1'
    expect((await track({ trackingCode })).status).toBe(200)
    world.sender.address = '2001:db8:1:2::ffff'
    world.time.now += 3_600_000
    expect((await track({ trackingCode })).status).toBe(200)
  })

  const total = async () =>
    (
      await world.db
        .prepare("SELECT failures FROM guess_mark WHERE key = 'total'")
        .first<{ failures: number }>()
    )?.failures ?? 0

  it('with a case number counts for the address and that case, not for the total', async () => {
    for (let i = 0; i < 40; i += 1)
      expect((await track({ trackingCode: unknownCode(), caseNumber: '2026-000000' })).status).toBe(404)
    expect(await total()).toBe(0)
    const { trackingCode, caseNumber } = await file(world)
    expect((await track({ trackingCode })).status).toBe(429)
    expect((await track({ trackingCode, caseNumber })).status).toBe(200)
    world.sender.address = '198.51.100.4'
    expect((await track({ trackingCode })).status).toBe(200)
    // An unknown case number leaves no mark.
    const { results } = await world.db.prepare('SELECT failures FROM guess_mark').all()
    expect(results).toEqual([{ failures: 40 }])
  })

  it('at one case raises one alarm after thirty guesses, and its holder still gets in', async () => {
    const { trackingCode, caseNumber } = await file(world)
    for (let i = 0; i < 35; i += 1) {
      world.sender.address = `198.51.100.${i}`
      await track({ trackingCode: unknownCode(), caseNumber })
    }
    expect(world.logged).toEqual([{ event: 'guesses', at: 'one-case' }])
    expect((await track({ trackingCode, caseNumber })).status).toBe(200)
    expect((await track({ trackingCode })).status).toBe(200)
  })

  it.each([
    ['one IPv4 address', () => '198.51.100.9', 30],
    ['one IPv6 /48, from another /64 each time', (i: number) => `2001:db8:9:${i.toString(16)}::1`, 30],
    ['two networks', (i: number) => `2001:db8:${i % 2}:${i.toString(16)}::1`, 60],
  ])('from %s adds at most its share to the total', async (_, address, share) => {
    for (let i = 0; i < 70; i += 1) {
      world.sender.address = address(i)
      await track({ trackingCode: unknownCode() })
    }
    expect(await total()).toBe(share)
  })

  it('beyond the total requires the case number from everyone until the hour is over', async () => {
    const { trackingCode, caseNumber } = await file(world)
    await world.db
      .prepare("INSERT INTO guess_mark (key, failures, expires_at) VALUES ('total', 3000, ?)")
      .bind(world.time.now + 3_600_000)
      .run()
    expect((await track({ trackingCode })).status).toBe(429)
    expect((await track({ trackingCode, caseNumber })).status).toBe(200)
    world.time.now += 3_600_000
    expect((await track({ trackingCode })).status).toBe(200)
  })

  it('does not limit filings', async () => {
    await guess(31)
    await expect(file(world)).resolves.toHaveProperty('trackingCode')
  })
})

describe('the session of a resident', () => {
  it('shows the case, and ends after 30 idle minutes or on leaving', async () => {
    const { trackingCode, caseNumber } = await file(world)
    let cookie = cookieOf(await open(trackingCode))
    for (let i = 0; i < 3; i += 1) {
      world.time.now += 29 * 60_000
      const page = await world.request('/track/case', { headers: { cookie } })
      expect(page.status).toBe(200)
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(await page.text()).toContain(caseNumber)
      cookie = cookieOf(page)
    }
    world.time.now += 30 * 60_000
    const idle = await world.request('/track/case', { headers: { cookie } })
    expect([idle.status, idle.headers.get('location')]).toEqual([303, '/track/'])
    const left = await postForm(world, '/track/leave', {}, { cookie })
    expect([left.status, left.headers.get('location')]).toEqual([303, '/track/'])
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0')
  })

  it('ends after two hours, even in use', async () => {
    const { trackingCode } = await file(world)
    let cookie = cookieOf(await open(trackingCode))
    const look = () => world.request('/track/case', { headers: { cookie } })
    for (let minutes = 0; minutes < 100; minutes += 20) {
      world.time.now += 20 * 60_000
      cookie = cookieOf(await look())
    }
    world.time.now += 20 * 60_000 - 1
    const last = await look()
    expect(last.status).toBe(200)
    cookie = cookieOf(last)
    world.time.now += 1
    expect((await look()).status).toBe(303)
  })

  it('ends on the server on leaving: a saved cookie opens nothing', async () => {
    const { trackingCode } = await file(world)
    const cookie = cookieOf(await open(trackingCode))
    const elsewhere = cookieOf(await open(trackingCode))
    expect((await postForm(world, '/track/leave', {}, { cookie })).status).toBe(303)
    for (const kept of [cookie, elsewhere])
      expect((await world.request('/track/case', { headers: { cookie: kept } })).status).toBe(303)
    const again = cookieOf(await open(trackingCode))
    // An old cookie does not end a new session.
    await postForm(world, '/track/leave', {}, { cookie })
    expect((await world.request('/track/case', { headers: { cookie: again } })).status).toBe(200)
  })

  it('ends when its code is replaced', async () => {
    const { trackingCode, caseNumber } = await file(world)
    const cookie = cookieOf(await open(trackingCode))
    await world.db
      .prepare('DELETE FROM case_code WHERE case_id = (SELECT id FROM cases WHERE number = ?)')
      .bind(caseNumber)
      .run()
    expect((await world.request('/track/case', { headers: { cookie } })).status).toBe(303)
  })

  it('is not ended by a form of another site, which the browser sends without the cookie', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const path of ['/track/reply', '/track/new-code', '/track/code', '/track/leave']) {
      const answer = await postForm(world, path, { reply: '话' }, foreign)
      expect(answer.headers.getSetCookie(), path).toEqual([])
    }
  })

  it('is required for the case page, which otherwise redirects to the form', async () => {
    const answer = await world.request('/track/case')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/track/'])
  })
})

describe('the case page of a resident', () => {
  const view = async (trackingCode: string) =>
    (await (await track({ trackingCode })).json()) as Record<string, never>

  it('shows acceptance, message and settlement, with clocks', async () => {
    world = makeWorld(tuesday)
    const { trackingCode, caseNumber } = await file(world)
    const move = (kind: 'accepted' | 'mediating' | 'settled', message?: string) =>
      moveCase(world.ports, { number: caseNumber, kind, by: 'console', input: message ? { message } : {} })
    world.time.now += 86_400_000
    expect(await move('accepted', '周六上午在村部，方便吗？')).toMatchObject({
      ok: true,
      value: { status: 'accepted' },
    })
    expect(await view(trackingCode)).toMatchObject({
      status: 'accepted',
      clocks: [
        { name: '告诉您受不受理', state: 'met', dueAt: '2026-11-27T23:59:59+08:00' },
        {
          name: '调解办结',
          state: 'running',
          countyRule: expect.any(String),
          dueAt: '2026-12-25T23:59:59+08:00',
        },
      ],
      timeline: [{ kind: 'filed' }, { kind: 'accepted' }],
      messages: [{ from: '柳湾村人民调解委员会', text: '周六上午在村部，方便吗？' }],
      next: [{ what: '办出结果，或者告诉您接下来怎么办', by: '2026-12-25' }],
    })
    world.time.now += 40 * 86_400_000
    expect(await view(trackingCode)).toMatchObject({ clocks: [{}, { state: 'overdue' }], next: [] })
    await move('mediating')
    expect((await move('settled')).ok).toBe(true)
    expect(await view(trackingCode)).toMatchObject({ status: 'settled', clocks: [{}, { state: 'met' }] })
    expect(await move('accepted')).toEqual({ ok: false, error: 'status' })
  })

  it('folds the hash of the history and says why it changes, in words that fit a case already filed', async () => {
    const { trackingCode } = await file(world)
    const answer = await world.request('/track/case', {
      headers: { cookie: cookieOf(await open(trackingCode)) },
    })
    const html = await answer.text()
    const [, folded] = html.split('<summary>核对码（记录有没有被人改过，靠它查）</summary>')
    expect(folded).toMatch(/^<\/details><div class="folded"><p[^>]*>每办一步，它就换一个新的/)
    expect(html.match(/\b[0-9a-f]{64}\b/g)).toHaveLength(1)
    for (const words of ['存证编号', '不影响您提交', '收没收']) expect(html).not.toContain(words)
  })

  it('contains nothing of the filing, the danger mark or the person complained of', async () => {
    const secret = {
      narrative: '秘密甲',
      request: '秘密乙',
      title: '秘密丙',
      otherParty: '秘密丁',
      name: '秘密戊',
    }
    const { trackingCode } = await file(world, {
      ...secret,
      danger: true,
      about: 'village-cadre',
      contact: { when: '秘密己' },
    })
    const json = JSON.stringify(await view(trackingCode))
    const html = await (
      await world.request('/track/case', { headers: { cookie: cookieOf(await open(trackingCode)) } })
    ).text()
    for (const text of [json, mainOf(html)])
      expect(text).not.toMatch(/秘密|13800000000|danger|about"|village-cadre|12338|12356/)
  })
})
