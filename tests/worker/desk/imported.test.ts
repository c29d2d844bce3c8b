import { describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import { isImported } from '#domain/history/imported.ts'
import {
  casePath,
  certificatePath,
  deskPages,
  dossierPath,
  movePath,
  reportPath,
} from '#domain/routes/desk.ts'
import { countCells } from '#store/ratings/cells.ts'
import { createVerify } from '#store/verify.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { sharedDesk } from '../../support/desk-clock.ts'
import { atImport, countsOn } from '../../support/old-ledger.ts'
import { file, rightFiling } from '../../support/world.ts'

/** What an imported case is, what it is not, and what becomes of a ledger that comes again (docs/adr/0055-import.md). */

const world = sharedDesk()
const today = dayOf(world.time.now)
const heads = '序号,登记时间,申请人,联系电话,对方当事人,纠纷类型,简要情况,处理结果,办结时间,办理单位'

let people = 0
/** A person whom no other test has. */
const someone = () => {
  people += 1
  return {
    name: `欧阳${'甲乙丙丁戊己庚辛壬癸'[people % 10]}${'子丑寅卯辰巳午未'[Math.floor(people / 10)]}`,
    phone: `1395550${String(1000 + people)}`,
  }
}
type Changes = Partial<
  Record<
    'number' | 'on' | 'name' | 'phone' | 'other' | 'kind' | 'story' | 'result' | 'ended' | 'unit',
    string
  >
>
const rowOf = (changes: Changes): string => {
  const { number = '', on = '2023-5-6', name = '', phone = '', other = '李四', kind = '邻里纠纷' } = changes
  const {
    story = '为一棵树争。',
    result = '树归李家，李家补三百元。',
    ended = '2023-5-20',
    unit = '',
  } = changes
  return [number, on, name, phone, other, kind, story, result, ended, unit].join(',')
}
const ledger = (...rows: Changes[]) => [heads, ...rows.map(rowOf)].join('\n')

const numberOf = async (name: string, by: Awaited<ReturnType<typeof atImport>>) =>
  /\d{4}-\d{6}/.exec(
    (await (await by.post(deskPages.find.path, { find: name })).text()).split(/找到 \d/)[1] ?? '',
  )?.[0] ?? ''
const stored = async (number: string) => {
  const found = await world.ports.store.openCase(number)
  if (!found) throw new Error(`no case ${number}`)
  return found
}
const imported = async (
  changes: Changes = {},
  choices: Record<string, string> = {},
  unit = 'qingshi-committee',
) => {
  const who = { ...someone(), ...changes }
  const lead = await atImport(world, { unit })
  const check = await lead.matched(ledger(who), choices)
  await lead.all(check)
  const number = await numberOf(who.name, lead)
  return { lead, check, number, who }
}

describe('an imported case', () => {
  it('is found by number, telephone and name, and marked in lists, on its page and its papers', async () => {
    const { lead, number, who } = await imported({ number: '旧17' })
    for (const typed of [number, number.slice(-6), who.phone, who.name])
      expect(await (await lead.post(deskPages.find.path, { find: typed })).text(), typed).toContain(number)
    expect(await lead.text('/desk/cases/?list=desk&all=1')).toContain('旧台账')
    const page = await lead.text(casePath(number))
    for (const words of [
      '旧台账：',
      '从旧台账导入的',
      '旧17',
      '2023-05-06',
      '2023-05-20',
      '树归李家',
      '为一棵树争',
      who.name,
    ])
      expect(page, words).toContain(words)
    for (const path of [reportPath(number), dossierPath(number), `${dossierPath(number)}/all`])
      expect(await lead.text(path), path).toContain('旧台账')
  })

  it('has ended, with every event of now, no clock, no colour, no code and nothing of a person in the open', async () => {
    const { number, who } = await imported()
    const { record, events } = await stored(number)
    expect(isImported(events)).toBe(true)
    expect(record).toMatchObject({ status: 'closed', danger: false, about: 'none', filedAt: world.time.now })
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set([world.time.now]))
    expect(events.map(({ kind }) => kind)).toEqual(['filed', 'party', 'imported', 'closed'])
    expect(events.flatMap(({ data }) => data.clocks ?? [])).toEqual([])
    const of = async (sql: string) => (await world.db.prepare(sql).bind(record.id).all()).results
    expect(await of('SELECT * FROM case_code WHERE case_id = ?')).toEqual([])
    expect(await of('SELECT * FROM outbox WHERE case_id = ?')).toEqual([])
    const lists = await of(
      'SELECT open, colour, waits, due_at, changed_at FROM case_listing WHERE case_id = ?',
    )
    for (const line of lists)
      expect(line).toMatchObject({
        open: 0,
        colour: 0,
        waits: '',
        changed_at: Date.parse('2023-05-20T00:00:00+08:00'),
      })
    const open = JSON.stringify([
      await of('SELECT * FROM cases WHERE id = ?'),
      await of('SELECT data, kind, unit FROM case_event WHERE case_id = ?'),
    ])
    for (const words of [who.name, who.phone, '李四', '一棵树', '三百元'])
      expect(open, words).not.toContain(words)
  })

  it('is on no sheet, in no sum of ratings, and asks for no revisit', async () => {
    const { lead, number } = await imported()
    for (const path of [`${deskPages.digest.path}?day=${today}`, `${deskPages.week.path}?day=${today}`])
      expect(await lead.text(path), path).not.toContain(number)
    world.time.now += 40 * day
    const { events } = await stored(number)
    const all = { from: 0, before: world.time.now }
    expect(await countCells(world.db, ['qingshi-committee'], all)).toEqual([])
    expect(events).toHaveLength(4)
    world.time.now -= 40 * day
    expect(await lead.text('/desk/')).not.toContain(number)
  })

  it('goes to the unit that the row names, if the person sees its cases', async () => {
    const { number, lead } = await imported({ unit: '柳湾村调委会' })
    expect((await stored(number)).record).toMatchObject({
      unit: 'qingshi-liuwan-committee',
      region: 'qingshi-liuwan',
    })
    const below = await atImport(world, { unit: 'qingshi-liuwan-committee' })
    expect((await below.get(casePath(number))).status).toBe(200)
    const beside = await atImport(world, { unit: 'qingshi-songping-committee' })
    expect((await beside.get(casePath(number))).status).toBe(404)
    expect(await lead.text(deskPages.traces.path)).not.toContain(number)
    const check = await beside.matched(ledger({ ...someone(), unit: '柳湾村调委会' }))
    expect(countsOn(await beside.text(check))).toEqual([1, 0, 0, 0, 1])
    expect(await beside.text(check)).toContain('没有正好叫“柳湾村调委会”的一个')
  })

  it('that had not ended is closed, or waits to be accepted if the person wants that; its clocks begin then', async () => {
    const open = { result: '', ended: '' }
    const closed = await imported(open)
    expect((await stored(closed.number)).record.status).toBe('closed')
    const { number, lead } = await imported(open, { keepOpen: 'true' })
    const { record, events } = await stored(number)
    expect(record.status).toBe('filed')
    expect(events.flatMap(({ data }) => data.clocks ?? [])).toEqual([])
    expect(await lead.text('/desk/cases/?list=desk&waits=new')).toContain(number)
    expect(await lead.text(`${deskPages.digest.path}?day=${today}`)).not.toContain(number)
    const accepted = await moveCase(world.ports, {
      number,
      kind: 'accepted',
      by: 'console',
      input: { subject: '树' },
    })
    expect(accepted.ok).toBe(true)
    const clocks = (await stored(number)).events.flatMap(({ data }) => data.clocks ?? [])
    expect(clocks.length).toBeGreaterThan(0)
    expect(clocks.filter((clock) => 'since' in clock)).toEqual([])
  })

  it('has nobody who reads what is written to them, and no certificate of when something was claimed', async () => {
    const { lead, number } = await imported()
    const page = await lead.text(casePath(number))
    expect(page).not.toContain(movePath(number, 'message'))
    expect(page).not.toContain(certificatePath(number))
    expect((await lead.get(certificatePath(number))).status).toBe(404)
    const told = await moveCase(world.ports, {
      number,
      kind: 'message',
      by: 'console',
      input: { message: '您好' },
    })
    expect(told).toMatchObject({ ok: false })
  })

  it('is verified like any other, and its person can be erased; the same file does not bring them back', async () => {
    const { lead, number, who } = await imported()
    const erasures = { add: async () => undefined, all: async () => [] }
    expect((await erasePerson({ ...world.ports, erasures }, number, 1)).ok).toBe(true)
    expect(await numberOf(who.name, lead)).toBe('')
    const again = await lead.matched(ledger(who))
    expect(countsOn(await lead.text(again))).toEqual([1, 0, 0, 1, 0])
    const { id } = (await stored(number)).record
    expect(
      (
        await world.db
          .prepare(
            'SELECT 1 FROM ledger_like m JOIN ledger_row r ON r.row_key = m.row_key WHERE r.case_id = ?',
          )
          .bind(id)
          .all()
      ).results,
    ).toEqual([])
    const verify = createVerify(world.db, world.ports.keys, world.ports.clock)
    expect((await verify('', 500)).mismatches).toEqual([])
  })

  it('whose cached mark was touched is named', async () => {
    const { number } = await imported()
    const { id } = (await stored(number)).record
    await world.db.prepare('UPDATE cases SET imported = 0 WHERE id = ?').bind(id).run()
    const { mismatches } = await createVerify(world.db, world.ports.keys, world.ports.clock)('', 500)
    expect(mismatches).toMatchObject([{ caseId: id, what: 'cases.imported' }])
    await world.db.prepare('UPDATE cases SET imported = 1 WHERE id = ?').bind(id).run()
  })
})

