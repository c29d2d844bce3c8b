import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { unit } from '#domain/places/areas.ts'
import type { Role, StaffMember } from '#domain/staff/staff.ts'
import { abouts } from '#domain/words/about.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** What a case reveals about another: no page shows the number of a case its reader could not open. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld()
})

const units: [string, Role][] = [
  ['qingshi-liuwan-1-grid', 'handler'],
  ['qingshi-liuwan-committee', 'handler'],
  ['qingshi-songping-committee', 'handler'],
  ['qingshi-committee', 'lead'],
  ['qingshi-office', 'lead'],
  ['shili-centre', 'lead'],
  ['shili-petition', 'handler'],
]

const member = (unitId: string, role: Role): StaffMember => ({
  ...{ id: `links-${unitId}`, username: unitId, name: unit(unitId).name, unit: unitId, role },
})
const people = units.map(([id, role]) => member(id, role))
const personAt = (unitId: string): StaffMember => {
  const found = people.find((one) => one.unit === unitId)
  if (!found) throw new Error(unitId)
  return found
}
const village = personAt('qingshi-liuwan-committee')
const office = personAt('qingshi-office')

const move = (by: StaffMember, number: string, kind: MoveKind, input: MoveInput = {}) =>
  moveCase(world.ports, { number, kind, by, input })

const numbersIn = (html: string): string[] => [...new Set(html.match(/20\d{2}-\d{6,7}/g) ?? [])]

/** A case at the town's office, shared with the village. */
const sharedCase = async (): Promise<string> => {
  const { caseNumber } = await file(world, { track: 'complaint' })
  expect(await move(office, caseNumber, 'accepted', { subject: '井水', matter: 'other' })).toMatchObject({
    ok: true,
  })
  expect(
    await move(office, caseNumber, 'cohandler-joined', { unit: village.unit, reason: '一起看' }),
  ).toMatchObject({ ok: true })
  return caseNumber
}

/** Cases about each kind of person, with every link that staff can make between them. */
const tangle = async () => {
  const filings: Record<string, unknown>[] = [
    {},
    { region: 'qingshi-songping' },
    { track: 'complaint' },
    { danger: true, contact: { mayCall: true, mayText: true } },
    ...Object.keys(abouts).map((about) => ({ about })),
  ]
  const numbers: string[] = []
  for (const changes of filings) numbers.push((await file(world, changes)).caseNumber)
  // A case of the town's office shared with a village: its readers may know less than the office.
  const shared = await sharedCase()
  numbers.push(shared, (await file(world, { track: 'complaint', about: 'village-cadre' })).caseNumber)
  const outcomes = new Map<string, number>()
  // A sample of pairs is enough: each case is linked with those before and after it.
  for (const by of people)
    for (const [place, one] of numbers.entries())
      for (const step of [1, 2, 5, numbers.length - 1]) {
        const other = numbers[(place + step) % numbers.length] as string
        const done = await move(by, one, 'linked', { other, reason: '同一处院墙' })
        const what = done.ok ? 'linked' : done.error
        outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
      }
  return { numbers, outcomes }
}

/** The answer the village gets for a move from an outdated page. */
const lateMove = async (number: string): Promise<string> => {
  const { cookie } = await signInAs(world, { unit: village.unit, role: 'handler' })
  const late = await visitDesk(world, cookie).post(`/desk/cases/${number}/noted`, {
    seen: '2',
    reason: '去看过了',
  })
  expect(late.status).toBe(409)
  return late.text()
}

describe('the number of another case', () => {
  it('is on no page of a member who could not open that case', async () => {
    const { numbers, outcomes } = await tangle()
    // The fixture is useful: some links were made, and some were refused because a reader must not know.
    expect(outcomes.get('linked')).toBeGreaterThan(20)
    expect(outcomes.get('otherHidden')).toBeGreaterThan(0)
    for (const [unitId, role] of units) {
      const { headers } = await signInAs(world, { unit: unitId, role })
      const get = (path: string) => world.desk(path, { headers })
      const opens = new Map<string, boolean>()
      const mayOpen = async (number: string) => {
        const known = opens.get(number) ?? (await get(`/desk/cases/${number}`)).status === 200
        opens.set(number, known)
        return known
      }
      const pages = ['/desk/', '/desk/cases/', '/desk/digest', '/desk/week', '/desk/month']
      for (const list of ['desk', 'mine', 'around', 'below']) pages.push(`/desk/cases/?list=${list}&all=1`)
      for (const number of numbers)
        pages.push(`/desk/cases/${number}`, `/desk/cases/${number}/report`, `/desk/cases/${number}/noted`)
      let read = 0
      for (const path of pages) {
        const answer = await get(path)
        if (answer.status !== 200) continue
        for (const number of numbersIn(await answer.text())) {
          read += 1
          expect(await mayOpen(number), `${unitId} reads ${number} on ${path}`).toBe(true)
        }
      }
      // The grid has no case here; all other members can read some.
      if (!unitId.endsWith('-grid')) expect(read, unitId).toBeGreaterThan(0)
    }
  }, 120_000)

  it('is not shown to a member whose move came too late', async () => {
    const shared = await sharedCase()
    const other = (await file(world, { track: 'complaint', region: 'qingshi-songping' })).caseNumber
    expect(await move(office, shared, 'linked', { other, reason: '一样的事' })).toMatchObject({ ok: true })
    const html = await lateMove(shared)
    expect(html).toContain('并看')
    expect(html).not.toContain(other)
  })

  it('is refused as a link if a reader of this case must not know of the other', async () => {
    const hidden = (await file(world, { track: 'complaint', about: 'village-cadre' })).caseNumber
    const shared = await sharedCase()
    const link = (one: string, other: string) => move(office, one, 'linked', { other, reason: '有关' })
    expect(await link(shared, hidden)).toEqual({ ok: false, error: 'otherHidden' })
    expect(await link(hidden, shared)).toMatchObject({ ok: true })
    const kinds = async (number: string) => {
      const opened = await world.ports.store.openCase(number)
      return opened?.events.map(({ kind }) => kind)
    }
    expect(await kinds(hidden)).toContain('linked')
    // The case shared with the village does not mention it, not even that a link exists.
    expect(await kinds(shared)).not.toContain('linked')
  })
})

