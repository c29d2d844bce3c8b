import { beforeEach, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { unit } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { county } from '#generated/county.ts'
import { createRatingVerify } from '#store/ratings/verifying.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { closeRatings } from '../../../functions/figures/close-ratings.ts'
import { useOwnCode } from '../../../functions/tracking/answer-case.ts'
import { despite } from '../../support/figures.ts'
import {
  drawing,
  ended,
  type Filed,
  good,
  low,
  type Move,
  moveOn,
  rate,
  ratingRows,
} from '../../support/rating.ts'
import { openRegister } from '../../support/register.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { rightFiling } from '../../support/world.ts'

/** The quarterly sums of ratings on the desk: ten or more, of a quarter that is final, called what they are. */

const village = 'qingshi-liuwan-committee'
let world: DeskWorld

// The database is shared by the tests of this file and no rating can be removed: each has a year of its own.
let year = 2029
beforeEach(async () => {
  year += 1
  world = makeDeskWorld(`${year}-07-20T10:00:00+08:00`)
  // The database of the tests is as old as the real day.
  await world.db.prepare('UPDATE rating_start SET at = 0').run()
})

const final = () => {
  world.time.now = Date.parse(`${year}-11-07T00:00:00+08:00`)
}
/** What the scheduler does once the quarter is final. */
const close = async () => {
  final()
  while (await closeRatings(world.ports));
}
const page = async (unit: string, query = '', role: Who['role'] = 'handler') => {
  const visit = visitDesk(world, (await signInAs(world, { unit, role })).cookie)
  const answer = await visit.get(`${deskPages.ratings.path}${query}`)
  return { status: answer.status, html: (await answer.text()).split('<main')[1] ?? '' }
}
/** The cells of each row of one table. */
const rows = (html: string, title: string) =>
  (html.split(`>${title}</h2>`)[1]?.split('</section>')[0] ?? '')
    .split('<tr>')
    .slice(2)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>([^<]*)/g)].map(([, text]) => text))
const own = '自己提交的'

const endedMany = async (count: number, filing: Record<string, unknown> = {}) => {
  const all: Filed[] = []
  for (let index = 0; index < count; index += 1) all.push(await ended(world, filing))
  return all
}
const rateAll = async (cases: Filed[], answer: Record<string, unknown>) => {
  for (const one of cases) expect((await rate(drawing(world, false), one, answer)).status).toBe(201)
}

it('nine answers are no sum, for any reader', async () => {
  const cases = await endedMany(12)
  await rateAll(cases.slice(0, 9), good)
  await close()
  const hidden = [village, '有结果的时候', '12', '不到 10 份，不显示']
  const few = rows((await page(village)).html, own)
  expect(few[0]?.slice(1)).toEqual(hidden.slice(1))
  for (const unit of [village, 'qingshi-centre', 'shili-centre'])
    expect((await page(unit)).html).not.toContain('<td data-l="解决了">')
  const { results } = await world.db
    .prepare('SELECT figures FROM rating_quarter WHERE quarter = ? AND unit = ?')
    .bind(`${year}-3`, village)
    .all<{ figures: string }>()
  expect(results[0]?.figures).toContain('"asked":12,"sum":null')
})

it('ten answers are a sum of those asked', async () => {
  const cases = await endedMany(12)
  await rateAll(cases.slice(0, 9), good)
  await rateAll(cases.slice(9, 10), low)
  await close()
  for (const unit of [village, 'qingshi-centre', 'shili-centre']) {
    const [first] = rows((await page(unit)).html, own)
    expect(first).toEqual(['柳湾村人民调解委员会', '有结果的时候', '12', '10', '9', '0', '1', '4.6'])
  }
  // A unit beside it sees only its own.
  expect(rows((await page('qingshi-songping-committee')).html, own)).toEqual([])
})

