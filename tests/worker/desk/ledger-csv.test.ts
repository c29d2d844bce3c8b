import { beforeEach, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import type { PageKey } from '#domain/desk/page-key.ts'
import { ledgerColumns } from '#domain/ledger/columns.ts'
import { cutWords, paperStretch } from '#domain/ledger/papers.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import type { Role } from '#domain/staff/staff.ts'
import { csvLines } from '../../../functions/desk/ledger/csv.ts'
import { paperRows } from '../../../functions/desk/ledger/read-ledger.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { casesForScreen } from '../../../functions/desk/refresh-cases.ts'
import { atLedger, cellsOf, fillLedger } from '../../support/ledger.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** The ledger as CSV: whose cases, what it never says, what it costs, and that it is in the log. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'
const moved = async (number: string, moves: [MoveKind, MoveInput?][]) => {
  for (const [kind, input = {}] of moves) {
    const answer = await moveCase(world.ports, { number, kind, by: 'console', input })
    if (!answer.ok) throw new Error(`${kind}: ${answer.error}`)
  }
}

it('is saved under unit and day, begins with a byte order mark and the columns, and is never kept', async () => {
  const { caseNumber } = await file(world)
  const desk = await atLedger(world, village)
  const answer = await desk.get(ledgerPaths.csv)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="ledger-2026-11-24.csv"; filename*=UTF-8''${encodeURIComponent('台账-柳湾村人民调解委员会-2026-11-24.csv')}`,
  )
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = cellsOf(new TextDecoder().decode(bytes))
  expect(lines[0]).toEqual(ledgerColumns.map(({ name }) => name))
  expect(lines[1]?.slice(0, 3)).toEqual([caseNumber, '2026-11-24', '网上提交'])
  expect(lines).toHaveLength(2)
})

it('keeps hostile words of staff in their cell', async () => {
  const hostile = ['=1+1', '＝cmd|A0', '@x', '-2', 'a","b', 'x\r\n=1', '\t=1']
  for (const subject of hostile) {
    const { caseNumber } = await file(world)
    await world.db.prepare('UPDATE cases SET subject = ? WHERE number = ?').bind(subject, caseNumber).run()
  }
  const rows = await (await atLedger(world, village)).rows()
  for (const row of rows) expect(row).toHaveLength(ledgerColumns.length)
  const place = ledgerColumns.findIndex(({ id }) => id === 'subject')
  expect(rows.map((row) => row[place]).sort()).toEqual(
    ["'=1+1", "'＝cmd|A0", "'@x", "'-2", 'a","b', 'x\r\n=1', "'\t=1"].sort(),
  )
  for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@＝\t\r]/)
})

it('has for each role the cases of its own ledger only, and none for who keeps accounts', async () => {
  const filed: Record<string, string> = {}
  const filings = {
    plain: {},
    elsewhere: { region: 'yunxi-zhulin' },
    about: { about: 'village-cadre' },
    county: { about: 'county-staff' },
    danger: { danger: true, contact: { mayCall: true } },
  }
  for (const [id, filing] of Object.entries(filings)) filed[(await file(world, filing)).caseNumber] = id
  const table: [string, Role, string[]][] = [
    ['qingshi-liuwan-1-grid', 'handler', []],
    [village, 'handler', ['plain']],
    ['qingshi-songping-committee', 'lead', []],
    ['qingshi-centre', 'lead', ['about', 'plain']],
    ['yunxi-committee', 'lead', ['elsewhere']],
    ['shili-committee', 'lead', []],
    ['shili-petition', 'lead', ['county']],
    ['shili-centre', 'handler', ['about', 'danger', 'elsewhere', 'plain']],
  ]
  for (const [unit, role, expected] of table) {
    const rows = await (await atLedger(world, unit, role)).rows()
    expect(rows.map(([number = '']) => filed[number]).sort(), unit).toEqual(expected)
  }
  const admin = await atLedger(world, 'shili-centre', 'admin')
  expect((await admin.get(ledgerPaths.csv)).status).toBe(404)
})

it('says of a case in danger, anonymous or about somebody what it says of any other at its desk', async () => {
  const start = world.time.now
  const kinds = {
    other: { about: 'unknown' },
    town: { about: 'town-staff' },
    danger: { danger: true, contact: { mayCall: true } },
    nameless: {
      danger: true,
      name: undefined,
      phone: undefined,
      anonymous: true,
      contact: { mayCall: false },
    },
  }
  const steps: [string, [MoveKind, MoveInput?][], number][] = [
    ['filed', [], 0],
    // The first contact is overdue, no public clock is.
    ['late contact', [], day],
    ['accepted', [['accepted', { subject: '一件事', people: 2 }]], 0],
    ['answered', [['handling'], ['answered', { message: '办好了' }]], day],
  ]
  const filed: Record<string, string> = {}
  for (const [id, filing] of Object.entries(kinds)) {
    const answer = await file(world, { track: 'consult', ...filing })
    filed[id] = answer.caseNumber
    world.time.now += 1000
  }
  const masked = (text: string, number: string) => text.replaceAll(number, 'N')
  for (const [step, moves, later] of steps) {
    world.time.now += later
    const centre = await atLedger(world, 'shili-centre')
    for (const number of Object.values(filed)) await moved(number, moves)
    // Colour, due day and order could tell; so could what a filter leaves.
    for (const query of ['', '?colour=3', '?overdue=yes', '?sort=due', '?sort=changed', '?colour=0']) {
      const lines = (await centre.csv(query)).split('\r\n').slice(1, -1)
      const of = (number: string) =>
        lines.filter((line) => line.startsWith(number)).map((line) => masked(line, number))
      const { other = '', ...alike } = filed
      if (query === '') expect(of(other), step).toHaveLength(1)
      for (const [id, number] of Object.entries(alike))
        expect(of(number), `${step} ${query} ${id}`).toEqual(of(other))
      // In the order of filing, whatever order the screen has.
      expect(lines.map((line) => line.split(',')[0])).toEqual(
        lines.length === 0
          ? []
          : query === '' || query.startsWith('?colour') || query.startsWith('?overdue')
            ? Object.values(filed).toReversed()
            : Object.values(filed),
      )
    }
  }
  const centre = await atLedger(world, 'shili-centre')
  const printed = (await centre.print()).split('<tr>').slice(2)
  const ofPrint = (number: string) =>
    printed.filter((row) => row.includes(number)).map((row) => masked(row, number).replace(/^<td>\d+/, ''))
  for (const number of Object.values(filed)) {
    expect(ofPrint(number)).toHaveLength(1)
    expect(ofPrint(number)[0]?.split('</tr>')[0]).toBe(ofPrint(filed['other'] ?? '')[0]?.split('</tr>')[0])
  }
  const all = await centre.csv()
  for (const word of ['危险', '匿名', '干部', '没有留姓名', '红']) expect(all).not.toContain(word)
  expect(world.time.now).toBeGreaterThan(start)
})

it('is printed in the order of filing, with a running number of its own and the filter in words', async () => {
  const [first, second] = [await file(world), await file(world, { category: 'land' })]
  const other = await file(world)
  const desk = await atLedger(world, village)
  const html = await desk.print('?category=neighbour&sort=changed')
  expect(html).toContain('<body class="own-paper">')
  expect(html).toContain('柳湾村人民调解委员会台账')
  expect(html).toMatch(/类别：邻里相邻，先登记的在前。共 2 件，[^<]+打印。/)
  const rows = [...html.matchAll(/<td>(\d+)<\/td><td>(\d{4}-\d+)<\/td>/g)].map(([, at, number]) => [
    at,
    number,
  ])
  expect(rows.map(([at]) => at)).toEqual(['1', '2'])
  expect(rows.map(([, number]) => number).sort()).toEqual(
    [first, other].map(({ caseNumber }) => caseNumber).sort(),
  )
  expect(html).not.toContain(second.caseNumber)
  expect(await desk.log()).toEqual([
    { kind: 'exported', form: 'print', filter: 'category=neighbour&sort=oldest', rows: 2 },
  ])
})

it('is printed up to five hundred cases, and says so', async () => {
  await fillLedger(world, 501, [`unit:${village}`], 10_000)
  const html = await (await atLedger(world, village)).print()
  expect(html).toContain('只印前 500 件')
  expect(html.match(/<td>2024-/g)).toHaveLength(500)
})

it('is in the log before it is sent, with its filter, and again with the number of rows', async () => {
  await file(world)
  await file(world, { category: 'land' })
  const desk = await atLedger(world, village)
  await desk.csv('?category=land')
  expect(await desk.log()).toEqual([
    { kind: 'export-ended', form: 'csv', rows: 1 },
    { kind: 'exported', form: 'csv', filter: 'category=land' },
  ])
  const html = await (await desk.get(deskPages.account.path)).text()
  expect(html).toContain('导出台账（CSV，类别：土地宅基地）')
  expect(html).toContain('台账导出完了（CSV，1 件）')
  // A fault in the filter is said by the page; nothing is sent or logged.
  const wrong = await desk.get(`${ledgerPaths.csv}?category=nothing`)
  expect(wrong.headers.get('location')).toBe(`${deskPages.ledger.path}?category=nothing`)
  expect(await desk.log()).toHaveLength(2)
})

it('streams: a stretch is read when it is asked for, and what was sent is in the log if it is broken off', async () => {
  await fillLedger(world, 3000, [`unit:${village}`])
  const desk = await atLedger(world, village)
  world.counted.take()
  const answer = await desk.get(ledgerPaths.csv)
  const reader = answer.body?.getReader()
  const before = world.counted.take()
  await reader?.read()
  const { value } = (await reader?.read()) ?? {}
  const stretch = world.counted.take()
  expect(new TextDecoder().decode(value).split('\r\n')).toHaveLength(paperStretch.cases + 1)
  expect(before.rowsRead).toBeLessThan(30)
  // Keys and cases; the directory is asked once for the names.
  expect(stretch.statements).toBeLessThanOrEqual(3)
  await reader?.cancel()
  expect((await desk.log())[0]).toEqual({ kind: 'export-ended', form: 'csv', rows: paperStretch.cases })

  const at = performance.now()
  const rows = await desk.rows()
  const cost = world.counted.take()
  console.warn(`ledger as CSV, 3,000 rows: ${Math.round(performance.now() - at)} ms, ${JSON.stringify(cost)}`)
  expect(rows).toHaveLength(3000)
  expect(new Set(rows.map(([number]) => number)).size).toBe(3000)
  expect(rows.filter((row) => row.includes('已达成协议'))).toHaveLength(1500)
  // Each case: its key, its row, its five events, and who must keep out of it.
  expect(cost.rowsRead / 3000).toBeLessThanOrEqual(12)
  expect(cost.statements).toBeLessThanOrEqual(40)
  expect(dayOf(world.time.now)).toBe('2026-11-24')
}, 60_000)

/** The lines of a CSV of the village, each with its cells, that looks at so many cases. */
const linesOf = async (size: { cases: number; most: number }, start?: PageKey) => {
  const { id } = await signInAs(world, { unit: village, role: 'handler' })
  const asked = { filter: {}, sort: 'newest' as const }
  const rows = paperRows(world.ports, { id, unit: village, role: 'handler' }, asked, { ...size, start })
  let text = ''
  for await (const part of csvLines(
    { names: async () => new Map() },
    rows,
    (place) => `after ${place.key}-${place.caseId}`,
  ))
    text += part.text
  return cellsOf(text.slice(1)).slice(1)
}

it('says in its last line that it ends before its ledger, in words; never without', async () => {
  for (let count = 0; count < 5; count += 1) await file(world)
  const cut = await linesOf({ cases: 2, most: 2 })
  expect(cut).toHaveLength(5)
  expect(cut.at(-1)).toEqual([cutWords, expect.stringMatching(/^after \d+-[0-9a-f]+$/)])
  expect(cutWords).toContain('125000 件')
  const page = await (await atLedger(world, village)).get(deskPages.ledger.path)
  expect(await page.text()).toContain('存成 CSV，一份最多查看 125000 件')
  for (const whole of [
    { cases: 2, most: 3 },
    { cases: 5, most: 2 },
    { cases: 500, most: 1 },
  ]) {
    const lines = await linesOf(whole)
    expect(lines, JSON.stringify(whole)).toHaveLength(5)
    expect(lines.join()).not.toContain('没有存完')
  }
})

it('goes on where it was cut: files one after another have every case once, in the order of one file', async () => {
  for (let count = 0; count < 4; count += 1) await file(world)
  // Filed in the same millisecond: the place has to name the case as well.
  await world.db.prepare('UPDATE case_listing SET filed_at = 1').run()
  for (let count = 0; count < 3; count += 1) await file(world)
  const whole = (await linesOf({ cases: 500, most: 1 })).map(([number]) => number)
  const parts: (string | undefined)[] = []
  let start: PageKey | undefined
  for (let files = 1; files <= 4; files += 1) {
    const lines = await linesOf({ cases: 1, most: 2 }, start)
    const [, key, caseId] = /^after (\d+)-(\w+)$/.exec(lines.at(-1)?.[1] ?? '') ?? []
    parts.push(...lines.slice(0, key ? -1 : undefined).map(([number]) => number))
    expect(key === undefined, `file ${files}`).toBe(files === 4)
    // What is filed meanwhile is before the first line, and in none of the others.
    if (files === 1) {
      world.time.now += 1000
      await file(world)
    }
    start = caseId ? { key: Number(key), caseId } : undefined
  }
  expect(whole).toHaveLength(7)
  expect(parts).toEqual(whole)
})

it('begins after the place of its address, with its filter; an address that lost its end leads to the page', async () => {
  const numbers: string[] = []
  for (const category of ['land', 'land', 'neighbour', 'land'] as const) {
    numbers.unshift((await file(world, { category })).caseNumber)
    world.time.now += 1000
  }
  const desk = await atLedger(world, village)
  const row = await world.db
    .prepare(
      'SELECT l.case_id AS id, l.filed_at AS filed FROM case_listing l JOIN cases c ON c.id = l.case_id WHERE c.number = ?',
    )
    .bind(numbers[0])
    .first<{ id: string; filed: number }>()
  const after = `after=${row?.filed}-${row?.id}`
  expect((await desk.rows(`?${after}`)).map(([number]) => number)).toEqual(numbers.slice(1))
  expect((await desk.rows(`?category=land&${after}`)).map(([number]) => number)).toEqual(
    numbers.filter((_, index) => index > 1),
  )
  const torn = await desk.get(`${ledgerPaths.csv}?category=land&after=${row?.filed}-`)
  expect(torn.status).toBe(303)
  expect(torn.headers.get('location')).toBe(`${deskPages.ledger.path}?category=land`)
})

it('takes three statements a stretch at most, so the longest stays below what D1 allows a request', async () => {
  await fillLedger(world, 60, [`unit:${village}`], 5000)
  const { id } = await signInAs(world, { unit: village, role: 'handler' })
  world.counted.take()
  const rows = paperRows(
    world.ports,
    { id, unit: village, role: 'handler' },
    { filter: {}, sort: 'oldest' },
    { cases: 20, most: 250 },
  )
  let stretches = 0
  for await (const _ of rows) stretches += 1
  expect(world.counted.take().statements).toBeLessThanOrEqual(2 * stretches)
  // With the names, the refresh of a page (three a case and two) and the sign-in.
  expect(3 * paperStretch.most + 3 * casesForScreen + 2 + 10).toBeLessThan(1000)
})
