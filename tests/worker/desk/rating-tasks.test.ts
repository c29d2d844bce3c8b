import { beforeEach, describe, expect, it, vi } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { casePath, deskPages, ratingTaskPath } from '#domain/routes/desk.ts'
import { createRatingVerify } from '#store/ratings/verifying.ts'
import { drawing, ended, type Filed, good, idOf, low, type Move, moveOn, rate } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Looks and calls that ratings ask for: whom they reach, when, and what they say (docs/adr/0038-ratings.md). */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'
const above = 'qingshi-centre'
const centre = 'shili-centre'

const at = async (unit: string, role: Who['role'] = 'handler') => {
  const who = await signInAs(world, { unit, role })
  const visit = visitDesk(world, who.cookie)
  return { ...visit, id: who.id, text: async (path: string) => (await visit.get(path)).text() }
}
type By = Awaited<ReturnType<typeof at>>
/** The same person, signed in days later. */
const again = async ({ id }: By): Promise<By> => {
  const fresh = await at('shili-medical')
  await world.db.prepare('UPDATE staff_session SET user_id = ? WHERE user_id = ?').bind(id, fresh.id).run()
  return { ...fresh, id }
}
const sees = async (by: By, { caseNumber }: Filed) => {
  const path = ratingTaskPath(caseNumber, 'look')
  return [(await by.text(deskPages.today.path)).includes(`href="${path}"`), (await by.get(path)).status]
}
/** Makes a move that asks for a reason only. */
const press = async (by: By, { caseNumber }: Filed, kind: string) => {
  const form = `${casePath(caseNumber)}/${kind}`
  const seen = /name="seen" value="(\d+)"/.exec(await by.text(form))?.[1] ?? ''
  expect((await by.post(form, { seen, reason: '记一笔' })).status, kind).toBe(303)
}
/** As the scheduler has left it, which changes nothing that anybody is shown. */
const todayAt = async (unit: string) => {
  await world.ports.store.narrowRatingTasks(1000)
  expect(await createRatingVerify(world.db)()).toEqual([])
  return (await at(unit)).text(deskPages.today.path)
}
/** The units on whose 今天 a case has a task of this kind. */
const shownAt = async ({ caseNumber }: Filed, kind: 'look' | 'call') => {
  const shown = []
  for (const unit of [village, 'qingshi-committee', 'qingshi-office', above, centre, 'shili-petition'])
    if ((await todayAt(unit)).includes(`href="${ratingTaskPath(caseNumber, kind)}"`)) shown.push(unit)
  return shown
}
const tasksOf = async ({ caseNumber }: Filed) =>
  (await world.db.prepare(`SELECT kind FROM rating_task WHERE case_id = ${idOf}`).bind(caseNumber).all())
    .results