describe('a ledger that comes again', () => {
  it('stores only rows that are new, and shows those that differ', async () => {
    const [one, two, three] = [someone(), someone(), someone()]
    const lead = await atImport(world)
    await lead.all(await lead.matched(ledger({ number: '1', ...one }, { number: '2', ...two })))
    // Sorted anew, the second corrected, a third added.
    const corrected = ledger(
      { number: '1', ...two, result: '改过的结果。' },
      { number: '2', ...three },
      { number: '3', ...one },
    )
    const check = await lead.matched(corrected)
    const html = await lead.text(check)
    expect(countsOn(html)).toEqual([3, 1, 0, 1, 1])
    expect(html).toContain(`以前导入过同一件（${await numberOf(two.name, lead)}）`)
    await lead.all(check)
    expect(countsOn(await lead.text(check))).toEqual([3, 0, 0, 2, 1])
    // One row is not here as it stands: the draft is still offered.
    expect(await lead.text(deskPages.import.path)).toContain(check.replace(/\/check$/, ''))
    const rest = await lead.get(check.replace(/check$/, 'rest'))
    expect(rest.headers.get('content-disposition')).toContain('attachment')
    const lines = (await rest.text()).replace('\ufeff', '').trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^序号,.*,没有导的原因$/)
    expect(lines[1]).toContain(two.name)
    expect(lines[1]).toContain('以前导入过')
  })

  it('is offered until every row of it is stored, or stands in it twice', async () => {
    const lead = await atImport(world)
    const offered = async (check: string) =>
      (await lead.text(deskPages.import.path)).includes(check.replace(/\/check$/, ''))
    const one = someone()
    const whole = await lead.matched(ledger({ number: '1', ...one }, { number: '2', ...one }))
    expect(await offered(whole)).toBe(true)
    await lead.all(whole)
    expect(countsOn(await lead.text(whole))).toEqual([2, 0, 0, 1, 1])
    expect(await offered(whole)).toBe(false)
    const doubtful = ledger(someone(), { ...someone(), on: '去年春天' })
    const part = await lead.matched(doubtful, { takeDoubtful: '' })
    await lead.all(part)
    expect(countsOn(await lead.text(part))).toEqual([2, 0, 0, 1, 1])
    expect(await offered(part)).toBe(true)
  })

  it('stores nothing twice when two people press at once', async () => {
    const rows = [someone(), someone(), someone()]
    const [first, second] = [await atImport(world), await atImport(world)]
    const [one, two] = [await first.matched(ledger(...rows)), await second.matched(ledger(...rows))]
    await Promise.all([first.post(one), second.post(two), first.post(one)])
    for (const { name } of rows) {
      const html = await (await first.post(deskPages.find.path, { find: name })).text()
      expect(html).toContain('找到 1 件')
    }
  })

  it('says why it shows no number of a case that the reader may not open', async () => {
    const who = someone()
    const lead = await atImport(world)
    await lead.all(await lead.matched(ledger({ ...who, unit: '柳湾村调委会' })))
    const number = await numberOf(who.name, lead)
    const { id } = (await stored(number)).record
    const reader = await atImport(world, { unit: 'qingshi-liuwan-committee' })
    await world.db
      .prepare(
        "INSERT INTO case_listing (case_id, scope, open, due_at, colour, waits, changed_at) VALUES (?, ?, 0, 0, 0, '', 0)",
      )
      .bind(id, `recused:${reader.id}`)
      .run()
    for (const [changes, sentence] of [
      [{}, '已经导过。编号不显示'],
      [{ result: '改过的结果。' }, '以前导入过同一件（编号不显示'],
    ] as const) {
      const html = await reader.text(
        await reader.matched(ledger({ ...who, ...changes, unit: '柳湾村调委会' })),
      )
      expect(html).toContain(sentence)
      expect(html).not.toContain(number)
    }
    await world.db.prepare('DELETE FROM case_listing WHERE scope = ?').bind(`recused:${reader.id}`).run()
  })

  it('is in the log as a search each time its dry run is shown', async () => {
    const lead = await atImport(world)
    const check = await lead.matched(ledger(someone()))
    const searches = async () =>
      (
        await world.db
          .prepare("SELECT count(*) AS n FROM desk_log WHERE subject = ? AND kind = 'searched'")
          .bind(lead.id)
          .first<{ n: number }>()
      )?.n
    expect(await searches()).toBe(0)
    for (const page of [check, check.replace(/check$/, 'rest')]) await lead.text(page)
    expect(await searches()).toBe(2)
  })

  it('names who was here on that day already', async () => {
    const who = someone()
    const { caseNumber } = await file(world, { ...rightFiling, ...who })
    const lead = await atImport(world, { unit: 'qingshi-liuwan-committee' })
    const check = await lead.matched(ledger({ ...who, on: today, ended: '' }))
    expect(await lead.text(check)).toContain(`同一天在这里登记过 ${caseNumber}`)
    const beside = await atImport(world, { unit: 'qingshi-songping-committee' })
    const hidden = await beside.matched(ledger({ ...who, on: today, ended: '' }))
    expect(await beside.text(hidden)).not.toContain(caseNumber)
  })

  it('leaves what is in doubt in the table to be corrected, if the person wants that', async () => {
    const lead = await atImport(world)
    const rows = ledger(someone(), { ...someone(), on: '去年春天' }, { ...someone(), kind: '甲类' })
    const check = await lead.matched(rows, { takeDoubtful: '' })
    expect(countsOn(await lead.text(check))).toEqual([3, 1, 0, 0, 2])
    const taken = await lead.matched(rows)
    const html = await lead.text(taken)
    expect(countsOn(html)).toEqual([3, 3, 2, 0, 0])
    expect(html).toContain('“去年春天”看不出是哪一天')
    expect(html).toContain('“甲类”不在本县的类型里')
    expect(html.indexOf('有疑问的')).toBeLessThan(html.indexOf('没有疑问的'))
  })
})

