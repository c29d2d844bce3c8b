import { beforeEach, describe, expect, it } from 'vitest'
import {
  casePath,
  deskPages,
  dossierPath,
  movePath,
  reportPath,
  wholeDossierPath,
} from '#domain/routes/desk.ts'
import { actions } from '#domain/routes/site.ts'
import { headingFaults } from '../../support/headings.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { theirName, village, willing } from '../../support/meetings.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { file, rightFiling, tuesday } from '../../support/world.ts'

/** Consultations at the desk: booked for somebody at the window, in the calendar of the unit, on the sheet of the expert. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_session').run()
})

const booked: [string, string][] = [
  ['consulter', '1'],
  ['expert', 'counsellor-one'],
  ['expertTime', '12 月 2 日 14:50'],
]
const changed = (name: string, value: string): [string, string][] =>
  booked.map((pair) => (pair[0] === name ? [name, value] : pair))

/** A case of the village, and a member of its staff who posts moves. */
const atDesk = async () => {
  const filed = await file(world)
  const staff = await staffAt(world, village)
  const post = async (kind: string, pairs: [string, string][], { caseNumber } = filed) => {
    const seen = String((await world.ports.store.openCase(caseNumber))?.record.headSeq)
    return staff.postPairs(movePath(caseNumber, kind), [['seen', seen], ...pairs])
  }
  return { filed, staff, post, number: filed.caseNumber, mine: holder(world, filed) }
}

describe('staff', () => {
  it('book for somebody, who sees it and is told; whom they consult is nowhere at the desk of the case', async () => {
    const { staff, post, number, mine } = await atDesk()
    expect(await staff.text(movePath(number, 'consultation-booked'))).toContain('周三 14:00 到 17:00')
    await world.db.prepare('DELETE FROM outbox').run()
    expect((await post('consultation-booked', booked)).status).toBe(303)
    expect((await world.db.prepare('SELECT recipient FROM outbox').all()).results).toEqual([
      { recipient: 'party:1' },
    ])
    const page = await staff.text(casePath(number))
    expect(page).toContain('<b>12 月 2 日（周三）14:50</b>')
    for (const word of ['示例心理咨询师', '心理']) expect(page).not.toContain(word)
    expect(await mine.page()).toContain('替您约了一次咨询：12 月 2 日（周三）14:50。')
    expect(await mine.page(actions.trackConsultation)).toContain('示例心理咨询师乙')
  })

  it.each<[string, [string, string][], number, string]>([
    ['nobody', changed('consulter', '2'), 422, '替谁约'],
    ['an unknown expert', changed('expert', 'nobody'), 422, '约哪位专家'],
    ['no time', changed('expertTime', ''), 422, '哪天几点'],
    ['a time within a consultation', changed('expertTime', '12 月 2 日 15:00'), 409, '那个时间不接待'],
    ['today', changed('expertTime', '11 月 24 日 17:00'), 409, '那个时间不接待'],
    ['in five weeks', changed('expertTime', '12 月 30 日 14:50'), 409, '那个时间不接待'],
  ])('cannot book %s', async (_, pairs, status, text) => {
    const { post } = await atDesk()
    const answer = await post('consultation-booked', pairs)
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(text)])
  })

  it('cannot book a time that is taken, nor twice for one person; they cancel by hand', async () => {
    const { filed, post, staff, number } = await atDesk()
    const other = await file(world)
    await post('consultation-booked', booked)
    const taken = await post('consultation-booked', booked, other)
    expect([taken.status, await taken.text()]).toEqual([409, expect.stringContaining('已经有人约了')])
    const again = await post('consultation-booked', changed('expertTime', '12 月 9 日 14:50'))
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('已经约了一次')])
    const id = (await eventsOf(world, filed)).at(-1)?.data.consultation?.id
    expect(await staff.text(movePath(number, 'consultation-cancelled'))).toContain('申请人，12 月 2 日')
    expect((await post('consultation-cancelled', [['booking', String(id)]])).status).toBe(303)
    expect((await post('consultation-booked', booked, other)).status).toBe(303)
    expect((await post('consultation-cancelled', [['booking', String(id)]])).status).toBe(409)
  })
})

describe('the unit of an expert', () => {
  it('has it in its calendar, and prints times and numbers without a word of the quarrel', async () => {
    const { number, post } = await atDesk()
    await post('consultation-booked', booked)
    const centre = await staffAt(world, 'shili-centre')
    for (const query of ['?day=2026-12-02', '?day=2026-11-30&span=week']) {
      const page = await centre.text(`${deskPages.calendar.path}${query}`)
      for (const text of ['14:50–15:40', '示例心理咨询师乙']) expect(page).toContain(text)
      expect(page).not.toContain(number)
      expect(headingFaults(page)).toEqual([])
    }
    const sheet = await centre.text(`${deskPages.experts.path}?day=2026-12-02`)
    for (const text of ['14:50–15:40', number, '示例心理咨询师乙', '一楼心理疏导室'])
      expect(sheet).toContain(text)
    for (const secret of [rightFiling.name, rightFiling.phone, '屋檐', '邻里'])
      expect(sheet).not.toContain(secret)
    expect(headingFaults(sheet)).toEqual([])
    for (const path of [
      `${deskPages.experts.path}?day=2026-12-03`,
      deskPages.experts.path,
      `${deskPages.experts.path}?day=x`,
      `${deskPages.calendar.path}?day=2026-12-02&who=me`,
      deskPages.today.path,
    ])
      expect(await centre.text(path), path).not.toContain('14:50')
  })

  it('is nobody else, and an account alone reads nothing', async () => {
    const { post } = await atDesk()
    await post('consultation-booked', booked)
    for (const [unit, role] of [
      [village, 'handler'],
      ['shili-medical', 'handler'],
      ['shili-centre', 'admin'],
    ] as const) {
      const one = await staffAt(world, unit, role)
      for (const path of [deskPages.experts.path, deskPages.calendar.path])
        expect(await one.text(`${path}?day=2026-12-02`), `${unit} ${path}`).not.toContain('14:50')
    }
  })

  it('leaves out the number of a case that the reader must not know of', async () => {
    const { filed, number, post } = await atDesk()
    await post('consultation-booked', booked)
    const centre = await staffAt(world, 'shili-centre')
    await twoSides(world).make(filed, 'accepted')
    await twoSides(world).make(filed, 'escalated', { unit: 'shili-centre', reason: '办不了' })
    await twoSides(world).make(filed, 'recusal-recorded', { concerned: centre.id, reason: '是他家亲戚' })
    const sheet = await centre.text(`${deskPages.experts.path}?day=2026-12-02`)
    expect(sheet).toContain('14:50–15:40')
    expect(sheet).not.toContain(number)
    const colleague = await staffAt(world, 'shili-centre')
    expect(await colleague.text(`${deskPages.experts.path}?day=2026-12-02`)).toContain(number)
  })
})

it('no report, document or list of the case speaks of it', async () => {
  const { filed } = await willing(world)
  const staff = await staffAt(world, village)
  const { caseNumber: number } = filed
  const paths = [reportPath(number), dossierPath(number), wholeDossierPath(number), deskPages.week.path]
  const all = async () => {
    const seen: string[] = []
    for (const path of paths) seen.push(await staff.text(path))
    return seen
  }
  const by = holder(world, filed)
  await by.post(actions.trackConsultation, { expert: 'counsellor-one', slot: '202612021450' })
  for (const text of await all()) {
    expect(text).toContain(text.includes(theirName) ? theirName : '')
    for (const word of ['14:50', '心理', '约专家', '替人约']) expect(text).not.toContain(word)
  }
})