it('a page reads a row a unit, however many cases have ended, and says so until they are counted', async () => {
  await endedMany(3)
  final()
  expect((await page('shili-centre')).html).toContain('还没有数出来')
  const cost = async () => {
    const { units } = sheetReach('shili-centre')
    world.counted.take()
    await world.ports.store.ratingFigures({ units, quarter: `${year}-3` })
    return world.counted.take()
  }
  await close()
  expect(await cost()).toMatchObject({ roundTrips: 1, statements: 1, rowsWritten: 0 })
  // Two more say that the quarter is counted.
  expect((await cost()).rowsRead).toBeLessThanOrEqual(3 * county.units.length + 2)
  expect((await page('shili-centre')).html).not.toContain('还没有数出来')
})

it('of a unit younger than the count of a quarter there is nothing, which is not the same as not counted', async () => {
  const figures = () => world.ports.store.ratingFigures({ units: ['younger'], quarter: `${year}-3` })
  expect(await figures()).toBe(null)
  await close()
  expect(await figures()).toEqual([])
})

it('a sum appears when it is final, not while it grows, and never changes afterwards', async () => {
  const cases = await endedMany(10)
  await rateAll(cases, good)
  const shown = async () => (await page(village)).html.includes(`${year} 年第 3 季度请人评`)
  world.time.now = Date.parse(`${year}-11-06T23:59:59+08:00`)
  while (await closeRatings(world.ports));
  expect(await shown()).toBe(false)
  await close()
  expect(await shown()).toBe(true)
  const before = rows((await page(village)).html, own)
  for (const one of cases) expect((await rate(world, one, low)).status).toBe(409)
  world.time.now += 20 * day
  expect(rows((await page(village)).html, own)).toEqual(before)
  // The second answers are another sum, of the quarter in which they were asked.
  expect(before).toEqual([
    expect.arrayContaining(['有结果的时候', '10']),
    expect.arrayContaining(['三十天以后', '不到 10 份，不显示']),
  ])
})

it('who was not asked a second time because the case was reopened is not counted as asked', async () => {
  const [one] = await endedMany(2)
  world.time.now += 5 * day
  await moveOn(world, one as Filed, [['reopened', { reason: '又起了争执' }]])
  await close()
  const asked = rows((await page(village)).html, own).map(([, period, count]) => [period, count])
  expect(asked).toEqual([
    ['有结果的时候', '2'],
    ['三十天以后', '1'],
  ])
})