describe('the page of the columns', () => {
  it('names a field that was chosen twice, and a table in which nothing tells what it is about', async () => {
    const lead = await atImport(world)
    const path = (await lead.upload(ledger(someone()))).headers.get('location') ?? ''
    const fields = await lead.shown(path)
    expect(fields).toMatchObject({ head: '1', column0: 'number', column1: 'registeredOn', column2: 'name' })
    const twice = await lead.post(path, { ...fields, column4: 'name' })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('“申请人”选了两列')
    const none = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, name.startsWith('column') ? '' : value]),
    )
    expect((await lead.post(path, none)).status).toBe(422)
    for (const head of ['99', '甲', ''])
      expect((await lead.post(path, { ...fields, head })).status, head).toBe(422)
    // Not looked at before the columns were agreed to.
    expect((await lead.get(`${path}/check`)).headers.get('location')).toBe(path)
    expect((await lead.post(`${path}/check`)).headers.get('location')).toBe(path)
  })

  it('guesses anew when another row is the head', async () => {
    const lead = await atImport(world)
    const path = (await lead.upload(`编号,姓名\n${ledger(someone())}`)).headers.get('location') ?? ''
    expect((await lead.shown(path))['head']).toBe('2')
    const answer = await lead.post(path, { ...(await lead.shown(path)), head: '1' })
    expect(answer.headers.get('location')).toBe(path)
    expect(await lead.shown(path)).toMatchObject({ head: '1', column0: 'number', column1: 'name' })
  })

  it('can be left: everything that was read is gone', async () => {
    const lead = await atImport(world)
    const path = (await lead.upload(ledger(someone()))).headers.get('location') ?? ''
    expect(await lead.text(deskPages.import.path)).toContain(path)
    expect((await lead.post(`${path}/drop`)).headers.get('location')).toBe(deskPages.import.path)
    expect((await lead.get(path)).status).toBe(404)
    expect(await lead.text(deskPages.import.path)).not.toContain(path)
  })
})