describe('a link to a hidden case, on a case that is sent down later,', () => {
  const linked = async () => {
    const { caseNumber: hidden } = await file(world, { track: 'complaint', about: 'village-cadre' })
    const { caseNumber } = await file(world, { track: 'complaint' })
    expect(await move(office, caseNumber, 'accepted', { subject: '井水', matter: 'other' })).toMatchObject({
      ok: true,
    })
    expect(
      await move(office, caseNumber, 'linked', { other: hidden, reason: '反映村干部的那件' }),
    ).toMatchObject({ ok: true })
    expect(
      await move(office, caseNumber, 'cohandler-joined', { unit: village.unit, reason: '一起看' }),
    ).toMatchObject({ ok: true })
    return { caseNumber, hidden }
  }

  it.each(['', '/report'])('is hidden from the unit it is about on the case page%s', async (page) => {
    const { caseNumber, hidden } = await linked()
    const path = `/desk/cases/${caseNumber}${page}`
    const read = async ({ unit: at, role }: StaffMember) => {
      const { headers } = await signInAs(world, { unit: at, role })
      return (await world.desk(path, { headers })).text()
    }
    const below = await read(village)
    expect(below).toContain('一起看')
    for (const word of ['并看，', '<b>并看</b>', '：并看', '反映村干部的那件', hidden])
      expect(below, word).not.toContain(word)
    expect(await read(office)).toContain(hidden)
  })

  it('is not shown to that unit when their move came too late', async () => {
    const { caseNumber } = await linked()
    expect(await lateMove(caseNumber)).not.toContain('并看')
  })
})

describe('a hidden case and a missing one take the same statements and get the same answer', () => {
  const missing = '2026-000000'
  const words = 'reason=去看过了&message=去看过了&seen=2'
  const asker = async () => {
    const { caseNumber } = await file(world, { about: 'village-cadre' })
    const { headers } = await signInAs(world, { unit: village.unit, role: 'handler' })
    const form = {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    }
    /** Replaces N in path and body by the number, and the number in the answer by N. */
    const ask = async (number: string, path: string, body?: string) => {
      world.counted.take()
      const init =
        body === undefined
          ? { headers }
          : { method: 'POST', headers: form, body: body.replaceAll('N', number) }
      const answer = await world.desk(path.replaceAll('N', number), init)
      const { roundTrips, statements } = world.counted.take()
      const text = (await answer.text()).replaceAll(number, 'N')
      return { status: answer.status, text, roundTrips, statements }
    }
    return { caseNumber, ask }
  }

  it.each(['', '/report', '/hand-over', '/noted', '/linked', '/merged', '/accepted', '/nothing'])(
    'for the path of the case%s',
    async (tail) => {
      const { caseNumber, ask } = await asker()
      for (const body of [undefined, '', words]) {
        const hidden = await ask(caseNumber, `/desk/cases/N${tail}`, body)
        expect(hidden.status).not.toBe(200)
        expect(await ask(missing, `/desk/cases/N${tail}`, body), body ?? 'GET').toEqual(hidden)
      }
    },
  )

  it('when searched for by number', async () => {
    const { caseNumber, ask } = await asker()
    const hidden = await ask(caseNumber, '/desk/find', 'find=N')
    expect(await ask(missing, '/desk/find', 'find=N')).toEqual(hidden)
  })

  it.each(['linked', 'merged'])('when the move %s names it as the other case', async (kind) => {
    const { caseNumber, ask } = await asker()
    const own = (await file(world)).caseNumber
    const hidden = await ask(caseNumber, `/desk/cases/${own}/${kind}`, `other=N&${words}`)
    expect(hidden.text.includes('没有找到另一件案件')).toBe(true)
    expect(await ask(missing, `/desk/cases/${own}/${kind}`, `other=N&${words}`)).toEqual(hidden)
  })
})
