import { beforeEach, describe, expect, it } from 'vitest'
import { signedDay } from '#domain/basics/time.ts'
import { paperFacts } from '#domain/filing/kept-fields.ts'
import { codeFault } from '#domain/filing/tracking-code.ts'
import { openRegister } from '../../support/register.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm, postJson, rightFiling } from '../../support/world.ts'

/** The desk over HTTP: pages and posts of signed-in staff. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld()
  await world.db.prepare('DELETE FROM case_listing').run()
})

const at = async (unit: string, role: 'handler' | 'lead' | 'admin' = 'handler') => {
  const who = await signInAs(world, { unit, role })
  return { ...visitDesk(world, who.cookie), id: who.id }
}
const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('a desk page without a session', () => {
  it.each([
    '/desk/',
    '/desk/cases/',
    '/desk/cases/2026-000000',
    '/desk/find',
    '/desk/register',
    '/desk/week',
    '/desk/month',
    '/desk/mediation-month',
    '/desk/case-pay',
    '/desk/measures',
  ])('%s redirects to the sign-in', async (path) => {
    const answer = await world.desk(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/sign-in'])
  })
})

describe('a handler of the village', () => {
  it('sees a new case today, opens it and accepts it; the resident sees that', async () => {
    const { caseNumber, trackingCode } = await file(world, { otherParty: '隔壁陈家' })
    const village = await at('qingshi-liuwan-committee')
    const today = await (await village.get('/desk/')).text()
    expect(today).toContain('待受理')
    expect(today).toContain(caseNumber)
    // Lists contain no names and no quotes.
    for (const secret of ['吴秀兰', '13800000000', '三组', '隔壁', rightFiling.narrative.slice(0, 8)])
      expect(today).not.toContain(secret)

    const page = await (await village.get(`/desk/cases/${caseNumber}`)).text()
    const told = [rightFiling.narrative, '吴秀兰', '13800000000', rightFiling.address, '隔壁陈家']
    for (const text of [...told, '受理', '不予受理']) expect(page).toContain(text)
    const form = await (await village.get(`/desk/cases/${caseNumber}/accepted`)).text()
    const posted = { seen: seenIn(form), subject: '屋檐滴水', message: '周六上午去看。' }
    const accepted = await village.post(`/desk/cases/${caseNumber}/accepted`, posted)
    expect([accepted.status, accepted.headers.get('location')]).toEqual([
      ...[303, `/desk/cases/${caseNumber}?done=3`],
    ])
    const view = await (await postJson(world, '/api/v1/cases/track', { trackingCode })).json()
    expect(view).toMatchObject({ status: 'accepted', messages: [{ text: '周六上午去看。' }] })
    expect(JSON.stringify(view)).not.toMatch(/测试员|staff/)
  })

  it('leaves a read in the log for every opened case, and none for a hidden one', async () => {
    const { caseNumber } = await file(world)
    const reads = async () =>
      (
        await world.db
          .prepare(
            'SELECT staff, kind FROM read_log JOIN cases ON cases.id = read_log.case_id WHERE number = ?',
          )
          .bind(caseNumber)
          .all<{ staff: string; kind: string }>()
      ).results
    const village = await at('qingshi-liuwan-committee')
    const other = await at('qingshi-songping-committee')
    await village.get('/desk/cases/')
    expect(await reads()).toEqual([])
    await village.get(`/desk/cases/${caseNumber}`)
    await village.get(`/desk/cases/${caseNumber}/report`)
    expect((await other.get(`/desk/cases/${caseNumber}`)).status).toBe(404)
    expect(await reads()).toEqual([
      { staff: village.id, kind: 'open' },
      { staff: village.id, kind: 'print' },
    ])
  })

  it('gets an invalid form back with their input and a message at each field', async () => {
    const { caseNumber } = await file(world)
    const village = await at('qingshi-liuwan-committee')
    const answer = await village.post(`/desk/cases/${caseNumber}/escalated`, {
      ...{ seen: '2', unit: 'shili-petition', reason: '谈过两次，他不认。' },
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>错误：上报')
    expect(html).toContain('谈过两次，他不认。')
    expect(html).toContain('href="#unit"')
  })

  it('who moves a case second is told what changed and keeps their input', async () => {
    const { caseNumber } = await file(world)
    const [one, two] = [await at('qingshi-liuwan-committee'), await at('qingshi-liuwan-committee', 'lead')]
    const path = `/desk/cases/${caseNumber}`
    const seen = seenIn(await (await two.get(`${path}/declined`)).text())
    await one.post(`${path}/accepted`, { seen, subject: '屋檐滴水' })
    const late = await two.post(`${path}/noted`, { seen, reason: '我来说一句' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('刚才变了这些')
    expect(html).toContain('受理')
    expect(html).toContain('我来说一句')
    const again = await two.post(`${path}/noted`, { seen: seenIn(html), reason: '我来说一句' })
    expect(again.status).toBe(303)
  })

  it('gets a cross-site post refused, with the input kept', async () => {
    const { caseNumber } = await file(world)
    const village = await at('qingshi-liuwan-committee')
    const answer = await village.post(
      `/desk/cases/${caseNumber}/accepted`,
      { seen: '2', subject: '屋檐滴水' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('屋檐滴水')
  })
})

describe('printed documents', () => {
  it('a referral has a printable transfer letter, and printing it is logged as a read', async () => {
    const { caseNumber } = await file(world)
    const village = await at('qingshi-liuwan-committee')
    const path = `/desk/cases/${caseNumber}`
    expect((await village.get(`${path}/hand-over`)).status).toBe(404)
    const seen = async (kind: string) => seenIn(await (await village.get(`${path}/${kind}`)).text())
    await village.post(`${path}/accepted`, { seen: await seen('accepted'), subject: '屋檐滴水' })
    await village.post(`${path}/referred`, {
      ...{ seen: await seen('referred'), outside: 'court', body: '示例县人民法院', answerBy: world.day(9) },
      reason: '双方都愿意诉前调解，附照片三张。',
    })
    const paper = await (await village.get(`${path}/hand-over`)).text()
    const said = ['移送函', '示例县人民法院', '附照片三张', rightFiling.narrative, signedDay(world.day(9))]
    for (const text of [...said, rightFiling.name, rightFiling.phone, rightFiling.request, '回执'])
      expect(paper).toContain(text)
  })

  it('the report prints the texts of the list of fields, in its order', async () => {
    const answers: Record<string, unknown> = { ...rightFiling, title: '屋檐水', otherParty: '隔壁陈家' }
    const { caseNumber } = await file(world, answers)
    const village = await at('qingshi-liuwan-committee')
    const path = `/desk/cases/${caseNumber}`
    const seen = async (kind: string) => seenIn(await (await village.get(`${path}/${kind}`)).text())
    await village.post(`${path}/accepted`, { seen: await seen('accepted'), subject: '屋檐滴水' })
    const { narrative, request } = rightFiling
    const printed = `<p class="typed">${narrative}</p><p class="typed"><b>要求：</b>${request}</p>`
    const paper = await (await village.get(`${path}/report`)).text()
    expect(paper).toContain(printed)
    expect(paper).toContain('隔壁陈家')
    const places = paperFacts().map(({ field, label }) =>
      paper.indexOf(`<p class="typed">${label && `<b>${label}：</b>`}${answers[field]}</p>`),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((one, two) => one - two))
  })
})

describe('limits of roles and units', () => {
  it.each(['/desk/register', '/desk/registered', '/desk/cases/', '/desk/find', '/desk/checklist'])(
    'an admin, who handles no cases, gets 404 for %s',
    async (path) => {
      const admin = await at('shili-centre', 'admin')
      expect((await admin.get(path)).status).toBe(404)
      expect((await admin.post(path, {})).status).toBe(404)
    },
  )

  it.each<[string, 'handler' | 'lead' | 'admin', string]>([
    ['qingshi-songping-committee', 'lead', 'another village'],
    ['yunxi-committee', 'lead', 'another town'],
    ['qingshi-liuwan-1-grid', 'handler', 'a grid below'],
    ['shili-office', 'lead', 'an office of the county'],
    ['shili-centre', 'admin', 'an admin'],
  ])('%s (%s): the case cannot be read or moved by %s', async (unit, role) => {
    const { caseNumber } = await file(world)
    const person = await at(unit, role)
    for (const path of ['', '/report', '/accepted', '/noted'])
      expect((await person.get(`/desk/cases/${caseNumber}${path}`)).status).toBe(404)
    const post = await person.post(`/desk/cases/${caseNumber}/noted`, { seen: '2', reason: '偷看' })
    expect(post.status).toBe(404)
    for (const find of [caseNumber, '13800000000', '吴秀兰']) {
      const found = await person.post('/desk/find', { find })
      expect(await found.text()).not.toContain(`/desk/cases/${caseNumber}`)
    }
  })

  it('a forged target is refused: a case about a village cannot be moved to it', async () => {
    const { caseNumber } = await file(world, { about: 'village-cadre' })
    const town = await at('qingshi-committee')
    const answer = await town.post(`/desk/cases/${caseNumber}/sent-down`, {
      ...{ seen: '2', unit: 'qingshi-liuwan-committee', answerBy: world.day(7), reason: '去办' },
    })
    // No unit below may hold it, so the move itself is not open.
    expect(answer.status).toBe(409)
    const join = await town.post(`/desk/cases/${caseNumber}/cohandler-joined`, {
      ...{ seen: '2', unit: 'qingshi-liuwan-committee', reason: '一起办' },
    })
    expect(join.status).toBe(422)
  })

  it('a superior may read, note and judge a case, but not decide it', async () => {
    const { caseNumber } = await file(world)
    const town = await at('qingshi-committee')
    const page = await (await town.get(`/desk/cases/${caseNumber}`)).text()
    expect(page).toContain('内部记录')
    expect(page).not.toContain(`/desk/cases/${caseNumber}/accepted`)
    const answer = await town.post(`/desk/cases/${caseNumber}/accepted`, { seen: '2', subject: '事' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('案件不在您这里')
  })
})

describe('finding a case', () => {
  it('works by number, phone and full name, with the words in no URL and no log', async () => {
    const { caseNumber } = await file(world, { name: '找人甲', phone: '13712345678' })
    const village = await at('qingshi-liuwan-committee')
    for (const find of [caseNumber, caseNumber.replace('-', ' '), '137 1234 5678', '找人甲']) {
      const answer = await village.post('/desk/find', { find })
      expect(answer.status).toBe(200)
      expect(await answer.text(), find).toContain(`/desk/cases/${caseNumber}`)
    }
    const partly = await village.post('/desk/find', { find: '找人' })
    expect(await partly.text()).toContain('没有找到')
    expect(JSON.stringify(world.logged)).not.toMatch(/找人|137/)
  })
})

describe('registering a case for a visitor', () => {
  const words = {
    ...{ channel: 'visit', danger: 'false', about: 'none', track: 'mediation', category: 'neighbour' },
    ...{ region: 'qingshi-liuwan', narrative: '他来村部说，隔壁的水滴进院子。', request: '请他家装水槽。' },
    ...{ name: '来访甲', phone: '', consent: 'true' },
  }
  const codeIn = (html: string) =>
    [...html.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')

  it('gives a slip whose code the holder is asked to replace at first use', async () => {
    const grid = await at('qingshi-liuwan-1-grid')
    const address = await openRegister(grid)
    const sent = await grid.post(address, words)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/desk/registered'])
    const slip = await (await grid.get('/desk/registered')).text()
    const written = codeIn(slip)
    expect(codeFault(written)).toBeNull()
    expect(slip).toContain('柳湾村人民调解委员会')
    // Sent once more: the same case.
    expect((await grid.post(address, words)).status).toBe(303)
    expect(codeIn(await (await grid.get('/desk/registered')).text())).toBe(written)

    const opened = await postForm(world, '/track/open', { trackingCode: written })
    expect(opened.headers.get('location')).toBe('/track/new-code')
    let cookie = cookieOf(opened)
    const changed = await postForm(world, '/track/new-code', {}, { cookie })
    expect(changed.headers.get('location')).toBe('/track/code')
    cookie = `${cookie}; ${cookieOf(changed)}`
    // Pressed in another tab: the same code, since they may have written it down.
    const twice = await postForm(world, '/track/new-code', {}, { cookie })
    expect(twice.headers.get('set-cookie')).toBeNull()
    const own = codeIn(await (await world.request('/track/code', { headers: { cookie } })).text())
    expect(codeFault(own)).toBeNull()
    expect(own).not.toBe(written)
    // Until they confirm the new code, the old one leads to the same page.
    expect((await postForm(world, '/track/open', { trackingCode: written })).status).toBe(303)
    expect((await postForm(world, '/track/open', { trackingCode: own })).status).toBe(422)
    expect((await postJson(world, '/api/v1/cases/track', { trackingCode: written })).status).toBe(200)
    // A question is answered with it, and the desk reads that staff had seen the code.
    const village = await at('qingshi-liuwan-committee')
    const number = /案件编号 <b class="no-break">([\d-]+)/.exec(slip)?.[1] ?? ''
    for (const [kind, fields] of [
      ['accepted', { subject: '屋檐滴水' }],
      ['asked', { message: '从哪边滴下来？' }],
    ] as const) {
      const path = `/desk/cases/${number}/${kind}`
      const seen = seenIn(await (await village.get(path)).text())
      expect((await village.post(path, { ...fields, seen })).status).toBe(303)
    }
    const early = await (await world.request('/track/case', { headers: { cookie } })).text()
    expect(early).toContain('工作人员也看见过您这个查询码')
    const reply = await postForm(world, '/track/reply', { reply: '从东边。' }, { cookie })
    expect(reply.headers.get('location')).toBe('/track/case#replied')
    const history = await (await village.get(`/desk/cases/${number}`)).text()
    expect(history).toContain('用的是工作人员看过的查询码')
    const noted = await postForm(world, '/track/code', {}, { cookie })
    expect(noted.headers.get('location')).toBe('/track/case')
    cookie = noted.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .find((line) => line.includes('track-cookie')) as string
    const page = await world.request('/track/case', { headers: { cookie } })
    expect(page.status).toBe(200)
    const after = await page.text()
    expect(after).toContain('替您记了下来')
    expect(after).not.toContain('也看见过您这个查询码')
    expect((await postForm(world, '/track/open', { trackingCode: written })).status).toBe(422)
    expect((await postForm(world, '/track/open', { trackingCode: own })).status).toBe(303)
  })

  it('files a tip from the checklist', async () => {
    const grid = await at('qingshi-liuwan-1-grid')
    const list = await (await grid.get('/desk/checklist')).text()
    const item = /name="item" value="([^"]+)"/.exec(list)?.[1] ?? ''
    const picked = await grid.post('/desk/checklist', { item })
    expect(picked.status).toBe(303)
    const address = await openRegister(grid, picked.headers.get('location') ?? '')
    const form = await (await grid.get(address)).text()
    expect(form).toMatch(/name="track" value="tip" checked/)
    expect(form).toMatch(/name="channel" value="round" checked/)
    expect((await grid.post('/desk/checklist', {})).status).toBe(422)
  })

  it('found on a round needs no consent and no code read out, unless somebody is named', async () => {
    const village = await at('qingshi-liuwan-committee')
    const round = { ...words, channel: 'round', anonymous: 'true', name: '', consent: '', track: 'tip' }
    const address = await openRegister(village)
    const named = await village.post(address, { ...round, anonymous: '', name: '李四' })
    expect(named.status).toBe(422)
    const refused = await named.text()
    expect(refused).toContain('请念给本人听，问过再打勾')
    expect(refused).not.toContain('请先读一读隐私说明')
    const sent = await village.post(address, round)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/desk/registered'])
    const slip = await (await village.get('/desk/registered')).text()
    expect(slip).toContain('不用念查询码')
    expect(slip).not.toContain('念给本人抄')
  })

  it('leads on to the case those who may handle it, and others to 今天', async () => {
    for (const [unit, target] of [
      ['qingshi-liuwan-committee', /^\/desk\/cases\/\d{4}-\d+$/],
      ['qingshi-liuwan-1-grid', /^\/desk\/$/],
    ] as const) {
      const person = await at(unit)
      await person.post(await openRegister(person), words)
      const given = await person.post('/desk/registered', {})
      expect([given.status, given.headers.get('location')]).toEqual([303, expect.stringMatching(target)])
    }
  })

  it('with invalid input shows what is wrong and keeps the input', async () => {
    const grid = await at('qingshi-liuwan-1-grid')
    const answer = await grid.post(await openRegister(grid), { ...words, channel: '', consent: '' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#channel"')
    expect(html).toContain('href="#consent"')
    expect(html).toContain('隔壁的水滴进院子')
  })
})

describe('daily sheets and lists', () => {
  it('a day without any move has a sheet too', async () => {
    const town = await at('qingshi-committee', 'lead')
    const html = await (await town.get('/desk/digest?day=2020-01-06')).text()
    expect(html).toContain('零报告')
    expect(await (await town.get('/desk/week')).text()).toContain('周小结')
  })

  it('a paged list shows every case once, in any order', async () => {
    const numbers = new Set<string>()
    for (let i = 0; i < 23; i += 1) numbers.add((await file(world)).caseNumber)
    const town = await at('qingshi-committee')
    for (const start of ['/desk/cases/?list=below', '/desk/cases/?list=below&all=1']) {
      const shown: string[] = []
      for (let path: string | undefined = start; path; ) {
        const html: string = await (await town.get(path)).text()
        shown.push(
          ...[...html.matchAll(/href="\/desk\/cases\/(\d{4}-\d+)\?/g)].map(([, number]) => number ?? ''),
        )
        path = /href="([^"]+)">\s*下一页/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      }
      expect(shown.sort()).toEqual([...numbers].sort())
    }
  })
})
