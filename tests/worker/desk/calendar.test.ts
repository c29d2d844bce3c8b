import { beforeEach, describe, expect, it } from 'vitest'
import { casePath, deskPages, meetingFilePath, minutesPath, movePath } from '#domain/routes/desk.ts'
import { headingFaults } from '../../support/headings.ts'
import { eventsOf, landing, staffAt } from '../../support/holder.ts'
import { theirName, village, willing } from '../../support/meetings.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { rightFiling, tuesday } from '../../support/world.ts'

/** Meetings on the pages of the desk: forms, calendar, the file for a telephone, minutes to print. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_session').run()
})

const thursday = Date.parse('2026-12-03T09:30:00+08:00')

/** A member of staff who has set the time of a meeting by its forms. */
const arranged = async () => {
  const { filed } = await willing(world)
  const staff = await staffAt(world, village)
  const { caseNumber: number } = filed
  const seen = async () => String((await world.ports.store.openCase(number))?.record.headSeq)
  const post = async (kind: string, pairs: [string, string][]) =>
    staff.postPairs(movePath(number, kind), [['seen', await seen()], ...pairs])
  const answers: [string, string][] = [
    ...([
      ['comers', '1'],
      ['comers', '2'],
      ['mediator', staff.id],
      ['length', '60'],
      ['room', 'first'],
      ['time1', '12 月 3 日 9:30'],
    ] as [string, string][]),
    ['place', '二楼'],
  ]
  const posted = await post('session-arranged', answers)
  const id = (await eventsOf(world, filed)).at(-1)?.data.session?.id ?? 0
  return { filed, number, staff, post, posted, answers, id }
}

describe('the forms', () => {
  it('set a time as it is typed, once for a button pressed twice', async () => {
    const { filed, number, staff, posted, answers, id } = await arranged()
    expect(landing(posted)).toEqual([303, `${casePath(number)}?done=${id}`])
    const again = await staff.postPairs(movePath(number, 'session-arranged'), [
      ['seen', String(id - 1)],
      ...answers,
    ])
    expect(landing(again)).toEqual([303, `${casePath(number)}?done=${id}`])
    const set = (await eventsOf(world, filed)).filter(({ kind }) => kind === 'session-arranged')
    expect(set.map(({ data }) => data.session?.start)).toEqual([thursday, thursday])
  })

  it('ask for a place right after the room', async () => {
    const { number, staff } = await arranged()
    const page = await staff.text(movePath(number, 'session-arranged'))
    const order = [...page.matchAll(/ name="(room|place|time1)"/g)].map(([, name]) => name)
    expect([...new Set(order)]).toEqual(['room', 'place', 'time1'])
  })

  it.each<[string, [string, string], string]>([
    ['an hour of the night', ['time1', '12月3日 2:30'], '请写清是上午还是下午'],
    ['no time', ['time1', '12月3日'], '看不懂是哪天几点'],
    ['a day that has passed', ['time1', '2026-11-23 9:30'], '这个日子已经过去了'],
    ['no place', ['room', 'elsewhere'], '地点：这一项请填一下'],
  ])('keep what was typed and say what is wrong with %s', async (_, [name, value], text) => {
    const { post, answers } = await arranged()
    const wrong = answers.filter(([field]) => field !== name && field !== 'place')
    const answer = await post('times-proposed', [...wrong, [name, value]])
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(text)
  })

  it('say whose time is taken', async () => {
    const { staff, answers } = await arranged()
    const { filed } = await willing(world)
    const seen = String((await world.ports.store.openCase(filed.caseNumber))?.record.headSeq)
    const elsewhere = answers.map(([name, value]): [string, string] => [
      name,
      name === 'room' ? 'second' : value,
    ])
    const answer = await staff.postPairs(movePath(filed.caseNumber, 'session-arranged'), [
      ['seen', seen],
      ...elsewhere,
    ])
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('主持的人那个时间有别的会')
  })
})

