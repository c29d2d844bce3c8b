import { beforeEach, describe, expect, it } from 'vitest'
import { casePath, deskPages, movePath } from '#domain/routes/desk.ts'
import { actions, suggestionsPage } from '#domain/routes/site.ts'
import { publicationCheckIds } from '#domain/words/publication-checks.ts'
import { createVerify } from '#store/verify.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { eventsOf, holder, landing, staffAt } from '../../support/holder.ts'
import { makePublications, office, publicWords } from '../../support/publication.ts'
import { type Filed, moveOn } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { rightFiling, tuesday } from '../../support/world.ts'

/** An answer to a suggestion, published on request: asked for, written, approved by another, agreed to, taken down. */

let world: DeskWorld
let at: ReturnType<typeof makePublications>
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  at = makePublications(world)
  await world.db.prepare('DELETE FROM published_answer').run()
})

const published = async (query = '') => {
  const answer = await world.request(`${suggestionsPage.path}${query}`)
  expect(answer.status).toBe(200)
  return answer.text()
}
const nextMonth = () => {
  world.time.now = Date.parse('2026-12-01T00:00:00+08:00')
}
/** What the verification finds in one case; the others are of other tests. */
const faults = async ({ caseNumber }: Filed) => {
  const id = (await world.ports.store.openCase(caseNumber))?.record.id
  const { mismatches } = await createVerify(world.db, world.ports.keys, world.ports.clock)('', 1000)
  return mismatches.filter(({ caseId }) => caseId === id).map(({ what }) => what)
}

