import { describe, expect, it } from 'vitest'
import { day, logLife, minute, sweepRows } from '#domain/basics/bounds.ts'
import { failuresPerPair } from '#domain/staff/bounds.ts'
import { codeAt } from '../../../functions/console/totp.ts'
import { freshDesk } from '../../support/desk-clock.ts'
import { type DeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { enrolled, entered, kindsOf, logOf, password, signIn } from '../../support/staff-account.ts'
import { file } from '../../support/world.ts'

/** The log of the desk: sign-ins, reads and actions; who may read it; that no row can be changed. */

let world: DeskWorld
const { later, openOn } = freshDesk((fresh) => {
  world = fresh
})

const village: Who = { unit: 'qingshi-liuwan-committee', role: 'handler', name: '老吴' }
const town: Who = { unit: 'qingshi-committee', role: 'lead', name: '镇上老周' }
const grid: Who = { unit: 'qingshi-liuwan-1-grid', role: 'handler', name: '小周' }
const come = async (who: Who) => {
  const person = await signInAs(world, who)
  return { ...person, visit: visitDesk(world, person.cookie) }
}

describe('a sign-in in the desk’s log', () => {
  it('is a row if granted, refused or locked, with the unit at that moment', async () => {
    const { id, username, person } = await entered(world, village)
    expect(await kindsOf(world, id)).toEqual(['created', 'link-used', 'signed-in link'])
    await person.post('/desk/sign-out', {})
    for (let at = 0; at < failuresPerPair + 3; at += 1) {
      later(1)
      await signIn(visitDesk(world), username, '猜一个密码看看行不行')
    }
    const rows = await logOf(world, id)
    expect(rows.map(({ kind }) => kind).slice(3)).toEqual([
      'signed-out',
      ...Array(failuresPerPair).fill('refused'),
      // Only the attempt that caused the lock.
      'locked',
    ])
    // The person was not authenticated, so the row has no actor.
    expect(rows.at(-1)).toMatchObject({ actor: '', unit: '', place: village.unit })
    expect(rows.at(3)).toMatchObject({ actor: id, unit: village.unit, place: village.unit })
  })

  it('with an unknown username has a keyed fingerprint instead of the name', async () => {
    const name = `wu.${crypto.randomUUID().slice(0, 8)}`
    for (const typed of [name, name.toUpperCase(), `${name}x`]) {
      later(1)
      await signIn(visitDesk(world), typed, '猜一个密码看看行不行')
    }
    const rows = (await logOf(world, '')).slice(-3)
    expect(rows.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused'])
    expect(rows[0]?.mark).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[1]?.mark).toBe(rows[0]?.mark)
    expect(rows[2]?.mark).not.toBe(rows[0]?.mark)
    expect(JSON.stringify(rows)).not.toContain(name)
  })

  it('has rows for the second factor: bound, asked for, used, wrong, paper code, renewed', async () => {
    const { id, username, secret, paper, person } = await enrolled(world, town)
    later(2 * minute)
    await person.post('/desk/account/codes/new', { password: 'wrong wrong wrong' })
    later(1)
    await person.post('/desk/account/codes/new', { password })
    later(1)
    const before = await kindsOf(world, id)
    expect(before.slice(3)).toEqual(['factor-bound', 'refused again', 'codes-renewed'])
    expect(paper).toHaveLength(10)
    const other = visitDesk(world)
    const step = async (code: string) => {
      await signIn(other, username)
      later(1)
      await other.post('/desk/code', { code })
      later(1)
    }
    await step('000000')
    await step(await codeAt(secret, Date.now()))
    expect((await kindsOf(world, id)).slice(before.length)).toEqual([
      ...['challenged password', 'refused code', 'challenged password', 'signed-in app'],
    ])
    const fresh = /<li>([a-z0-9]{5}-[a-z0-9]{5})<\/li>/.exec(
      await (await person.get('/desk/account/codes')).text(),
    )
    const third = visitDesk(world)
    await signIn(third, username)
    later(1)
    await third.post('/desk/code', { code: fresh?.[1] ?? '' })
    expect((await kindsOf(world, id)).at(-1)).toBe('signed-in paper')
  })

  it('has rows for a new password and ended sessions', async () => {
    const { id, username, person } = await entered(world, village)
    for (let at = 0; at < 2; at += 1) await signIn(visitDesk(world), username)
    later(1)
    const html = await (await person.get('/desk/account')).text()
    const sessions = [...html.matchAll(/name="session" value="([^"]+)"/g)].map(([, one = '']) => one)
    await person.post('/desk/account/sessions/end', {
      session: sessions.at(-1) ?? '',
      sessionPassword: password,
    })
    later(1)
    await person.post('/desk/account/sessions/end-others', { sessionPassword: password })
    later(1)
    const next = `${password}二`
    await person.post('/desk/account/password', { currentPassword: password, newPassword: next, again: next })
    expect((await kindsOf(world, id)).slice(-3)).toEqual(['sessions-ended', 'sessions-ended', 'password-set'])
  })
})

describe('a search in the desk’s log', () => {
  it('for a person has a fingerprint and not the words', async () => {
    const { id, visit } = await come(village)
    for (const find of ['吴秀兰', '13800000000', '屋檐滴水', '吴秀兰']) {
      await visit.post('/desk/find', { find })
      later(1)
    }
    const rows = await logOf(world, id)
    expect(rows.map(({ kind, unit }) => [kind, unit])).toEqual(Array(4).fill(['searched', village.unit]))
    expect(new Set(rows.map(({ mark }) => mark)).size).toBe(3)
    expect(JSON.stringify(rows)).not.toMatch(/吴秀兰|1380000|屋檐/)
    // An empty search is not logged.
    await visit.post('/desk/find', { find: '　' })
    expect(await logOf(world, id)).toHaveLength(4)
  })

  it('for a hidden or a missing case has the same row at the same cost', async () => {
    const hidden = (await file(world, { about: 'grid-worker' })).caseNumber
    const free = (await file(world, { about: 'grid-worker' })).caseNumber.replace(/\d{6}$/, '000000')
    const { id, visit } = await come(grid)
    const ways = [
      (number: string) => visit.get(`/desk/cases/${number}`),
      (number: string) => visit.get(`/desk/cases/${number}/report`),
      (number: string) => visit.get(`/desk/cases/${number}/hand-over`),
      (number: string) => visit.get(`/desk/cases/${number}/noted`),
      (number: string) => visit.post(`/desk/cases/${number}/noted`, { seen: '1' }),
      (number: string) => visit.post('/desk/find', { find: number }),
    ]
    for (const way of ways)
      for (const number of [hidden, free]) {
        const before = (await logOf(world, id)).length
        const answer = await way(number)
        later(1)
        const [row, ...more] = (await logOf(world, id)).slice(before)
        expect(more).toEqual([])
        expect(row).toMatchObject({ kind: 'case-refused', unit: grid.unit })
        expect(row?.case_id === null).toBe(number === free)
        expect(row?.mark).toMatch(/^[0-9a-f]{64}$/)
        expect(await answer.text()).not.toContain('吴秀兰')
      }
    // A text that cannot be a case number is not a search for a case.
    const all = await logOf(world, id)
    await visit.get('/desk/cases/nonsense')
    expect(await logOf(world, id)).toHaveLength(all.length)
    // The member's own page shows both the same way.
    const html = await (await visit.get('/desk/account')).text()
    expect(html).toContain('查了一个看不到或者没有的案件编号')
    expect(html).not.toContain(hidden)
  })

  it('for the last six digits of a number is a search for a case, hidden or missing alike', async () => {
    const hidden = (await file(world, { about: 'grid-worker' })).caseNumber
    const free = '2026-000000'
    const { id, visit } = await come(grid)
    const rowsFor = async (find: string) => {
      const before = (await logOf(world, id)).length
      await visit.post('/desk/find', { find })
      later(1)
      return (await logOf(world, id)).slice(before)
    }
    const own = (await file(world)).caseNumber
    for (const number of [hidden, free]) {
      const rows = await rowsFor(number.slice(-6))
      // Looked for in this year and the two before.
      expect(rows.map(({ kind }) => kind)).toEqual(Array(3).fill('case-refused'))
      expect(rows.filter(({ case_id: found }) => found !== null)).toHaveLength(number === hidden ? 1 : 0)
    }
    const { id: owner, visit: colleague } = await come(village)
    await colleague.post('/desk/find', { find: own.slice(-6) })
    expect(await logOf(world, owner)).toEqual([])
    // Six digits that find somebody's short number are a search for a person; seven may be a landline.
    await file(world, { phone: '683071' })
    await colleague.post('/desk/find', { find: '683071' })
    await colleague.post('/desk/find', { find: '6830712' })
    expect((await logOf(world, owner)).map(({ kind }) => kind)).toEqual(['searched', 'searched'])
  })

  it('for changes since a form was opened is a read of the case', async () => {
    const { caseNumber } = await file(world)
    const { id, visit } = await come(village)
    const reads = async () =>
      (await world.db.prepare('SELECT kind FROM read_log WHERE staff = ?').bind(id).all()).results
    const answer = await visit.post(`/desk/cases/${caseNumber}/noted`, { seen: '0', reason: '看看' })
    expect(answer.status).toBe(409)
    expect(await reads()).toEqual([{ kind: 'stale' }])
    expect((await logOf(world, id)).map(({ kind, case_id }) => [kind, case_id !== null])).toEqual([
      ['stale-shown', true],
    ])
  })
})

describe('reading the desk’s log', () => {
  let days = 0
  it('shows each member their own last twenty rows only', async () => {
    const { visit } = await come(village)
    const other = await come({ ...village, name: '小张' })
    await other.visit.post('/desk/find', { find: '吴秀兰' })
    for (let at = 0; at < 25; at += 1) {
      later(1)
      await visit.post('/desk/find', { find: `某${at}` })
    }
    const html = await (await visit.get('/desk/account')).text()
    expect(html.match(/按姓名、电话或者事由查找/g)).toHaveLength(20)
    for (const path of ['/desk/log', `/desk/log?who=${other.id}`])
      expect((await visit.get(path)).status, path).toBe(404)
  })

  it.each([
    [
      'an admin of a town',
      { unit: 'qingshi-centre', role: 'admin' },
      ['镇上老周', '老吴'],
      ['云溪小李', '县里'],
    ],
    ['an admin of the county', { unit: 'shili-centre', role: 'admin' }, ['镇上老周', '云溪小李', '县里'], []],
    ['a lead of the county', { unit: 'shili-petition', role: 'lead' }, ['老吴', '云溪小李', '县里'], []],
  ] as const)('%s sees rows of the members they are responsible for', async (_, who, seen, hidden) => {
    // A separate day, because the page shows the newest rows of one day.
    days += 1
    openOn(`2027-02-0${days}`)
    const unique = crypto.randomUUID().slice(0, 6)
    const people: Who[] = [
      village,
      town,
      { unit: 'yunxi-committee', role: 'handler', name: '云溪小李' },
      { unit: 'shili-centre', role: 'handler', name: '县里' },
    ]
    const ids: string[] = []
    for (const person of people) {
      const { visit, id } = await come({ ...person, name: `${person.name}${unique}` })
      await visit.post('/desk/find', { find: '吴秀兰' })
      ids.push(id)
    }
    const { visit } = await come(who)
    const html = await (await visit.get('/desk/log')).text()
    for (const name of seen) expect(html, name).toContain(`${name}${unique}`)
    for (const name of hidden) expect(html, name).not.toContain(`${name}${unique}`)
    for (const [at, id] of ids.entries()) {
      const page = await (await visit.get(`/desk/log?who=${id}`)).text()
      const name = people[at]?.name ?? ''
      expect(page.includes(`${name}${unique}`), name).toBe(!(hidden as readonly string[]).includes(name))
    }
  })

  it('the day of the page is picked, and words that are no day stay as they were typed', async () => {
    const { visit } = await come({ unit: 'shili-centre', role: 'admin' })
    const field = async (query: string) =>
      /<input[^>]*name="day"[^>]*>/.exec(await (await visit.get(`/desk/log${query}`)).text())?.[0]
    expect(await field('')).toMatch(/type="date"[^>]* max="\d{4}-\d\d-\d\d"/)
    expect(await field(`?day=${encodeURIComponent('上周')}`)).toMatch(/type="text"[^>]* value="上周"/)
  })

  it.each([
    ['a handler of the county', 'shili-centre', 'handler'],
    ['a lead of a town', 'qingshi-committee', 'lead'],
  ] as const)('%s cannot open the page of the log', async (_, unit, role) => {
    const { visit } = await come({ unit, role })
    expect((await visit.get('/desk/log')).status).toBe(404)
    expect(await (await visit.get('/desk/account')).text()).not.toContain('/desk/log')
  })

  it('by day and in pages shows every row once', async () => {
    openOn('2027-03-05')
    const { id } = await come(village)
    for (let at = 0; at < 120; at += 1) {
      later(1)
      await world.deskPorts.staff.log({ subject: id, actor: id, kind: 'searched', at: world.time.now })
    }
    const admin = await come({ unit: 'qingshi-centre', role: 'admin' })
    const count = (html: string) => html.match(/按姓名、电话或者事由查找/g)?.length ?? 0
    const rows: number[] = []
    for (let path: string | undefined = '/desk/log?day=2027-03-05'; path; ) {
      const html: string = await (await admin.visit.get(path)).text()
      rows.push(count(html))
      path = /href="(\/desk\/log\?day=[^"]+before=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(rows).toEqual([50, 50, 20])
    expect(count(await (await admin.visit.get('/desk/log?day=2027-03-04')).text())).toBe(0)
    later(day)
    const next = await come({ unit: 'qingshi-centre', role: 'admin' })
    const html = await (await next.visit.get('/desk/log')).text()
    expect(count(html)).toBe(0)
    expect(html).toContain('day=2027-03-05')
    for (const typed of ['2099-01-01', 'gestern', '　'.repeat(5000)]) {
      const answer = await next.visit.get(`/desk/log?day=${encodeURIComponent(typed)}`)
      expect(answer.status, typed.slice(0, 10)).toBe(422)
      expect(await answer.text()).toContain('href="#day"')
    }
  })
})

describe('rows of the desk’s log', () => {
  const fill = async (ats: number[]) => {
    for (const at of ats)
      await world.deskPorts.staff.log({ subject: 'kept', actor: 'kept', kind: 'searched', at })
  }
  const left = async () => (await logOf(world, 'kept')).length

  it('are deleted only after two hundred days, a bounded number per sweep', async () => {
    // The newest rows of all, so that rows of other tests are old compared with them.
    const now = Date.parse('2031-01-01T00:00:00Z')
    await world.db
      .prepare(
        `INSERT INTO desk_log SELECT 'kept', printf('%013d-%d', 1000 + value, value), '', '', '', 'searched', NULL, NULL, '{}' FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${sweepRows + 200}) SELECT value FROM n)`,
      )
      .run()
    await fill([now - logLife - 1, now - logLife, now - logLife + 1, now])
    await world.deskPorts.staff.sweep(now)
    expect(await left()).toBe(204)
    for (let run = 0; run < 5; run += 1) await world.deskPorts.staff.sweep(now)
    expect(await left()).toBe(3)
    // Age is measured from the newest row, so a quiet period ages nothing.
    await world.deskPorts.staff.sweep(now + 10 * logLife)
    expect(await left()).toBe(3)
    await expect(world.db.prepare("DELETE FROM desk_log WHERE subject = 'kept'").run()).rejects.toThrow(
      'E_APPEND_ONLY',
    )
  })

  it.each([
    "UPDATE desk_log SET actor = 'y'",
    "UPDATE desk_log SET subject = 'y', id = 'y'",
    'DELETE FROM desk_log',
    "DELETE FROM desk_log WHERE subject = 'kept'",
    "INSERT OR REPLACE INTO desk_log SELECT subject, id, 'y', unit, place, kind, case_id, mark, data FROM desk_log WHERE subject = 'kept'",
    "REPLACE INTO desk_log SELECT * FROM desk_log WHERE subject = 'kept'",
    "INSERT INTO desk_log SELECT subject, id, 'y', unit, place, kind, case_id, mark, data FROM desk_log WHERE subject = 'kept' ON CONFLICT DO UPDATE SET actor = 'y'",
    "INSERT INTO desk_log SELECT subject, 'soon', actor, unit, place, kind, case_id, mark, data FROM desk_log WHERE subject = 'kept'",
  ])('refuse %s', async (statement) => {
    await fill([world.time.now])
    await expect(world.db.prepare(statement).run()).rejects.toThrow('E_APPEND_ONLY')
  })

  it('have no rowid through which a row could be replaced', async () => {
    await expect(world.db.prepare('SELECT rowid FROM desk_log').run()).rejects.toThrow('no such column')
  })
})