const settling: Move[] = [['accepted', { subject: '滴水' }], ['mediating'], ['settled']]
/** The case and the code on the slip that staff print. */
const onSlip = async (visit: ReturnType<typeof visitDesk>) => {
  const slip = await (await visit.get(deskPages.registered.path)).text()
  const caseNumber = /\d{4}-\d{6}/.exec(slip)?.[0] ?? ''
  return {
    caseNumber,
    trackingCode: [...slip.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join(''),
  }
}
/** Somebody who has no hand in the case replaces a code that was lost: staff have seen the new one. */
const reissue = async ({ caseNumber }: Filed) => {
  const visit = visitDesk(world, (await signInAs(world, { unit: village, role: 'handler' })).cookie)
  const { name, phone } = rightFiling
  const fields = { caseNumber, name, phone, paper: 'id-card', self: 'true' }
  expect((await visit.post(deskPages.lostCode.path, fields)).status).toBe(303)
  return onSlip(visit)
}

/** A case that staff registered and that has ended; its holder has the code that staff saw. */
const endedRegistered = async (): Promise<Pick<Filed, 'caseNumber' | 'trackingCode'>> => {
  const visit = visitDesk(world, (await signInAs(world, { unit: village, role: 'handler' })).cookie)
  const fields = {
    ...{ channel: 'visit', track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan' },
    ...{ narrative: '屋檐水', request: '装水槽', name: '吴秀兰', phone: '13800000000' },
    ...{ about: 'none', danger: 'false', consent: 'true' },
  }
  await visit.post(await openRegister(visit), fields)
  const registered = await onSlip(visit)
  await moveOn(world, registered, settling)
  return registered
}
/** The holder takes a code that no staff have seen. */
const ownCode = async ({ caseNumber, trackingCode }: Pick<Filed, 'caseNumber' | 'trackingCode'>) => {
  const { store, random } = world.ports
  const { found } = await store.follow(await store.codeHash(trackingCode), world.time.now)
  const fresh = makeTrackingCode(random)
  expect(found && (await useOwnCode(world.ports, found, fresh))).toBeTruthy()
  return { caseNumber, trackingCode: fresh }
}

it('cases that staff registered are counted apart', async () => {
  const seen = await endedRegistered()
  // Until the holder has a code of their own, nobody rates.
  expect((await rate(world, seen, good)).status).toBe(409)
  const registered = await ownCode(seen)
  const [other] = await endedMany(1)
  for (const one of [registered, other as Filed]) await rate(drawing(world, false), one, good)
  expect((await ratingRows(world, registered)).map((row) => row['registered'])).toEqual([1])
  expect((await ratingRows(world, other as Filed)).map((row) => row['registered'])).toEqual([0])
  await close()
  const { html } = await page(village)
  expect(rows(html, own).map(([, , asked]) => asked)).toEqual(['1', '1'])
  expect(rows(html, '工作人员代录或补过查询码的').map(([, , asked]) => asked)).toEqual(['1', '1'])
})

it('the page calls its figures the answers of those asked, and is not for admins', async () => {
  await close()
  const { html } = await page(village)
  for (const text of ['答了的人的回答，不是所有当事人的满意度', '请评', '答了']) expect(html).toContain(text)
  expect((await page('qingshi-centre', '', 'admin')).status).toBe(404)
  expect((await page(village, '?quarter=2099-1')).html).toContain(`${year} 年第 3 季度请人评`)
})

it('the row of a unit is the same for every reader, and says nothing of cases about county staff', async () => {
  const petition: Move[] = [
    ['accepted', { subject: '反映问题' }],
    ['handling'],
    ['answered', { message: '答复' }],
  ]
  const toPetition: Move = ['transferred', { unit: 'shili-petition', reason: '由它来办' }]
  const suggestion = { track: 'suggestion', category: 'other' }
  const about = async (who: string, moves: Move[]) => ended(world, { ...suggestion, about: who }, moves)
  for (let count = 0; count < 10; count += 1) {
    await rateAll([await about('town-staff', [toPetition, ...petition])], good)
    if (count < 2) await rateAll([await about('county-staff', petition)], low)
  }
  await rateAll(await endedMany(10), good)
  await close()
  const seen: Record<string, string[]> = {}
  for (const { id } of county.units)
    for (const [name = '', ...cells] of rows((await page(id)).html, own)) {
      const key = `${name} ${cells[0]}`
      seen[key] = [...(seen[key] ?? []), cells.join(' ')]
    }
  const first = `${unit('shili-petition').name} 有结果的时候`
  expect(seen[first]).toHaveLength(2)
  for (const [key, readers] of Object.entries(seen)) expect([key, new Set(readers).size]).toEqual([key, 1])
  expect(seen[first]?.[0]).toBe('有结果的时候 10 10 10 0 0 5.0')
})

it('who could not answer was not asked: a code that staff saw, an erased holder, a time before ratings', async () => {
  const askedIn = async (title: string) =>
    rows((await page(village)).html, title).map(([, period, count]) => `${period} ${count}`)
  const registered = '工作人员代录或补过查询码的'
  const [never, late, soon] = [await endedRegistered(), await endedRegistered(), await endedRegistered()]
  const [erased, stays] = await endedMany(2)
  const erasures = { add: async () => undefined, all: async () => [] }
  const erase = async (one: Filed | undefined) =>
    expect((await erasePerson({ ...world.ports, erasures }, one?.caseNumber ?? '', 1)).ok).toBe(true)
  world.time.now += 5 * day
  await erase(erased)
  // Taken in the second period: only that one was open to its holder.
  world.time.now += 30 * day
  await ownCode(soon)
  await close()
  expect(await askedIn(registered)).toEqual(['三十天以后 1'])
  expect(await askedIn(own)).toEqual(['有结果的时候 2', '三十天以后 1'])
  // Nothing that happens afterwards moves a sum.
  await ownCode(late)
  await erase(stays)
  await moveOn(world, never, [['reopened', { reason: '又起了争执' }]])
  expect(await askedIn(registered)).toEqual(['三十天以后 1'])
  expect(await askedIn(own)).toEqual(['有结果的时候 2', '三十天以后 1'])
  expect(await createRatingVerify(world.db)()).toEqual([])
})

it('nobody was asked before there were ratings', async () => {
  await endedMany(2)
  // They began when the first period was over and the second was not.
  const began = Date.parse(`${year}-09-01T10:00:00+08:00`)
  await world.db.prepare('UPDATE rating_start SET at = ?').bind(began).run()
  await close()
  const asked = rows((await page(village)).html, own).map(([, period, count]) => `${period} ${count}`)
  expect(asked).toEqual(['三十天以后 2'])
})

it('verification names the sum that differs from the histories', async () => {
  const cases = await endedMany(10)
  await rateAll(cases, good)
  await close()
  // Another test of this file moved the beginning of ratings after its quarter was counted.
  const faults = async () =>
    (await createRatingVerify(world.db)()).filter(({ what }) => what.includes(` ${year}-3 `))
  expect(await faults()).toEqual([])
  // Somebody with the rights of the database adds an answer that nobody was asked for.
  const sql =
    "INSERT INTO case_rating SELECT case_id, ended_seq, 'later', unit, registered, asked_at, 'solved', 5, NULL, answered_at, changed_at FROM case_rating WHERE period = 'end' AND answered_at > ?"
  await world.db
    .prepare(sql)
    .bind(Date.parse(`${year}-01-01T00:00:00+08:00`))
    .run()
  expect(await faults()).toEqual([
    { caseId: '', what: `rating_quarter ${year}-3 ${village}` },
    { caseId: '', what: `rating_group ${year}-3 qingshi` },
  ])
})

it('verification names the sum whose row is gone', async () => {
  await endedMany(1)
  await close()
  const faults = async () =>
    (await createRatingVerify(world.db)()).filter(({ what }) => what.includes(` ${year}-3 `))
  expect(await faults()).toEqual([])
  const { db } = world
  await despite(
    world,
    'rating_quarter_no_delete',
    // The second has nothing to count: a unit that is new has no row either.
    db
      .prepare('DELETE FROM rating_quarter WHERE quarter = ? AND unit IN (?, ?)')
      .bind(`${year}-3`, village, 'qingshi-songping-committee'),
  )
  expect(await faults()).toEqual([{ caseId: '', what: `rating_quarter ${year}-3 ${village}` }])
})

it('who lost their code was asked while they had one that no staff have seen', async () => {
  const [never, late, soon] = [
    await ended(world, {}, []),
    await ended(world, {}, []),
    await ended(world, {}, []),
  ]
  await reissue(never)
  const lateCode = await reissue(late)
  await ownCode(await reissue(soon))
  for (const one of [never, late, soon]) await moveOn(world, one, settling)
  const after = await ended(world)
  world.time.now += 5 * day
  // Its holder could answer for five days.
  await reissue(after)
  world.time.now += 30 * day
  await ownCode(lateCode)
  await close()
  const { html } = await page(village)
  // Apart from the others: whoever gave the code may have been the first to use it.
  const asked = rows(html, '工作人员代录或补过查询码的').map(([, period, count]) => `${period} ${count}`)
  expect(asked).toEqual(['有结果的时候 2', '三十天以后 2'])
  expect(rows(html, own)).toEqual([])
})