describe('a low rating', () => {
  it('opens a look one level up, once it cannot change any more, and nowhere else', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now = Date.parse('2026-12-02T00:00:00+08:00') - 1
    expect(await shownAt(filed, 'look')).toEqual([])
    world.time.now += 1
    expect(await shownAt(filed, 'look')).toEqual([above])
    expect(await shownAt(filed, 'call')).toEqual([])
  })

  it('leads to the case, and the case back to it', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now += 8 * day
    const by = await at(above)
    const path = ratingTaskPath(filed.caseNumber, 'look')
    const [, href = ''] = /href="([^"]*)"[^>]*>\s*打开案件/.exec(await by.text(path)) ?? []
    const page = await by.text(href.replaceAll('&amp;', '&'))
    expect(page).toContain(`<a href="${path}">看一看这件案子</a>`)
    expect(await by.text(casePath(filed.caseNumber))).not.toContain(path)
  })

  it('is set aside with a reason, after looking, and the desk below learns nothing of it', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now += 8 * day
    const path = ratingTaskPath(filed.caseNumber, 'look')
    const by = await at(above)
    const shown = await by.text(path)
    expect(shown).toContain('看一看这件案子')
    expect(shown).not.toMatch(/评|不好|没有解决|大呼小叫/)

    expect((await by.post(path, { reason: '' })).status).toBe(422)
    const early = await by.post(path, { reason: '水槽的事谈得仓促' })
    expect([early.status, (await early.text()).includes('水槽的事谈得仓促')]).toEqual([409, true])
    expect(await by.text(casePath(filed.caseNumber))).not.toContain(low.text)
    const done = await by.post(path, { reason: '水槽的事谈得仓促' })
    expect([done.status, done.headers.get('location')]).toEqual([303, path])
    // The button pressed twice.
    expect((await by.post(path, { reason: '水槽的事谈得仓促' })).status).toBe(303)
    expect((await by.post(path, { reason: '别的话' })).status).toBe(409)
    expect(await shownAt(filed, 'look')).toEqual([])
    expect(await by.text(path)).toContain('水槽的事谈得仓促')

    const handler = await at(village, 'lead')
    expect((await handler.get(path)).status).toBe(404)
    expect(await handler.text(casePath(filed.caseNumber))).not.toContain('仓促')
    const rows = await world.db.prepare('SELECT reason FROM rating_task WHERE done_at IS NOT NULL').all()
    expect(JSON.stringify(rows.results)).not.toContain('仓促')
  })

  it('is set aside by one of two who do it at once; the other is told so and keeps their words', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now += 8 * day
    const path = ratingTaskPath(filed.caseNumber, 'look')
    const [first, second] = [await at(above), await at(above)]
    for (const by of [first, second]) await by.get(casePath(filed.caseNumber))
    const { store } = world.deskPorts
    const setAside = store.setRatingTaskAside
    // The first is stored when the second has been read and found right.
    vi.spyOn(store, 'setRatingTaskAside').mockImplementationOnce(async (...second) => {
      expect((await first.post(path, { reason: '谈得仓促' })).status).toBe(303)
      return setAside(...second)
    })
    const answer = await second.post(path, { reason: '该再谈一次' })
    const html = await answer.text()
    expect([answer.status, html.includes('已经有人放下了'), html.includes('该再谈一次')]).toEqual([
      409,
      true,
      true,
    ])
    const stored = await first.text(path)
    expect([stored.includes('谈得仓促'), stored.includes('该再谈一次')]).toEqual([true, false])
  })

  it('is set aside once by a button that was pressed twice at once', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now += 8 * day
    const path = ratingTaskPath(filed.caseNumber, 'look')
    const by = await at(above)
    await by.get(casePath(filed.caseNumber))
    const answers = await Promise.all([1, 2].map(() => by.post(path, { reason: '谈得仓促' })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
  })

  it('that is changed to a good one within seven days opens nothing', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now += 6 * day
    await rate(world, filed, good)
    world.time.now += 9 * day
    expect([await shownAt(filed, 'look'), await tasksOf(filed)]).toEqual([[], []])
  })

  it('that was good at first opens its look seven days after the first answer', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, good)
    world.time.now += 6 * day
    await rate(world, filed, low)
    world.time.now = Date.parse('2026-12-02T00:00:00+08:00')
    expect(await shownAt(filed, 'look')).toEqual([above])
  })

  it('reaches nobody who must keep out of the case, or who worked on it at the desk below', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now += 8 * day
    const [uncle, moved, other] = [await at(above), await at(village), await at(above)]
    for (const by of [uncle, other]) expect(await sees(by, filed)).toEqual([true, 200])
    await press(uncle, filed, 'recused')
    await press(moved, filed, 'noted')
    await world.db.prepare('UPDATE staff_user SET unit = ? WHERE id = ?').bind(above, moved.id).run()
    expect([await sees(uncle, filed), await sees(moved, filed), await sees(other, filed)]).toEqual([
      [false, 404],
      [false, 404],
      [true, 200],
    ])
  })

  it('reaches nobody of the unit above who worked on the case; if nobody is left there, the next unit', async () => {
    const [handler, assignee, lead, cohandler, other] = [
      ...[await at(above), await at(above), await at(above, 'lead'), await at(above)],
      await at(above),
    ] as const
    const filed = await file(world)
    await moveOn(world, filed, [
      ['accepted', { subject: '屋檐滴水' }],
      ['escalated', { unit: above, reason: '办不了' }],
      ['assigned', { staff: assignee.id }],
      ['lead-named', { staff: lead.id, answerBy: '2026-12-10' }],
    ])
    await press(handler, filed, 'noted')
    await moveOn(world, filed, [
      ['sent-down', { unit: village, reason: '由村里谈' }],
      ['cohandler-joined', { unit: above, reason: '一起办' }],
    ])
    await press(cohandler, filed, 'noted')
    await moveOn(world, filed, [['mediating'], ['settled']])
    await rate(drawing(world, false), filed, low)
    world.time.now += 8 * day
    const seen = async () => {
      const all = []
      for (const by of [handler, assignee, lead, cohandler, other])
        all.push((await sees(await again(by), filed))[0])
      return [...all, (await sees(await at(centre), filed))[0]]
    }
    expect(await seen()).toEqual([false, false, false, false, true, false])
    const ids = JSON.stringify([handler, assignee, lead, cohandler].map(({ id }) => id))
    await world.db
      .prepare(
        'UPDATE staff_user SET deactivated_at = 1 WHERE unit = ? AND id NOT IN (SELECT value FROM json_each(?))',
      )
      .bind(above, ids)
      .run()
    expect((await seen()).filter((one) => one)).toHaveLength(1)
    expect((await seen()).at(-1)).toBe(true)
  })

  it('goes with a case that is reopened and moved, to the next unit above that may open it', async () => {
    const [aside, up] = [await ended(world), await ended(world)]
    for (const filed of [aside, up]) {
      await rate(drawing(world, false), filed, low)
      await moveOn(world, filed, [['reopened', { reason: '再办' }]])
    }
    await moveOn(world, aside, [['transferred', { unit: 'yunxi-xiqiao-committee', reason: '由它来谈' }]])
    await moveOn(world, up, [['escalated', { unit: centre, reason: '办不了' }]])
    world.time.now += 8 * day
    expect(await shownAt(aside, 'look')).toEqual([centre])
    // A look waits while the county works on the case, and is there once it has ended.
    expect(await shownAt(up, 'look')).toEqual([])
    await moveOn(world, up, [
      ['transferred', { unit: 'shili-committee', reason: '由它来谈' }],
      ['failed', { message: '没有谈成。', ways: ['court'] }],
    ])
    expect(await shownAt(up, 'look')).toEqual([centre])
    const by = await at(centre)
    await by.get(casePath(up.caseNumber))
    expect((await by.post(ratingTaskPath(up.caseNumber, 'look'), { reason: '看过了' })).status).toBe(303)
    expect(await shownAt(up, 'look')).toEqual([])
    // Back in the town, it is where it was.
    await moveOn(world, aside, [['transferred', { unit: village, reason: '还是由它来谈' }]])
    expect(await shownAt(aside, 'look')).toEqual([above])
  })

  it('is not hidden by older looks that its reader cannot open, or must keep out of', async () => {
    const uncle = await at(above)
    for (let count = 0; count < 20; count += 1) {
      const [gone, own] = [await ended(world), await ended(world)]
      for (const filed of [gone, own]) await rate(drawing(world, false), filed, low)
      await press(uncle, own, 'recused')
      await moveOn(world, gone, [
        ['reopened', { reason: '再办' }],
        ['transferred', { unit: 'yunxi-xiqiao-committee', reason: '由它来谈' }],
      ])
    }
    world.time.now += day
    const last = await ended(world)
    await rate(drawing(world, false), last, low)
    world.time.now += 8 * day
    expect(await sees(await again(uncle), last)).toEqual([true, 200])
  })

  it('is looked for at its unit only: many below cost the county nothing', async () => {
    // Those of the other tests, whose cases are in no list any more.
    await world.db.prepare('DELETE FROM rating_task_unit').run()
    const reader = { id: 'nobody', unit: centre }
    await at(above)
    const cost = async (more: number) => {
      for (let count = 0; count < more; count += 1) await rate(drawing(world, false), await ended(world), low)
      world.time.now += 8 * day
      await world.ports.store.narrowRatingTasks(1000)
      world.counted.take()
      expect(await world.ports.store.ratingTasks(reader, world.time.now, { limit: 20 })).toEqual([])
      return world.counted.take()
    }
    const few = await cost(1)
    expect(few).toMatchObject({ roundTrips: 1, statements: 1 })
    expect((await cost(12)).rowsRead).toBe(few.rowsRead)
    // A unit that has many reads no more than those it shows.
    const shown = async (limit: number) => {
      world.counted.take()
      const tasks = await world.ports.store.ratingTasks({ id: 'nobody', unit: above }, world.time.now, {
        limit,
      })
      return [tasks.length, world.counted.take().rowsRead] as const
    }
    const [[two, rows], [, all]] = [await shown(2), await shown(12)]
    expect(two).toBe(2)
    // Equal where no rows are counted, on a box.
    expect(2 * rows).toBeLessThanOrEqual(all)
  })

  it('comes to the next unit as soon as the last of a unit leaves, and back with the first who joins', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, low)
    world.time.now += 8 * day
    await world.db.prepare("UPDATE staff_user SET role = 'admin' WHERE unit = ?").bind(above).run()
    const shownTo = async (unit: string) =>
      (await world.ports.store.ratingTasks({ id: 'nobody', unit }, world.time.now, { limit: 20 })).length
    const first = await at(above)
    await world.ports.store.narrowRatingTasks(1000)
    const rows = async () =>
      (
        await world.db
          .prepare(`SELECT unit FROM rating_task_unit WHERE case_id = ${idOf} ORDER BY place`)
          .bind(filed.caseNumber)
          .all<{ unit: string }>()
      ).results.map(({ unit }) => unit)
    expect(await rows()).toEqual([above])
    expect([await shownTo(above), await shownTo(centre)]).toEqual([1, 0])
    await world.db.prepare('UPDATE staff_user SET deactivated_at = 1 WHERE id = ?').bind(first.id).run()
    expect(await rows()).toEqual([above, centre])
    await at(centre)
    expect(await shownTo(centre)).toBe(1)
    await at(above)
    expect([await shownTo(above), await shownTo(centre)]).toEqual([1, 0])
    await world.ports.store.narrowRatingTasks(1000)
    expect(await rows()).toEqual([above])
  })

  it('opens nothing for a case of the county, in danger or not', async () => {
    const declined: Move[] = [['declined', { message: '不归这里。', body: '县法院' }]]
    const danger = { danger: true, contact: { mayCall: true } }
    for (const filing of [{ about: 'town-staff' }, { about: 'county-staff' }, danger]) {
      const filed = await ended(world, filing, declined)
      expect((await rate(drawing(world, true), filed, low)).status).toBe(201)
      expect(await tasksOf(filed)).toEqual([])
    }
  })

  it('is hidden once the case is in danger', async () => {
    const filed = await ended(world)
    await rate(drawing(world, true), filed, low)
    await moveOn(world, filed, [
      ['reopened', { reason: '又起了争执' }],
      ['danger-marked', { reason: '他挨打了' }],
    ])
    world.time.now += 8 * day
    expect([await shownAt(filed, 'look'), await shownAt(filed, 'call')]).toEqual([[], []])
  })
})