describe('an answer to a suggestion', () => {
  it('is asked for, written, approved by another, agreed to and read by everybody from the next month on', async () => {
    expect(await published()).toContain('还没有公布过')
    const filed = await at.suggested()
    const person = holder(world, filed)
    expect(await person.page()).toContain(actions.trackPublication)
    expect(landing(await at.say(filed, 'asked'))).toEqual([303, `${actions.trackCase}#consent`])

    const handler = await staffAt(world, office)
    expect(await handler.text(deskPages.today.path)).toContain('申请人想公布')
    expect(await handler.text(casePath(filed.caseNumber))).toContain('写要公布的短文')
    expect(await handler.text(movePath(filed.caseNumber, 'publication-drafted'))).toContain(
      rightFiling.narrative,
    )
    expect((await at.make(handler, filed, 'publication-drafted', publicWords)).status).toBe(303)
    // Nobody but the desk reads it before it is approved.
    expect(await person.page(actions.trackPublication)).not.toContain(publicWords.publicAnswer)

    const lead = await staffAt(world, office, 'lead')
    expect(await lead.text(deskPages.today.path)).toContain('等另一个人看')
    expect(await lead.text(movePath(filed.caseNumber, 'publication-approved'))).toContain(
      publicWords.publicAnswer,
    )
    expect((await at.make(lead, filed, 'publication-approved')).status).toBe(303)
    expect(await person.page()).toContain('要公布的短文写好了')
    const shown = await person.page(actions.trackPublication)
    for (const part of Object.values(publicWords)) expect(shown).toContain(part)

    expect((await at.say(filed, '')).status).toBe(422)
    expect(landing(await at.say(filed, 'agreed'))).toEqual([303, `${actions.trackCase}#consent`])
    expect(await published()).not.toContain(publicWords.publicAnswer)
    expect(await faults(filed)).toEqual([])
    nextMonth()
    const page = await published()
    for (const part of [...Object.values(publicWords), '青石镇人民政府信访接待室 答，2026 年 12 月公布'])
      expect(page, part).toContain(part)
    for (const part of [filed.caseNumber, rightFiling.narrative, rightFiling.name, '11 月 24 日'])
      expect(page, part).not.toContain(part)
    // Whoever reads it later reads the same month.
    world.time.now = Date.parse('2028-03-01T10:00:00+08:00')
    expect(await person.page(actions.trackPublication)).toContain('2026 年 12 月一号起，谁都看得到。')
    const note = await (await staffAt(world, office)).text(casePath(filed.caseNumber))
    for (const part of ['2026 年 11 月 24 日', '2026 年 12 月一号起公布', '一说就撤下'])
      expect(note).toContain(part)
  })

  it.each<[string, (filed: Filed) => Promise<unknown>]>([
    ['who filed takes it back', (filed) => at.say(filed, 'refused')],
    [
      'the desk takes it down',
      async (filed) =>
        at.make(await staffAt(world, office, 'lead'), filed, 'publication-ended', {
          message: '数目写错了。',
        }),
    ],
    ['the case is taken up again', (filed) => moveOn(world, filed, [['reopened', { reason: '又坏了' }]])],
    [
      'somebody is in danger after all',
      (filed) =>
        moveOn(world, filed, [
          ['reopened', { reason: '有人受威胁' }],
          ['danger-marked', { reason: '有人受威胁' }],
        ]),
    ],
    [
      'its person is erased',
      ({ caseNumber }) => {
        const erasures = { add: async () => undefined, all: async () => [] }
        return erasePerson({ ...world.ports, erasures }, caseNumber, 1)
      },
    ],
  ])('is gone at once when %s', async (_, take) => {
    const filed = await at.agreed()
    nextMonth()
    expect(await published()).toContain(publicWords.publicAnswer)
    await take(filed)
    expect(await published()).not.toContain(publicWords.publicAnswer)
    expect(await faults(filed)).toEqual([])
  })

  it('can be asked for again by who took it back, in other words; not once the desk said no', async () => {
    const filed = await at.agreed()
    await at.say(filed, 'refused')
    await at.say(filed, 'asked')
    const other = { ...publicWords, publicAnswer: '换成了太阳能的灯。' }
    await at.make(await staffAt(world, office), filed, 'publication-drafted', other)
    await at.make(await staffAt(world, office, 'lead'), filed, 'publication-approved')
    await at.say(filed, 'agreed')
    nextMonth()
    expect(await published()).toContain(other.publicAnswer)
    expect(await published()).not.toContain(publicWords.publicAnswer)
    expect(await faults(filed)).toEqual([])
    const lead = await staffAt(world, office, 'lead')
    await at.make(lead, filed, 'publication-ended', { message: '这件不再公布了。' })
    expect(await holder(world, filed).page()).toContain('这件不再公布了')
    expect(await holder(world, filed).page()).not.toContain(actions.trackPublication)
  })

  it('is only agreed to in the words that were read, once', async () => {
    const filed = await at.offered()
    const person = holder(world, filed)
    expect((await person.post(actions.trackPublication, { words: '4', say: 'agreed' })).status).toBe(409)
    await at.say(filed, 'agreed')
    const count = (await eventsOf(world, filed)).length
    await at.say(filed, 'agreed')
    expect((await eventsOf(world, filed)).length).toBe(count)
  })

  it('has a form whose error leads to what can be said, be it one thing or several', async () => {
    const filed = await at.suggested()
    const expectLink = async () => {
      const html = await (await at.say(filed, '')).text()
      expect(html).toContain('href="#say"')
      expect(html.match(/id="say"/g)).toHaveLength(1)
    }
    await expectLink()
    await at.say(filed, 'asked')
    await at.make(await staffAt(world, office), filed, 'publication-drafted', publicWords)
    await at.make(await staffAt(world, office, 'lead'), filed, 'publication-approved')
    await expectLink()
  })

  it.each<[string, (filed: Filed) => Promise<unknown>]>([
    ['offered', async () => undefined],
    ['agreed to', (filed) => at.say(filed, 'agreed')],
  ])('whose words cannot be read says so when they are %s, and takes no yes', async (_, before) => {
    const filed = await at.offered()
    await before(filed)
    const id = (await world.ports.store.openCase(filed.caseNumber))?.record.id
    await world.db.prepare("DELETE FROM case_key WHERE scope = 'party:1' AND case_id = ?").bind(id).run()
    const html = await holder(world, filed).page(actions.trackPublication)
    expect(html).toContain('内容读不出来了。')
    expect(html).not.toContain('value="agreed"')
    for (const words of ['下面就是', '就是下面的字']) expect(html).not.toContain(words)
    const { length } = await eventsOf(world, filed)
    await at.say(filed, 'agreed')
    expect((await eventsOf(world, filed)).length).toBe(length)
    expect(landing(await at.say(filed, 'refused'))).toEqual([303, `${actions.trackCase}#consent`])
    expect((await eventsOf(world, filed)).at(-1)?.kind).toBe('publication-refused')
  })

  it('waits for somebody else than who wrote it, at the desk or above it', async () => {
    const filed = await at.suggested()
    await at.say(filed, 'asked')
    const lead = await staffAt(world, office, 'lead')
    await at.make(lead, filed, 'publication-drafted', publicWords)
    const own = await at.make(lead, filed, 'publication-approved')
    expect([own.status, await own.text()]).toEqual([409, expect.stringContaining('请另一个人看')])
    expect((await at.make(await staffAt(world, office), filed, 'publication-approved')).status).toBe(409)
    const above = await staffAt(world, 'shili-centre', 'lead')
    expect(await above.text(deskPages.today.path)).toContain('下级要公布的短文')
    expect((await at.make(above, filed, 'publication-approved')).status).toBe(303)
  })

  it.each<[string, Record<string, string>, number, string]>([
    ['a telephone number', { publicAnswer: '请打 13800001234。' }, 422, '电话号码'],
    ['a day', { publicQuestion: '11月3日起路灯不亮？' }, 422, '月份就够了'],
    ['a plate', { publicQuestion: '皖H12345 占着路口？' }, 422, '车牌号'],
    ['a door', { publicQuestion: '12 号门前的灯？' }, 422, '门牌'],
    ['nothing', { publicAnswer: ' ' }, 422, '请填一下'],
    ['the name of who filed', { publicAnswer: '吴秀兰说的灯换好了。' }, 409, '姓名'],
    ['the name of somebody else', { publicAnswer: '陈大山家的羊圈搬走了。' }, 409, '姓名'],
    ['the name of one of two', { publicAnswer: '陈建国说的灯换好了。' }, 409, '姓名'],
    ['the number of who filed', { publicAnswer: '请打 665566。' }, 409, '电话'],
    ['somebody who is hurt', { publicQuestion: '孩子被路灯砸伤了，怎么办？' }, 409, '不能公布'],
  ])('is not written with %s', async (_, changes, status, text) => {
    const filed = await at.suggested({
      ...{ name: '吴秀兰、陈建国', phone: '665566', otherParty: '隔壁陈大山，养羊的' },
    })
    await at.say(filed, 'asked')
    const answer = await at.make(await staffAt(world, office), filed, 'publication-drafted', {
      ...publicWords,
      ...changes,
    })
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(text)])
    expect((await eventsOf(world, filed)).some(({ kind }) => kind === 'publication-drafted')).toBe(false)
  })

  it('is written and approved only with each point checked', async () => {
    const filed = await at.suggested()
    await at.say(filed, 'asked')
    const some = publicationCheckIds.slice(1)
    expect(
      (await at.make(await staffAt(world, office), filed, 'publication-drafted', publicWords, some)).status,
    ).toBe(422)
    await at.make(await staffAt(world, office), filed, 'publication-drafted', publicWords)
    const lead = await staffAt(world, office, 'lead')
    expect((await at.make(lead, filed, 'publication-approved', {}, some)).status).toBe(422)
  })

  it('is nothing for other cases, and not written unasked', async () => {
    const complaint = await at.suggested({ track: 'complaint' })
    const danger = await at.suggested({ danger: true, contact: { mayCall: true, mayText: false } }, [])
    for (const one of [complaint, danger]) {
      expect(await holder(world, one).page()).not.toContain(actions.trackPublication)
      const answer = await holder(world, one).post(actions.trackPublication, { words: '0', say: 'asked' })
      expect(landing(answer)).toEqual([303, actions.trackCase])
    }
    const filed = await at.suggested()
    expect(
      (await at.make(await staffAt(world, office), filed, 'publication-drafted', publicWords)).status,
    ).toBe(409)
  })

  it('is asked for with a code that nobody else has seen', async () => {
    const filed = await at.suggested()
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    const answer = await holder(world, filed).post(actions.trackPublication, { words: '0', say: 'asked' })
    expect(landing(answer)).toEqual([303, actions.trackNewCode])
  })
})