describe('the calendar', () => {
  it('has the meetings of the unit by day and week, and of one person', async () => {
    const { number, staff } = await arranged()
    const page = (query: string) => staff.text(`${deskPages.calendar.path}${query}`)
    for (const query of ['?day=2026-12-03', '?day=2026-12-03&who=me', '?day=2026-11-30&span=week']) {
      const shown = await page(query)
      for (const text of ['09:30', '10:30', number, '调解室']) expect(shown, query).toContain(text)
      for (const name of [rightFiling.name, theirName]) expect(shown, query).not.toContain(name)
      expect(headingFaults(shown)).toEqual([])
    }
    expect(await page('?day=2026-11-30&span=week')).toContain('（周一） 到 12 月 6 日')
    for (const query of ['', '?day=2026-12-04', '?day=x', '?day=2026-12-07&span=week'])
      expect(await page(query), query).not.toContain(number)
    const colleague = await staffAt(world, village)
    expect(await colleague.text(`${deskPages.calendar.path}?day=2026-12-03&who=me`)).not.toContain(number)
    const elsewhere = await staffAt(world, 'qingshi-committee')
    expect(await elsewhere.text(`${deskPages.calendar.path}?day=2026-12-03`)).not.toContain(number)
  })

  it('keeps a case from a person who must keep out of it', async () => {
    const { filed, number } = await arranged()
    const other = await staffAt(world, village)
    await twoSides(world).make(filed, 'recusal-recorded', { concerned: other.id, reason: '是他家亲戚' })
    expect(await other.text(`${deskPages.calendar.path}?day=2026-12-03`)).not.toContain(number)
  })

  it('puts the meetings of today on 今天', async () => {
    const { staff, number } = await arranged()
    expect(await staff.text(deskPages.today.path)).not.toContain('今天的调解会')
    world.time.now = thursday - 3_600_000
    const today = await (await staffAt(world, village)).text(deskPages.today.path)
    expect(today.slice(today.indexOf('今天的调解会'))).toContain(number)
  })

  it('gives a file with the number and the place, and no name', async () => {
    const { staff, number, id } = await arranged()
    const answer = await staff.get(meetingFilePath(number, id))
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = (await answer.text()).replaceAll('\r\n ', '')
    expect(text).toContain(`SUMMARY:调解会 ${number}\r\nLOCATION:柳湾村人民调解委员会调解室，二楼`)
    for (const name of [rightFiling.name, theirName]) expect(text).not.toContain(name)
    expect((await staff.get(meetingFilePath(number, 99))).status).toBe(404)
    const elsewhere = await staffAt(world, 'qingshi-songping-committee')
    expect((await elsewhere.get(meetingFilePath(number, id))).status).toBe(404)
  })
})

it('minutes are written, corrected with what they said before, and printed in every version', async () => {
  const { number, id, filed } = await arranged()
  world.time.now = thursday + 7_200_000
  const staff = await staffAt(world, village)
  const post = async (kind: string, pairs: [string, string][]) => {
    const seen = String((await world.ports.store.openCase(number))?.record.headSeq)
    return staff.postPairs(movePath(number, kind), [['seen', seen], ...pairs])
  }
  expect(await staff.text(casePath(number))).toContain('记笔录')
  const minutes = (outcome: string): [string, string][] => [
    ['meeting', String(id)],
    ['present', '吴秀兰、陈建国'],
    ['said', '吴秀兰：檐水落到院里。'],
    ['outcome', outcome],
  ]
  expect((await post('session-held', minutes('陈建国装水槽'))).status).toBe(303)
  expect(await staff.text(movePath(number, 'minutes-corrected'))).toContain('陈建国装水槽')
  expect((await post('minutes-corrected', minutes('陈建国十天内装水槽'))).status).toBe(303)
  await twoSides(world).make(filed, 'minutes-signed', {
    ...{ meeting: String(id), signers: ['1', '2'], signedOn: '2026-12-03', readBack: 'aloud' },
  })
  const printed = await staff.text(minutesPath(number, id))
  for (const text of [
    '陈建国十天内装水槽',
    '第 2 版',
    '柳湾村人民调解委员会调解室，二楼',
    '念给到场的人听了',
  ])
    expect(printed).toContain(text)
  expect(headingFaults(printed)).toEqual([])
  expect(await staff.text(`${minutesPath(number, id)}?version=1`)).toContain(
    '<dd class="typed">陈建国装水槽</dd>',
  )
  expect(await staff.text(casePath(number))).toMatch(/打印笔录（第 2 版[^<]+，签了字/)
  expect((await post('minutes-corrected', minutes('陈建国五天内装水槽'))).status).toBe(303)
  expect(await staff.text(casePath(number))).toMatch(/打印笔录（第 3 版[^<]+）</)
  expect(await staff.text(minutesPath(number, id))).not.toContain('念给到场的人听了')
})
