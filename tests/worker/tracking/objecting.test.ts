import { beforeEach, describe, expect, it } from 'vitest'
import { casePath, deskPages, movePath, reportPath } from '#domain/routes/desk.ts'
import { actions, api, notices } from '#domain/routes/site.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { ended, type Move, moveOn } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Objecting to a result: for the unit above alone, once for each end; at the county a letter. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'
const above = 'qingshi-centre'
const words = '水槽没有装，还叫我别再来'
const title = '下级办的，申请人不满意，请您看一看'
const at = (unit: string) => staffAt(world, unit)

describe('an objection', () => {
  it('goes to the unit above, whose staff alone read its words, until they have looked', async () => {
    const filed = await ended(world)
    const by = holder(world, filed)
    expect(await by.page()).toContain(`href="${actions.trackObject}"`)
    const page = await by.page(actions.trackObject)
    for (const text of ['青石镇综治中心', '得双方都愿意', '不延长别的期限']) expect(page).toContain(text)
    expect((await by.post(actions.trackObject, { objection: ' ' })).status).toBe(422)
    const before = await by.track()
    const sent = await by.post(actions.trackObject, { objection: words })
    expect(landing(sent)).toEqual([303, `${actions.trackObject}#${notices.replied}`])
    expect(await by.page(actions.trackObject)).toMatch(
      /id="replied"[^>]*><b>交上去了<\/b><p>青石镇综治中心看得到/,
    )
    expect(await by.page()).toContain('对结果不满意，只给青石镇综治中心看')
    expect(landing(await by.post(actions.trackObject, { objection: words }))).toEqual(landing(sent))
    expect((await by.post(actions.trackObject, { objection: '别的话' })).status).toBe(409)
    expect((await eventsOf(world, filed)).filter(({ kind }) => kind === 'objected')).toHaveLength(1)
    expect(await by.track()).toMatchObject({ status: before.status, clocks: before.clocks })
    expect(await by.page()).toContain(words)

    const superior = await at(above)
    expect(await superior.text(deskPages.today.path)).toContain(title)
    const shown = await superior.text(casePath(filed.caseNumber))
    expect(shown.split('role="note"')[1]?.split('</div>')[0]).toContain(words)
    expect(shown).toContain('写的话只有您的单位看得到')
    for (const unit of [village, 'qingshi-committee', 'shili-centre']) {
      const staff = await at(unit)
      expect(await staff.text(deskPages.today.path), unit).not.toContain(title)
      for (const path of [casePath(filed.caseNumber), reportPath(filed.caseNumber)])
        expect(await staff.text(path), `${unit} ${path}`).not.toContain(words)
    }
    expect(await (await at(village)).text(casePath(filed.caseNumber))).toContain('申请人对结果不满意')

    const { headSeq } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? {}
    const noted = await superior.post(movePath(filed.caseNumber, 'noted'), {
      ...{ seen: String(headSeq), reason: '请把水槽装好' },
    })
    expect(noted.status).toBe(303)
    expect(await superior.text(deskPages.today.path)).not.toContain(title)
  })

  it('is not shown to a code that staff have seen, on no page and by no call', async () => {
    const filed = await ended(world)
    const by = holder(world, filed)
    await by.call(api.object, { text: words })
    expect(JSON.stringify(await by.track())).toContain(words)
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    expect(await by.page()).not.toContain(words)
    for (const path of [api.track, api.copy]) expect(await (await by.call(path)).text()).not.toContain(words)
    expect((await eventsOf(world, filed)).some(({ kind }) => kind === 'objected')).toBe(true)
  })

  it('in the same words to a second result is another one', async () => {
    const filed = await ended(world)
    const by = holder(world, filed)
    await by.post(actions.trackObject, { objection: words })
    await moveOn(world, filed, [['reopened', { reason: '再谈一次' }], ['mediating'], ['settled']])
    await by.post(actions.trackObject, { objection: words })
    expect((await eventsOf(world, filed)).filter(({ kind }) => kind === 'objected')).toHaveLength(2)
  })

  it('is sealed: no column holds a word of it', async () => {
    const filed = await ended(world)
    await holder(world, filed).call(api.object, { text: '秘密的话' })
    const { results } = await world.db.prepare('SELECT * FROM case_event').all()
    expect(JSON.stringify(results)).not.toContain('秘密')
  })

  it('by the API says who reads it, repeats, and says why not', async () => {
    const filed = await ended(world)
    const by = holder(world, filed)
    const key = { 'idempotency-key': 'object-0123456789abc' }
    const first = await by.call(api.object, { text: words }, key)
    expect([first.status, await first.json()]).toEqual([
      201,
      { at: expect.stringMatching(/\+08:00$/), unit: '青石镇综治中心' },
    ])
    expect((await by.call(api.object, { text: words }, key)).status).toBe(201)
    expect((await by.call(api.object, { text: '别的话' }, key)).status).toBe(409)
    const [status, detail] = await problemOf(await by.call(api.object, { text: words }))
    expect([status, detail]).toEqual([409, expect.stringContaining('已经说过')])
    const open = await file(world)
    expect((await holder(world, open).call(api.object, { text: words })).status).toBe(409)
    expect((await holder(world, open).track()).can).not.toContain('object')
  })

  it('is for the case it names, and no other; its words come back', async () => {
    const [one, other] = [await ended(world), await ended(world)]
    const answer = await holder(world, other).post(actions.trackObject, {
      ...{ case: one.caseNumber, objection: words },
    })
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([409, true])
    for (const filed of [one, other])
      expect((await eventsOf(world, filed)).some(({ kind }) => kind === 'objected')).toBe(false)
  })

  it('about a village official goes to the county, never to the village', async () => {
    const filed = await ended(world, { about: 'village-cadre', track: 'complaint' }, [
      ['declined', { message: '不归这里', body: '法院' }],
    ])
    expect(await (await holder(world, filed).call(api.object, { text: words })).json()).toMatchObject({
      unit: '示例县矛盾纠纷调处中心',
    })
    expect(await (await at('shili-centre')).text(deskPages.today.path)).toContain(title)
    expect(await (await at(village)).text(deskPages.today.path)).not.toContain(filed.caseNumber)
  })
})

