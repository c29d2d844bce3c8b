import { beforeAll, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { never } from '#domain/desk/listing.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { countingRows } from '../../support/platform.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'

/** 今天 and the lists it leads to read what they show, however many cases wait and however long nobody has worked on them. */

const office = 'qingshi-office'
let world: DeskWorld
beforeAll(() => {
  world = makeDeskWorld()
})

/** What a case of each kind has in the lists: open, due, colour, what it waits for, when its colour turned, its mark. */
const kinds = (
  now: number,
): [open: number, due: string, colour: number, waits: string, turned: string, mark: number][] => [
  [0, `${never}`, 0, 'revisit', 'NULL', 0],
  [0, `${never}`, 0, 'petitionNumber', 'NULL', 0],
  [0, `${never}`, 0, 'wrote', 'NULL', 0],
  // Overdue, forty at the same instant.
  [1, `${now - 5 * day} + i / 40 * 40`, 2, 'new', `${now} + i`, 0],
  [1, `${now - 5 * day} + i / 40 * 40`, 3, 'urged', 'NULL', 1],
  [1, `${now + 5 * day} + i / 40 * 40`, 3, '', `${now} + i`, 0],
  [1, `${never}`, 0, 'petitionNumber', 'NULL', 0],
]

/** Fills the lists of the office, of what is below it and of what turns to it with so many cases of each kind. */
const fill = async (count: number): Promise<void> => {
  const { now } = world.time
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const statements = kinds(now).flatMap(([open, due, colour, waits, turned, mark], kind) => {
    const id = `printf('${kind}%031x', i)`
    const listed = (scope: string, place: string, waiting = waits) =>
      `INSERT INTO case_listing (case_id, scope, open, due_at, colour, waits, waits_since, changed_at, turned_at, filed_at, marks, place) SELECT ${id}, '${scope}', ${open}, ${due}, ${colour}, '${waiting}', ${waiting ? 'i' : 'NULL'}, i, ${turned}, i, ${mark}, '${place}' FROM n`
    return [
      `INSERT INTO cases (id, number, track, category, region, status, level, unit, about, danger, subject, filed_at, head_seq, head_hash, next_change_at, colour) SELECT ${id}, '2024-${kind}' || (1000000 + i), 'complaint', 'land', 'qingshi', 'accepted', 'town', '${office}', 'none', 0, '第 ' || i || ' 件', i, 1, 'x', NULL, 0 FROM n`,
      listed(`unit:${office}`, ''),
      listed('below:qingshi', 'qingshi-liuwan', kind === 3 ? 'approve' : waits),
      ...(kind === 0 ? [listed(`above:${office}`, '', 'objected')] : []),
    ]
  })
  await world.db.batch(statements.map((sql) => world.db.prepare(sql.replace('SELECT', `${numbers} SELECT`))))
}

const empty = async (): Promise<void> => {
  await world.db.prepare('DROP TRIGGER IF EXISTS cases_no_delete').run()
  for (const table of ['case_listing', 'cases', 'listing_count'])
    await world.db.prepare(`DELETE FROM ${table}`).run()
}

countingRows.it(
  'rows of 今天 and of its lists are the same with 4,000 and with 80,000 list rows, and no more than shown and counted',
  async () => {
    const { headers } = await signInAs(world, { unit: office, role: 'lead' })
    const list = `${deskPages.cases.path}?list=desk&waits=`
    const pages = [
      deskPages.today.path,
      `${list}revisit`,
      `${list}petitionNumber`,
      `${list}new`,
      `${list}wrote`,
    ]
    const measure = async () => {
      const costs: Record<string, number> = {}
      for (const path of pages) {
        world.counted.take()
        expect((await world.desk(path, { headers })).status, path).toBe(200)
        costs[path] = world.counted.take().rowsRead
      }
      return costs
    }
    const sizes: Record<number, Record<string, number>> = {}
    for (const count of [10, 280, 5600]) {
      await empty()
      await fill(count)
      sizes[count] = await measure()
    }
    console.warn('rows read at 10, 280 and 5,600 cases of each kind:', JSON.stringify(sizes))
    expect(sizes[5600]).toEqual(sizes[280])
    for (const [path, rows] of Object.entries(sizes[5600] ?? {}))
      expect(rows, path).toBeLessThanOrEqual(path === deskPages.today.path ? 2400 : 130)
  },
  120_000,
)

it('今天 has the petitions of the office among its groups, those that wait longest first', async () => {
  await empty()
  await fill(280)
  const { headers } = await signInAs(world, { unit: office, role: 'lead' })
  const html = await (await world.desk(deskPages.today.path, { headers })).text()
  for (const title of ['该回访了', '等信访编号', '申请人来话了', '申请人催了'])
    expect(html, title).toContain(title)
  const revisits = html.slice(html.indexOf('>该回访了'))
  expect([...revisits.matchAll(/第 (\d+) 件/g)].slice(0, 3).map(([, nth]) => nth)).toEqual(['1', '2', '3'])
})

it('the list of ended cases that wait has each of them once, page by page', async () => {
  await empty()
  await fill(45)
  const { headers } = await signInAs(world, { unit: office, role: 'handler' })
  const found: string[] = []
  let next: string | undefined = `${deskPages.cases.path}?list=desk&waits=petitionNumber`
  for (let page = 1; next && page < 9; page += 1) {
    const html: string = await (await world.desk(next, { headers })).text()
    found.push(...[...html.matchAll(/2024-\d+/g)].map(([number]) => number))
    next = /href="([^"]*after=[^"]*)"[^>]*>\s*下一页/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  // Ended and open ones, both kinds.
  expect(new Set(found).size).toBe(90)
})
