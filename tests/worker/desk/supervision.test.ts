import { beforeEach, describe, expect, it } from 'vitest'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm, tuesday } from '../../support/world.ts'

/** 督办: a question of a unit above, its answer in the case, and who reads of it. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const day = 86_400_000
const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const centre = 'shili-centre'
const question = '为什么半个月没有去看？'
const reply = '明天上午八点去。'

const at = async (unit: string, role: 'handler' | 'lead' = 'lead', name = '测试员') => {
  const who = await signInAs(world, { unit, role, name })
  const visit = visitDesk(world, who.cookie)
  const text = async (path: string) => (await visit.get(path)).text()
  const post = async (number: string, kind: string, fields: Record<string, string> = {}) => {
    const path = `/desk/cases/${number}/${kind}`
    // The form of a move that is closed has no number of what was seen; that of a note has.
    const seenIn = async (form: string) => /name="seen" value="(\d+)"/.exec(await text(form))?.[1]
    const seen = (await seenIn(path)) ?? (await seenIn(`/desk/cases/${number}/noted`)) ?? '2'
    return visit.post(path, { seen, ...fields })
  }
  const move = async (...of: Parameters<typeof post>) => expect((await post(...of)).status, of[1]).toBe(303)
  return { ...visit, id: who.id, text, post, move }
}

const begun = async (changes: Record<string, unknown> = {}) => {
  const filed = await file(world, changes)
  const desk = await at(village, 'handler')
  await desk.move(filed.caseNumber, 'accepted', { subject: '屋檐滴水' })
  return { ...filed, desk, path: `/desk/cases/${filed.caseNumber}` }
}

/** The groups of 今天 that have a case, by their heads. */
const groupsWith = (html: string, number: string): string[] =>
  html
    .split('class="case-group"')
    .slice(1)
    .filter((group) => group.includes(number))
    .map((group) => /section-head">\s*([^<]+)/.exec(group)?.[1]?.trim() ?? '')

describe('a question of a unit above', () => {
  it('stands at the desk with its day, is answered in the case, and the answer comes to who asked', async () => {
    const { caseNumber, desk, path } = await begun()
    const county = await at(centre)
    expect(await county.text(path)).toContain('督办')
    await county.move(caseNumber, 'supervised', { question, answerBy: world.day(5) })
    expect(groupsWith(await desk.text('/desk/'), caseNumber)).toEqual(['上级督办，等您回话'])
    expect(await desk.text('/desk/cases/?list=desk&mark=supervised')).toContain(caseNumber)
    const page = await desk.text(path)
    for (const said of [question, '示例县矛盾纠纷调处中心', '督办，要回话', '回上级的督办'])
      expect(page).toContain(said)
    expect(await desk.text(`${path}/supervision-answered`)).toContain(question)
    // Nobody answers for the desk.
    expect((await county.post(caseNumber, 'supervision-answered', { reply })).status).toBe(409)
    await desk.move(caseNumber, 'supervision-answered', { reply })
    expect(groupsWith(await desk.text('/desk/'), caseNumber)).toEqual([])
    expect(groupsWith(await county.text('/desk/'), caseNumber)).toEqual(['您督办的，办的单位回话了'])
    expect(await county.text(path)).toContain(reply)
    // The history and the report name the unit that acted, which is not the desk.
    for (const paper of [path, `${path}/report`]) {
      const html = (await desk.text(paper)).replaceAll(/<[^>]+>/g, '')
      expect(html, paper).toMatch(/示例县矛盾纠纷调处中心(?:：| · 测试员\s*)[^。]*督办/)
    }
    await county.move(caseNumber, 'noted', { reason: '看过了。' })
    expect(groupsWith(await county.text('/desk/'), caseNumber)).toEqual([])
    expect((await desk.post(caseNumber, 'supervision-answered', { reply })).status).toBe(409)
  })

  it('that is sent again after Back is the first, until it is answered or says something else', async () => {
    const { caseNumber, desk } = await begun()
    const [county, colleague] = [await at(centre), await at(centre)]
    const fields = { question, answerBy: world.day(5) }
    const asked = async () =>
      (
        await world.db
          .prepare(
            "SELECT seq FROM case_event WHERE kind = 'supervised' AND case_id = (SELECT id FROM cases WHERE number = ?)",
          )
          .bind(caseNumber)
          .all<{ seq: number }>()
      ).results.map(({ seq }) => seq)
    await county.move(caseNumber, 'supervised', fields)
    const [first] = await asked()
    // The page is loaded anew, so it has seen the first; a colleague of the unit has the same words in hand.
    for (const by of [county, colleague]) {
      const again = await by.post(caseNumber, 'supervised', fields)
      expect([again.status, again.headers.get('location')]).toEqual([
        303,
        `/desk/cases/${caseNumber}?done=${first}`,
      ])
    }
    expect(await asked()).toEqual([first])
    await county.move(caseNumber, 'supervised', { ...fields, answerBy: world.day(6) })
    await (await at(town)).move(caseNumber, 'supervised', fields)
    expect(await asked()).toHaveLength(3)
    for (const asking of await asked())
      await desk.move(caseNumber, 'supervision-answered', { asking: String(asking), reply })
    await county.move(caseNumber, 'supervised', fields)
    expect(await asked()).toHaveLength(4)
  })

  it('of several is answered one by one, each to who asked', async () => {
    const { caseNumber, desk, path } = await begun()
    const [county, upper] = [await at(centre), await at(town)]
    await county.move(caseNumber, 'supervised', { question, answerBy: world.day(5) })
    await upper.move(caseNumber, 'supervised', { question: '人叫齐了没有？', answerBy: world.day(2) })
    const form = await desk.text(`${path}/supervision-answered`)
    const asking = [...form.matchAll(/name="asking"[^>]*value="(\d+)"|<option value="(\d+)"/g)].map(
      ([, one, other]) => one ?? other ?? '',
    )
    expect(asking).toHaveLength(2)
    expect((await desk.post(caseNumber, 'supervision-answered', { reply })).status).toBe(422)
    await desk.move(caseNumber, 'supervision-answered', { asking: asking[1] ?? '', reply })
    expect(groupsWith(await upper.text('/desk/'), caseNumber)).toEqual(['您督办的，办的单位回话了'])
    expect(groupsWith(await county.text('/desk/'), caseNumber)).toEqual([])
    expect(await desk.text('/desk/cases/?mark=supervised')).toContain(caseNumber)
  })

  it('that is late makes the case late, for the head too', async () => {
    const { caseNumber } = await begun()
    await (await at(centre)).move(caseNumber, 'supervised', { question, answerBy: world.day(1) })
    world.time.now += 3 * day
    const head = await (await at(centre)).text('/desk/')
    expect(head).toMatch(/下级 <b>1<\/b> 件过期/)
    expect(head).toMatch(/下级 <b>1<\/b> 件督办过/)
    const late = await at(village)
    // It stands once, as what somebody above waits for, before all that is due.
    expect(groupsWith(await late.text('/desk/'), caseNumber)).toEqual(['上级督办，等您回话'])
    expect(await late.text('/desk/cases/?within=over')).toContain(caseNumber)
    // The ledger has one rule with the lists, on the screen and on paper.
    expect(await late.text('/desk/ledger?overdue=yes')).toContain('2026-11-25（过期）')
    expect(await late.text('/desk/ledger.csv?overdue=yes')).toContain('2026-11-25（过期）')
  })

  it('is asked by whoever decides in a unit that sees the case from above', async () => {
    const { caseNumber } = await begun()
    const fields = { question, answerBy: world.day(5) }
    const status = async (unit: string, role: 'handler' | 'lead') =>
      (await (await at(unit, role)).post(caseNumber, 'supervised', fields)).status
    expect(await status(village, 'lead')).toBe(409)
    expect(await status(town, 'handler')).toBe(409)
    expect(await status('yunxi-committee', 'lead')).toBe(404)
    expect(await status('shili-medical', 'lead')).toBe(404)
    expect(await status(town, 'lead')).toBe(303)
  })

  it.each([
    ['is bounded', { question: '字'.repeat(5000) }],
    ['is written', { question: '' }],
    ['has a day to come', { answerBy: '2026-11-01' }],
  ])('%s', async (_, wrong) => {
    const { caseNumber } = await begun()
    const answer = await (await at(town)).post(caseNumber, 'supervised', {
      ...{ question, answerBy: world.day(5) },
      ...wrong,
    })
    expect(answer.status).toBe(422)
  })

  it('goes with danger out of the sight of every desk that had it, and ends', async () => {
    const { caseNumber, desk, path } = await begun()
    const upper = await at(town)
    await upper.move(caseNumber, 'supervised', { question, answerBy: world.day(5) })
    await desk.move(caseNumber, 'danger-marked', { reason: '她说不敢回家。' })
    for (const who of [desk, upper]) {
      expect((await who.get(path)).status).not.toBe(200)
      expect(await who.text('/desk/')).not.toContain(question)
      expect(await who.text('/desk/')).not.toContain(caseNumber)
    }
    const county = await at(centre)
    expect((await county.post(caseNumber, 'supervision-answered', { reply })).status).toBe(409)
    expect(await county.text('/desk/cases/?mark=supervised')).not.toContain(caseNumber)
  })

  it('is not read by a unit from which the case is hidden, nor by who must keep out', async () => {
    const { caseNumber } = await file(world, { about: 'village-cadre' })
    await (await at(centre)).move(caseNumber, 'supervised', { question, answerBy: world.day(5) })
    for (const unit of [village, 'qingshi-songping-committee'])
      for (const path of ['/desk/', '/desk/cases/', `/desk/cases/${caseNumber}`, '/desk/below'])
        expect(await (await at(unit)).text(path)).not.toContain(caseNumber)
    const aside = await at(town)
    await aside.move(caseNumber, 'recused', { reason: '是我亲戚。' })
    for (const path of ['/desk/', '/desk/cases/?mark=supervised', '/desk/below'])
      expect(await aside.text(path)).not.toContain(caseNumber)
  })

  it('changes nothing that its holder reads', async () => {
    const { caseNumber, trackingCode, desk } = await begun()
    const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
    const read = async () =>
      Promise.all(
        ['/track/case', '/track/copy', '/track/case/filed'].map(async (path) =>
          (await (await world.request(path, { headers: { cookie } })).text())
            .replaceAll(/value="[^"]{16,}"/g, '')
            .replaceAll(/[0-9a-f]{64}/g, ''),
        ),
      )
    const before = await read()
    await (await at(centre)).move(caseNumber, 'supervised', { question, answerBy: world.day(5) })
    await desk.move(caseNumber, 'supervision-answered', { reply })
    const after = await read()
    expect(after[0]).toBe(before[0])
    for (const page of after) {
      expect(page).not.toContain(question)
      expect(page).not.toContain(reply)
      expect(page).not.toContain('督办')
    }
  })
})
