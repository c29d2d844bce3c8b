import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm } from '../../support/world.ts'

/** Merging two cases: only those of one person, only after both were read side by side. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld()
})

const village = 'qingshi-liuwan-committee'
const at = async (unit: string) => {
  const who = await signInAs(world, { unit, role: 'handler' })
  return { ...visitDesk(world, who.cookie), id: who.id }
}
const byConsole = (number: string, kind: MoveKind, input: MoveInput = {}) =>
  moveCase(world.ports, { number, kind, by: 'console', input })
const kindsIn = async (number: string) =>
  (await world.ports.store.openCase(number))?.events.map(({ kind }) => kind) ?? []

const one = { name: '王秀英', phone: '13800000001' }
const words = { narrative: '屋檐水滴进我家', request: '装水槽' }

describe('a case', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['the same phone', { name: '王大姐', phone: one.phone }, true],
    ['the same name', { name: one.name, phone: '13800000002' }, true],
    ['neither', { name: '陈建国', phone: '13800000002' }, false],
    ['no name, no phone', { anonymous: true, name: undefined, phone: undefined }, false],
    // The other party of one is not the complainant of the other.
    ['the other party’s name', { name: '陈建国', phone: '13800000003', otherParty: one.name }, false],
  ])('of a complainant with %s is merged: %3$s', async (_, other, merges) => {
    const [first, second] = [await file(world, { ...one, ...words }), await file(world, { ...other })]
    const done = await byConsole(second.caseNumber, 'merged', { other: first.caseNumber, message: '一起办' })
    expect(done).toMatchObject(merges ? { ok: true } : { ok: false, error: 'otherPerson' })
    expect(await kindsIn(first.caseNumber)).toEqual(
      expect.arrayContaining(merges ? ['linked'] : ['filed', 'party']),
    )
  })

  it('of another person is refused with a way that is open', async () => {
    const [first, second] = [
      await file(world, one),
      await file(world, { name: '陈建国', phone: '13800000002' }),
    ]
    const by = await at(village)
    const answer = await by.post(`/desk/cases/${second.caseNumber}/merged`, {
      ...{ seen: '2', other: first.caseNumber, message: '一起办' },
    })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const text of ['不是同一个人提的', '并看', '一起办']) expect(html).toContain(text)
  })
})

describe('a merge at the desk', () => {
  const pair = async () => {
    const first = await file(world, { ...one, ...words, narrative: '头一回说的话' })
    const second = await file(world, { ...one, narrative: '第二回说的话' })
    const by = await at(village)
    const path = `/desk/cases/${second.caseNumber}/merged`
    const fields = { seen: '2', other: first.caseNumber, message: '并到头一件里一起办。' }
    return { first, second, by, path, fields }
  }

  it('shows both cases side by side before anything is stored, and logs both reads', async () => {
    const { first, second, by, path, fields } = await pair()
    const answer = await by.post(path, fields)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    for (const text of [first.caseNumber, second.caseNumber, '头一回说的话', '第二回说的话', fields.message])
      expect(html).toContain(text)
    expect(await kindsIn(second.caseNumber)).not.toContain('merged')
    const { results } = await world.db
      .prepare('SELECT number FROM read_log JOIN cases ON cases.id = case_id WHERE staff = ? ORDER BY number')
      .bind(by.id)
      .all<{ number: string }>()
    expect(results.map(({ number }) => number)).toEqual([first.caseNumber, second.caseNumber].sort())
  })

  it('is made when the same other case is confirmed, and not for another', async () => {
    const { first, second, by, path, fields } = await pair()
    const wrong = await by.post(path, { ...fields, confirmed: second.caseNumber })
    expect(wrong.status).toBe(200)
    const made = await by.post(path, { ...fields, confirmed: first.caseNumber })
    expect(made.status).toBe(303)
    expect(await (await by.get(made.headers.get('location') ?? '')).text()).toContain('并案：已经记下')
    const target = await (await by.get(`/desk/cases/${first.caseNumber}`)).text()
    expect(target).toContain('并案，另一件并了进来')
    expect(target).toContain(`href="/desk/cases/${second.caseNumber}"`)
  })

  it('tells the resident where to follow it and where to speak', async () => {
    const { first, second, by, path, fields } = await pair()
    await by.post(path, { ...fields, confirmed: first.caseNumber })
    const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode: second.trackingCode }))
    const page = await (await world.request('/track/case', { headers: { cookie } })).text()
    for (const text of [first.caseNumber, '用那一件的查询码', fields.message]) expect(page).toContain(text)
  })
})
