import { beforeEach, describe, expect, it } from 'vitest'
import { createVerify } from '#store/verify.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm, postJson } from '../../support/world.ts'

/**
 * The first contact with a person in danger runs in hours, on all days, from the next hours of the duty rota (rules.md
 * R49). The sample county: four hours; on weekdays 8:00 to 20:00, at weekends 9:00 to 17:00.
 */

const hour = 3_600_000
const danger = { danger: true, contact: { mayCall: true } }

let world: DeskWorld
const start = async (at: string) => {
  world = makeDeskWorld(`${at}:00+08:00`)
  await world.db.prepare('DELETE FROM case_listing').run()
}
beforeEach(() => start('2026-11-27T18:30'))

const at = async (unit: string, role: 'handler' | 'lead' = 'handler') => {
  const visit = visitDesk(world, (await signInAs(world, { unit, role })).cookie)
  const text = async (path: string) => (await visit.get(path)).text()
  const move = async (number: string, kind: string, fields: Record<string, string>) => {
    const path = `/desk/cases/${number}/${kind}`
    const seen = /name="seen" value="(\d+)"/.exec(await text(path))?.[1] ?? ''
    expect((await visit.post(path, { seen, ...fields })).status).toBe(303)
  }
  return { text, move }
}
const centre = () => at('shili-centre')
const groups = (html: string): string[] => html.split('class="case-group"').slice(1)

describe('the first contact', () => {
  it('is counted down in hours with its time, on the case page, in the bar and in the lists', async () => {
    const { caseNumber } = await file(world, danger)
    const page = await (await centre()).text(`/desk/cases/${caseNumber}`)
    const clocks = page.slice(page.indexOf('id="clocks"'))
    expect(clocks).toMatch(/第一次联系.*?<span class="soon">还剩 4 小时.*?今天 22:30 前/s)
    expect(clocks).toContain('11 月 27 日（周五）18:30 起，4 小时，周末、节假日也算')
    expect(page).toMatch(/有危险的案件：第一次联系 <span class="soon">还剩 4 小时/)
    expect(page).toContain('现在值班：')
    expect(page).toMatch(/class="due" href="#clocks"><span class="soon">还剩 4 小时<\/span>/)
    world.time.now += 3 * hour + hour / 2
    for (const path of ['/desk/', '/desk/cases/'])
      expect(await (await centre()).text(path), path).toContain('还剩 30 分钟 · 今天 22:30 前')
  })

  it('stands first on 今天, before what is overdue for days, until it is made', async () => {
    const late = await file(world, { about: 'town-staff' })
    world.time.now += 7 * 24 * hour
    const { caseNumber } = await file(world, danger)
    const [first, second] = groups(await (await centre()).text('/desk/'))
    expect([first?.includes('马上联系'), first?.includes(caseNumber)]).toEqual([true, true])
    expect([second?.includes('到期和过期'), second?.includes(late.caseNumber)]).toEqual([true, true])
    expect(await (await centre()).text('/desk/cases/?waits=contact')).toContain(caseNumber)
    await (await centre()).move(caseNumber, 'contacted', { reason: '打通了，人安全。' })
    const later = await (await centre()).text('/desk/')
    expect(later).not.toContain('马上联系')
    expect(groups(later).some((group) => group.includes('待受理') && group.includes(caseNumber))).toBe(true)
    const page = await (await centre()).text(`/desk/cases/${caseNumber}`)
    expect(page).toContain('有危险的案件：只用本人允许的办法联系')
  })

  it('that is late is red in word and mark, with and without a run of the scheduler', async () => {
    const { caseNumber } = await file(world, danger)
    world.time.now += 6 * hour + 1
    const wanted = /<span class="late"><svg.*?<\/svg>过了 2 小时.*?昨天 22:30 前/s
    expect(await (await centre()).text('/desk/')).toMatch(wanted)
    expect(await (await centre()).text(`/desk/cases/${caseNumber}`)).toMatch(wanted)
    await refreshCases({ ...world.ports, erasures: null })
    expect(await (await centre()).text('/desk/cases/?colour=3')).toContain(caseNumber)
  })

  it('begins with the next hours of the rota where nobody is on duty', async () => {
    await start('2026-11-27T21:00')
    const { caseNumber } = await file(world, danger)
    const page = await (await centre()).text(`/desk/cases/${caseNumber}`)
    expect(page).toContain('现在没人值班')
    expect(page).toMatch(/还剩 16 小时.*?明天 13:00 前/s)
    expect(page).toContain('11 月 28 日（周六）09:00 起，4 小时')
    world.time.now += 12 * hour
    expect(await (await centre()).text(`/desk/cases/${caseNumber}`)).toContain('还剩 4 小时')
  })

  it('is owed as well when staff mark the danger, and no longer once the mark is lifted', async () => {
    await start('2026-11-28T18:00')
    const { caseNumber } = await file(world)
    const village = await at('qingshi-liuwan-committee')
    await village.move(caseNumber, 'danger-marked', { reason: '他动了手' })
    const desk = await centre()
    expect(await desk.text(`/desk/cases/${caseNumber}`)).toContain('11 月 29 日（周日）09:00 起，4 小时')
    await desk.move(caseNumber, 'danger-lifted', { reason: '已经离开，人安全。' })
    world.time.now += 48 * hour
    expect(await (await centre()).text('/desk/')).not.toContain('马上联系')
    expect(await (await centre()).text(`/desk/cases/${caseNumber}`)).toMatch(/第一次联系.*?不用办了/s)
  })

  it('agrees with the verification, before and after its end', async () => {
    const { caseNumber } = await file(world, danger)
    const found = await world.db.prepare('SELECT id FROM cases WHERE number = ?').bind(caseNumber).first()
    const verify = createVerify(world.db, world.ports.keys, world.ports.clock)
    for (const later of [0, hour, 4 * hour, 48 * hour]) {
      world.time.now += later
      await refreshCases({ ...world.ports, erasures: null })
      const { mismatches } = await verify('', 500)
      expect(mismatches.filter(({ caseId }) => caseId === found?.id)).toEqual([])
    }
  })
})

describe.each(['2026-11-27T10:00', '2026-11-27T23:00'])('at %s a case of danger', (when) => {
  /** Another case of the county's centre, and what its holder is shown, without what is drawn at random. */
  const others = [{ about: 'unknown' }, { about: 'town-staff' }, { about: 'unknown', ...danger }]
  const shown = async (changes: Record<string, unknown>, later: number) => {
    await start(when)
    const { caseNumber, trackingCode, ...filed } = await file(world, changes)
    world.time.now += later
    const json = (await (await postJson(world, '/api/v1/cases/track', { trackingCode })).json()) as {
      lastHash: string
    }
    const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
    const page = await (await world.request('/track/case', { headers: { cookie } })).text()
    const same = (text: string) =>
      text
        .replaceAll(caseNumber, 'NUMBER')
        .replaceAll(json.lastHash, 'HASH')
        .replace(/[0-9a-f]{8,}/g, 'HASH')
    return [filed, json, page].map((part) => same(typeof part === 'string' ? part : JSON.stringify(part)))
  }

  it.each([0, 5 * hour, 30 * hour])('reads like any other of the county, %i ms later', async (later) => {
    const [filed, json, page] = await shown({ ...danger, about: 'none' }, later)
    for (const other of others) expect(await shown(other, later)).toEqual([filed, json, page])
    expect(page).not.toMatch(/小时前|马上联系|值班|第一次联系/)
  })
})