describe('a drawn rating', () => {
  it('is a call on the county’s 今天, and on no other', async () => {
    const filed = await ended(world)
    await rate(drawing(world, true), filed, good)
    world.time.now += 8 * day
    expect(await shownAt(filed, 'call')).toEqual([centre])
    expect(await shownAt(filed, 'look')).toEqual([])
    const by = await at(centre)
    await by.get(casePath(filed.caseNumber))
    const path = ratingTaskPath(filed.caseNumber, 'call')
    expect(await by.text(path)).toContain('打电话问一问')
    expect((await by.post(path, { reason: '打通了，说还行' })).status).toBe(303)
    expect(await shownAt(filed, 'call')).toEqual([])
  })

  it('is drawn once, with the first answer', async () => {
    const filed = await ended(world)
    await rate(drawing(world, false), filed, good)
    await rate(drawing(world, true), filed, low)
    expect((await tasksOf(filed)).map(({ kind }) => kind)).toEqual(['look'])
  })

  it('calls nobody who left no name, and nobody who was erased', async () => {
    const nameless = await ended(world, { anonymous: true, name: undefined, phone: undefined })
    await rate(drawing(world, true), nameless, good)
    expect(await tasksOf(nameless)).toEqual([])
    const filed = await ended(world)
    await rate(drawing(world, true), filed, good)
    await world.db
      .prepare(`DELETE FROM case_key WHERE scope = 'party:1' AND case_id = ${idOf}`)
      .bind(filed.caseNumber)
      .run()
    world.time.now += 8 * day
    expect(await shownAt(filed, 'call')).toEqual([])
  })
})
