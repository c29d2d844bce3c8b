import { beforeAll, expect, it } from 'vitest'
import { hour } from '#domain/basics/bounds.ts'
import { pageKeyText } from '#domain/desk/page-key.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { tuesday } from '../../support/world.ts'

/** A page of a list by due day reads what it shows, wherever it begins, also where thousands of cases are due on one day. */

const office = 'qingshi-office'
const list = `${deskPages.cases.path}?list=desk`
const ledger = `${deskPages.ledger.path}?sort=due`
const count = 20_000

let world: DeskWorld
let due: number
const idOf = (nth: number): string =>
  `${((nth * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}${nth.toString(16).padStart(24, '0')}`

beforeAll(async () => {
  world = makeDeskWorld(tuesday)
  due = world.time.now + hour
  await world.db.prepare('DELETE FROM case_listing').run()
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  // Ids without an order, as drawn ones are.
  const id = "printf('%08x%024x', i * 2654435761 % 4294967296, i)"
  await world.db.batch(
    [
      `INSERT INTO cases (id, number, track, category, region, status, level, unit, about, danger, subject, filed_at, head_seq, head_hash, next_change_at, colour) SELECT ${id}, '2024-' || (1000000 + i), 'complaint', 'land', 'qingshi', 'accepted', 'town', '${office}', 'none', 0, '占地', i, 1, 'x', NULL, 0 FROM n`,
      `INSERT INTO case_event SELECT ${id}, 1, 'filed', 'party:1', i, '${office}', '', '{"track":"complaint","category":"land","region":"qingshi","about":"none","danger":false}', '', NULL, '${'0'.repeat(64)}', '${'a'.repeat(64)}' FROM n`,
      `INSERT INTO case_listing (case_id, scope, open, due_at, colour, waits, waits_since, changed_at, filed_at) SELECT ${id}, 'unit:${office}', 1, ${due}, 2, 'new', i, i, i FROM n`,
    ].map((sql) => world.db.prepare(sql.replace('SELECT', `${numbers} SELECT`))),
  )
})

it.each([
  ['of open cases', list, 130],
  ['of what waits', `${list}&waits=new`, 130],
  ['of a colour', `${list}&colour=2`, 130],
  ['of this week', `${list}&within=week`, 130],
  ['of what is due', `${list}&due=1`, 130],
  ['of the ledger', ledger, 450],
])(
  'a list %s reads no more than it shows, from the first case, the second page and the 15,000th',
  async (_, path, most) => {
    const { headers } = await signInAs(world, { unit: office, role: 'handler' })
    const measure = async (after: string) => {
      world.counted.take()
      const answer = await world.desk(`${path}${after && `&after=${after}`}`, { headers })
      const { rowsRead } = world.counted.take()
      const [, first] = /2024-1(\d{6})/.exec(await answer.text()) ?? []
      return { rowsRead, first: Number(first) }
    }
    const key = (nth: number) => pageKeyText({ key: due, filedAt: nth, caseId: idOf(nth) })
    for (const last of [0, 20, 15_000]) {
      const { rowsRead, first } = await measure(last ? key(last) : '')
      expect([first, rowsRead], `after ${last}`).toEqual([last + 1, expect.any(Number)])
      expect(rowsRead, `after ${last}`).toBeLessThanOrEqual(most)
    }
  },
)
