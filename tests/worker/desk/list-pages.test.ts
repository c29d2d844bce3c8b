import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Lists page by page: each case once, in the order of its list, also where many have the same due day or last change. */

const village = 'qingshi-liuwan-committee'
const byDueDay = {
  own: `${deskPages.cases.path}?list=desk`,
  waiting: `${deskPages.cases.path}?list=desk&waits=new`,
  colour: `${deskPages.cases.path}?list=desk&colour=0`,
  week: `${deskPages.cases.path}?list=desk&within=week`,
  mark: `${deskPages.cases.path}?list=desk&mark=urged`,
  narrowed: `${deskPages.cases.path}?list=desk&category=neighbour`,
  ledger: `${deskPages.ledger.path}?sort=due`,
}
const byChange = {
  own: `${deskPages.cases.path}?list=desk&all=1`,
  traces: deskPages.traces.path,
  ledger: `${deskPages.ledger.path}?sort=changed`,
}

let world: DeskWorld
let headers: { cookie: string }
beforeAll(async () => {
  world = makeDeskWorld(tuesday)
  headers = (await signInAs(world, { unit: village, role: 'handler' })).headers
})

const page = async (path: string) => {
  const answer = await world.desk(path, { headers })
  expect(answer.status, path).toBe(200)
  const html = await answer.text()
  const next = /href="([^"]*after=[^"]*)"[^>]*>\s*下一页/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  const numbers = [...html.matchAll(/\/desk\/cases\/(\d{4}-\d+)/g)].map(([, number = '']) => number)
  return { numbers: [...new Set(numbers)], next }
}

/** The case numbers of a list, page by page. */
const walk = async (path: string): Promise<string[][]> => {
  const pages: string[][] = []
  for (let next: string | undefined = path; next && pages.length < 9; ) {
    const read: Awaited<ReturnType<typeof page>> = await page(next)
    pages.push(read.numbers)
    next = read.next
  }
  return pages
}

describe('of 45 cases with one due day, and one that was filed last and is due a day earlier', () => {
  let expected: string[]
  let due: number
  beforeAll(async () => {
    await world.db.prepare('DELETE FROM case_listing').run()
    const numbers: string[] = []
    for (let count = 0; count < 46; count += 1) {
      numbers.push((await file(world)).caseNumber)
      world.time.now += 1000
    }
    await world.db.prepare('UPDATE case_listing SET marks = 1').run()
    await world.db
      .prepare(
        'UPDATE case_listing SET due_at = due_at - ?1 WHERE case_id = (SELECT id FROM cases WHERE number = ?2)',
      )
      .bind(day, numbers.at(-1))
      .run()
    expected = [...numbers.slice(-1), ...numbers.slice(0, -1)]
    const ends = await world.db
      .prepare('SELECT DISTINCT due_at FROM case_listing ORDER BY 1 DESC')
      .all<{ due_at: number }>()
    expect(ends.results).toHaveLength(2)
    due = ends.results[0]?.due_at ?? 0
  })

  it.each(Object.entries(byDueDay))(
    'the list %s has them as they were filed, each once',
    async (list, path) => {
      const pages = await walk(path)
      expect(pages.map(({ length }) => length)).toEqual(list === 'ledger' ? [30, 16] : [20, 20, 6])
      expect(pages.flat()).toEqual(expected)
    },
  )

  it.each(Object.entries(byDueDay))(
    'an address of the list %s without a time of filing begins its due day',
    async (list, path) => {
      const { numbers } = await page(`${path}&after=${due}-${'f'.repeat(32)}`)
      expect(numbers).toEqual(expected.slice(1, list === 'ledger' ? 31 : 21))
    },
  )

  it('a page of what is due this week begins with the week where its key is of an earlier one', async () => {
    const { numbers } = await page(`${byDueDay.week}&after=${due - 30 * day}-1-f`)
    expect(numbers).toEqual(expected.slice(0, 20))
  })
})

describe('of 45 cases that changed at three instants', () => {
  const changedAt = new Map<string, number>()
  beforeAll(async () => {
    await world.db.prepare('DELETE FROM case_listing').run()
    for (let count = 0; count < 45; count += 1) {
      const { caseNumber } = await file(world)
      const instant = world.time.now + (count % 3)
      changedAt.set(caseNumber, instant)
      await world.db
        .prepare(
          'UPDATE case_listing SET changed_at = ?1 WHERE case_id = (SELECT id FROM cases WHERE number = ?2)',
        )
        .bind(instant, caseNumber)
        .run()
    }
    // As if the unit had handed them on as well.
    await world.db
      .prepare(
        'INSERT INTO case_listing (case_id, scope, open, due_at, colour, waits, changed_at, filed_at) SELECT case_id, ?1, open, due_at, colour, ?2, changed_at, filed_at FROM case_listing WHERE scope = ?3',
      )
      .bind(`trace:${village}`, '', `unit:${village}`)
      .run()
  })

  it.each(Object.entries(byChange))('the list %s has each once, what changed last first', async (_, path) => {
    const numbers = (await walk(path)).flat()
    expect(numbers.toSorted()).toEqual([...changedAt.keys()].toSorted())
    const instants = numbers.map((number) => changedAt.get(number) ?? 0)
    expect(instants).toEqual(instants.toSorted((one, other) => other - one))
  })
})