it('at the county nobody is above: a letter to print, the same for danger', async () => {
  const seen = []
  const start = world.time.now
  for (const filing of [{ about: 'town-staff' }, { danger: true, contact: { mayCall: true } }]) {
    world.time.now = start
    const filed = await ended(world, { category: 'family', ...filing }, [
      ['declined', { message: '不归这里', body: '法院' }],
    ])
    const by = holder(world, filed)
    const [status, detail] = await problemOf(await by.call(api.object, { text: words }))
    expect([status, detail]).toEqual([409, expect.stringContaining('市信访局')])
    const posted = await by.post(actions.trackObject, { objection: words })
    expect([posted.status, (await posted.text()).includes(words)]).toEqual([409, true])
    const page = /<main[\s\S]*<\/main>/.exec(await by.page(actions.trackObject))?.[0] ?? ''
    expect(page).toContain('情况反映')
    // Printed alone.
    expect(await by.page(actions.trackObject)).toContain('<body class="own-letter">')
    expect(await by.page()).toContain('<body>')
    seen.push(page.replaceAll(filed.caseNumber, '#'))
  }
  expect(seen[1]).toEqual(seen[0])
})

/** A unit of each kind that may accept a petition; the case starts at the first. */
const petitionUnits = ['shili-centre', 'shili-office', 'shili-petition']

it.each(
  petitionUnits.flatMap((unit) =>
    (
      [
        [29, 'petition', '复查申请'],
        [31, 'petition', '情况反映'],
        [29, 'other', '情况反映'],
      ] as const
    ).map((row) => [unit, ...row] as const),
  ),
)(
  'at %s, %i days after a written answer of a complaint, %s, was delivered there is a letter: %s',
  async (unit, days, matter, letter) => {
    const filed = await ended(world, { track: 'complaint', about: 'town-staff', region: 'qingshi' }, [
      ...(unit === petitionUnits[0] ? [] : [['transferred', { unit, reason: '该由它办' }] as Move]),
      ['accepted', { subject: '一件事', matter }],
      ['handling'],
      ['answered', { message: '答复如下。' }],
      ['delivered', { deliveryBy: 'post', deliveryOn: '2026-11-24' }],
    ])
    const by = holder(world, filed)
    const isPetition = matter === 'petition'
    const { clocks } = await by.track()
    expect(JSON.stringify(clocks).includes('信访工作条例》第三十四条')).toBe(isPetition)
    // What remains: the last day of the review, or 12345.
    expect((await by.page()).includes('书面答复是 11 月 24 日')).toBe(isPetition)
    world.time.now += days * 86_400_000
    expect(await by.page(actions.trackObject)).toContain(`>${letter}</h2>`)
  },
)

describe('the thirty days for a review', () => {
  const answered = async (more: Move[] = []) =>
    ended(world, { track: 'complaint', about: 'town-staff', region: 'qingshi' }, [
      ['accepted', { subject: '一件事', matter: 'petition' }],
      ['handling'],
      ['answered', { message: '答复如下。' }],
      ...more,
    ])
  const opened = async (filed: Awaited<ReturnType<typeof answered>>) =>
    (await eventsOf(world, filed)).filter(({ kind }) => kind === 'answer-opened')

  it.each(['page', 'track'] as const)('run from the first opening by the code, by the %s', async (door) => {
    const filed = await answered()
    const by = holder(world, filed)
    world.time.now += 5 * 86_400_000
    await by[door]()
    await by[door]()
    expect(await opened(filed)).toHaveLength(1)
    expect(await by.page()).toContain('书面答复是 11 月 29 日')
    world.time.now += 29 * 86_400_000
    expect(await by.page(actions.trackObject)).toContain('>复查申请</h2>')
    world.time.now += 2 * 86_400_000
    expect(await by.page(actions.trackObject)).toContain('>情况反映</h2>')
  })

  it('do not run from what shows no answer: words by a program, or the page of files', async () => {
    const filed = await answered()
    const by = holder(world, filed)
    expect((await by.call(api.messages, { text: '请寄一份给我' })).status).toBe(201)
    await by.page(actions.trackFiles)
    expect(await opened(filed)).toEqual([])
    await by.call(api.copy)
    expect(await opened(filed)).toHaveLength(1)
  })

  it.each(['phone', 'code'] as const)('never run from what staff say: %s', async (deliveryBy) => {
    const filed = await answered([['delivered', { deliveryBy, deliveryOn: '2026-11-24' }]])
    // A code that staff have seen may be in their hands.
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    const by = holder(world, filed)
    expect(await by.page()).not.toContain('书面答复是')
    expect(await opened(filed)).toEqual([])
  })

  it('begin with no opening of another matter', async () => {
    const filed = await ended(world)
    await holder(world, filed).page()
    expect(await opened(filed)).toEqual([])
  })
})