describe('the list', () => {
  it('has ten a page, newest month first, and reads no more rows than it shows', async () => {
    const insert = world.db.prepare('INSERT INTO published_answer VALUES (?, ?, ?, ?, ?, ?)')
    await world.db.batch(
      Array.from({ length: 25 }, (_, index) => {
        const id = ((index * 7) % 25).toString(16).padStart(32, '0')
        const month = index < 12 ? '2026-09' : '2026-10'
        return insert.bind(
          id,
          `case-${index}`,
          month,
          index === 0 ? 'no-unit' : office,
          `问题${index}？`,
          `答案${index}。`,
        )
      }),
    )
    const seen: string[] = []
    let query: string | undefined = ''
    const sizes: number[] = []
    while (query !== undefined) {
      world.counted.take()
      const page: string = await published(query)
      const { rowsRead } = world.counted.take()
      // The entry of the index and the row of each, and of one more that says whether there are others.
      expect(rowsRead).toBeLessThanOrEqual(22)
      const found = [...page.matchAll(/问题(\d+)？/g)].map(([, one]) => one ?? '')
      sizes.push(found.length)
      seen.push(...found)
      query = /suggestions\/(\?after=[0-9a-f.-]+)"/.exec(page)?.[1]
    }
    expect(sizes).toEqual([10, 10, 5])
    expect(new Set(seen).size).toBe(25)
    expect(
      seen
        .slice(0, 13)
        .map(Number)
        .every((one) => one >= 12),
    ).toBe(true)
    expect(await published('?after=2026-09.00000000000000000000000000000000')).toContain('没有更早的')
    // An address of a month that is not over leads to the first page, not to what waits.
    for (const wrong of [
      `?after=2026-12.${'f'.repeat(32)}`,
      '?after=x',
      '?after=2026-10.zz',
      `?after=${'9'.repeat(500)}`,
    ])
      expect(await published(wrong)).toBe(await published())
  })

  it.each([
    ['other words', "answer = '别的话'", 'published_answer.answer'],
    ['another unit', "unit = 'yunxi-office'", 'published_answer.unit'],
    ['another month', "month = '2025-01'", 'published_answer.month'],
  ])('is verified: %s', async (_, change, what) => {
    const filed = await at.agreed()
    expect(await faults(filed)).toEqual([])
    await world.db.prepare(`UPDATE published_answer SET ${change}`).run()
    expect(await faults(filed)).toEqual([what])
    await world.db.prepare('DELETE FROM published_answer').run()
    expect(await faults(filed)).toEqual(['published_answer'])
  })

  it('is verified: words that nobody agreed to', async () => {
    const filed = await at.offered()
    const id = (await world.ports.store.openCase(filed.caseNumber))?.record.id
    await world.db
      .prepare("INSERT INTO published_answer VALUES ('a', ?, '2026-10', ?, '问', '答')")
      .bind(id, office)
      .run()
    expect(await faults(filed)).toEqual(['published_answer'])
  })
})
