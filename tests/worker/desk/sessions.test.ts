import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import { actions, api } from '#domain/routes/site.ts'
import { createVerify } from '#store/verify.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { eventsOf, holder } from '../../support/holder.ts'
import { mediator, willing } from '../../support/meetings.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { file, tuesday } from '../../support/world.ts'

/** Meetings at the desk (docs/adr/0043-sessions.md): proposed, set, off, held; one mediator and one room at a time. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  // The cases of other tests have the same rooms.
  await world.db.prepare('DELETE FROM case_session').run()
})

const at = (day: string, time = '09:30') => Date.parse(`${day}T${time}:00+08:00`)
const thursday = at('2026-12-03')
const both: MoveInput = { comers: ['1', '2'], length: 60, room: 'first', time1: thursday }

const booked = async () =>
  (await world.db.prepare('SELECT staff, room, start_at, end_at FROM case_session ORDER BY start_at').all())
    .results

const erase = async ({ caseNumber }: Filed, party: number) => {
  const erasures = { add: async () => {}, all: async () => [] }
  expect((await erasePerson({ ...world.ports, erasures }, caseNumber, party)).ok).toBe(true)
}

describe('a meeting', () => {
  it('is proposed, answered and set in three steps, each side under its own key', async () => {
    const { filed } = await willing(world)
    const { make } = twoSides(world)
    const li = await mediator(world)
    await make(filed, 'times-proposed', {
      ...both,
      mediator: li,
      time2: at('2026-12-04'),
      place: '二楼',
      language: '请了闽南话的',
    })
    await make(filed, 'times-chosen', {
      chooser: '1',
      choice: ['202612030930'],
      deliveryBy: 'phone',
      deliveryOn: '2026-11-24',
    })
    const first = (await eventsOf(world, filed)).find(({ kind }) => kind === 'times-proposed')?.seq
    await make(filed, 'session-set', { fix: `${first}-202612030930` })
    const stored = await world.ports.store.openCase(filed.caseNumber)
    for (const scope of ['party:1', 'party:2'] as const) {
      const words = (await stored?.words([scope]))?.filter(({ kind }) => kind === 'session-set')
      expect(words?.map(({ json }) => JSON.parse(json))).toEqual([
        { place: '柳湾村人民调解委员会调解室，二楼', language: '请了闽南话的' },
      ])
    }
    expect(await booked()).toEqual([
      { staff: li, room: 'first', start_at: thursday, end_at: thursday + 3_600_000 },
    ])
  })

  it.each<[string, MoveInput, string]>([
    ['in the past', { time1: at('2026-11-24', '09:00') }, 'pastTime'],
    ['twice the same', { time2: thursday }, 'sameTime'],
  ])('is not proposed %s', async (_, changes, fault) => {
    const { filed } = await willing(world)
    expect(await twoSides(world).move(filed, 'times-proposed', { ...both, ...changes })).toEqual({
      ok: false,
      error: fault,
    })
  })

  it('is not proposed against a refusal, and not set', async () => {
    const { filed, theirs } = await willing(world)
    const { make, move } = twoSides(world)
    await make(filed, 'times-proposed', { ...both, mediator: await mediator(world) })
    await holder(world, theirs).call('/api/v1/cases/consent', { agree: false })
    for (const kind of ['times-proposed', 'session-set', 'session-arranged'] as const)
      expect(await move(filed, kind, both)).toEqual({ ok: false, error: 'refused' })
  })

  it('is off at once when somebody is in danger, and nobody is told before that person was reached', async () => {
    const { filed } = await willing(world)
    const { make, move } = twoSides(world)
    await make(filed, 'session-arranged', { ...both, mediator: await mediator(world) })
    const meeting = String((await eventsOf(world, filed)).at(-1)?.data.session?.id)
    await make(filed, 'danger-marked', { reason: '他拿刀来过' })
    expect(await booked()).toEqual([])
    expect(await move(filed, 'session-postponed', { meeting, reason: '先不见面' })).toEqual({
      ok: false,
      error: 'unreached',
    })
    await make(filed, 'contacted', { reason: '见到本人了' })
    await make(filed, 'session-postponed', { meeting, reason: '先不见面' })
    expect(await move(filed, 'session-arranged', both)).toEqual({ ok: false, error: 'unitKind' })
  })

  it('goes on with those who are left when somebody was erased in the middle', async () => {
    const { filed } = await willing(world)
    const { make } = twoSides(world)
    await make(filed, 'times-proposed', { ...both, mediator: await mediator(world), place: '二楼' })
    await erase(filed, 2)
    const first = (await eventsOf(world, filed)).find(({ kind }) => kind === 'times-proposed')?.seq
    await make(filed, 'session-set', { fix: `${first}-202612030930` })
    const set = (await eventsOf(world, filed)).filter(({ kind }) => kind === 'session-set')
    expect(set.map(({ data }) => data.party)).toEqual([1])
    expect(await holder(world, filed).page(actions.trackTimes)).toContain('二楼')
  })

  it('gives its place back once nobody is left to come', async () => {
    const [one, other] = [await willing(world), await willing(world)]
    const { make } = twoSides(world)
    const li = await mediator(world)
    await make(one.filed, 'session-arranged', { ...both, mediator: li })
    await erase(one.filed, 2)
    expect(await booked()).toHaveLength(1)
    await erase(one.filed, 1)
    expect(await booked()).toEqual([])
    await make(other.filed, 'session-arranged', { ...both, mediator: li })
  })

  it('is set for those who still want to come: one of many refuses for themselves alone', async () => {
    const { accepted, register, invite, make } = makeParties(world)
    const filed = await accepted()
    const agree = (by: Filed, agree: boolean) => holder(world, by).call(api.consent, { agree })
    const chen = await register(filed, { otherName: '陈建国', gotFrom: 'complainant' })
    await agree(await invite(filed, chen), true)
    const li = await register(filed, { otherName: '李桂香', gotFrom: 'village', role: 'member' })
    const theirs = await invite(filed, li)
    await agree(theirs, true)
    await make(filed, 'times-proposed', { ...both, comers: ['1', '2', '3'], mediator: await mediator(world) })
    await agree(theirs, false)
    const first = (await eventsOf(world, filed)).find(({ kind }) => kind === 'times-proposed')?.seq
    await make(filed, 'session-set', { fix: `${first}-202612030930` })
    const set = (await eventsOf(world, filed)).filter(({ kind }) => kind === 'session-set')
    expect(set.map(({ data }) => data.party)).toEqual([1, chen])
  })

  it('of one side alone says so, to nobody else', async () => {
    const { filed } = await twoSides(world).invited()
    const { make } = twoSides(world)
    await make(filed, 'session-arranged', { ...both, comers: ['1'], mediator: await mediator(world) })
    expect((await eventsOf(world, filed)).at(-1)?.data).toMatchObject({ party: 1, session: { apart: true } })
  })
})

describe('a meeting of another form', () => {
  it('is a hearing about a petition, by its office, and its people read what it is', async () => {
    const filed = await file(world, { track: 'complaint' })
    const { make, move } = twoSides(world)
    await make(filed, 'accepted', { subject: '补偿款', matter: 'petition' })
    const hearing: MoveInput = {
      comers: ['1'],
      length: 120,
      room: 'first',
      time1: thursday,
      guests: '县人大代表',
    }
    expect(await move(filed, 'session-arranged', hearing)).toEqual({ ok: false, error: 'track' })
    await make(filed, 'hearing-set', { ...hearing, mediator: await mediator(world) })
    const by = holder(world, filed)
    expect(await by.page()).toContain('定了听证会的时间')
    const page = await by.page(actions.trackTimes)
    for (const text of ['听证会，', '县人大代表']) expect(page).toContain(text)
    expect(page).not.toContain('单独和您谈')
    expect(await booked()).toHaveLength(1)
  })

  it('is a council of those who are concerned', async () => {
    const { filed } = await willing(world)
    await twoSides(world).make(filed, 'council-set', {
      ...both,
      mediator: await mediator(world),
      guests: '村民代表',
    })
    expect((await eventsOf(world, filed)).at(-1)?.data.session).toMatchObject({ form: 'council' })
    expect((await eventsOf(world, filed)).at(-1)?.data.session).not.toHaveProperty('apart')
  })
})

it('is verified against the history', async () => {
  const { filed } = await willing(world)
  await twoSides(world).make(filed, 'session-arranged', { ...both, mediator: await mediator(world) })
  const { id = '' } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? {}
  const verify = createVerify(world.db, world.ports.keys, world.ports.clock)
  const faults = async () =>
    (await verify('', 1000)).mismatches.filter(({ caseId }) => caseId === id).map(({ what }) => what)
  expect(await faults()).toEqual([])
  await world.db.prepare('UPDATE case_session SET start_at = 1 WHERE case_id = ?').bind(id).run()
  expect(await faults()).toEqual(['case_session'])
})

describe('a time', () => {
  it.each([
    ['one mediator', [{ room: 'elsewhere', place: '村口' }, {}], false, 'staffBooked'],
    ['one room', [{}, {}], true, 'roomBooked'],
    [
      'one place in words',
      [
        { room: 'elsewhere', place: '村委会二楼' },
        { room: 'elsewhere', place: ' 村委会 二楼。', time1: thursday + 1_800_000 },
      ],
      true,
      'roomBooked',
    ],
  ] satisfies [string, [MoveInput, MoveInput], boolean, string][])(
    'that two cases take at once has %s: one of them gets it',
    async (_, changes, two, fault) => {
      const cases = [await willing(world), await willing(world)]
      const li = await mediator(world)
      const wang = two ? await mediator(world, '王调解') : li
      const { move } = twoSides(world)
      const made = await Promise.all(
        cases.map(({ filed }, index) =>
          move(filed, 'session-arranged', {
            ...both,
            ...changes[index],
            mediator: index === 0 ? li : wang,
          }),
        ),
      )
      expect(made.filter(({ ok }) => ok)).toHaveLength(1)
      expect(made.find(({ ok }) => !ok)).toEqual({ ok: false, error: fault })
      expect(await booked()).toHaveLength(1)
    },
  )

  it('is for two mediators in two places, or after each other in one', async () => {
    const { make } = twoSides(world)
    const places: MoveInput[] = [
      { place: '村委会二楼' },
      { place: '村委会三楼' },
      { place: '村委会二楼', time1: thursday + 3_600_000 },
    ]
    for (const [index, changes] of places.entries()) {
      const { filed } = await willing(world)
      const li = await mediator(world, `调解员${index}`)
      await make(filed, 'session-arranged', { ...both, ...changes, room: 'elsewhere', mediator: li })
    }
    expect(await booked()).toHaveLength(3)
  })

  it('is free again after the meeting was postponed, and ends when the next begins', async () => {
    const [one, other] = [await willing(world), await willing(world)]
    const { make } = twoSides(world)
    const li = await mediator(world)
    await make(one.filed, 'session-arranged', { ...both, mediator: li })
    await make(other.filed, 'session-arranged', { ...both, mediator: li, time1: thursday + 3_600_000 })
    const meeting = String((await eventsOf(world, one.filed)).at(-1)?.data.session?.id)
    await make(one.filed, 'session-postponed', { meeting, reason: '下大雨' })
    await make(one.filed, 'session-arranged', {
      ...both,
      mediator: li,
      time1: thursday + 600_000,
      length: 50,
    })
    expect(await booked()).toHaveLength(2)
  })
})

it('who did not come is recorded, and the minutes are kept in every version', async () => {
  const { filed } = await willing(world)
  const { make, move } = twoSides(world)
  await make(filed, 'session-arranged', { ...both, mediator: await mediator(world) })
  const meeting = String((await eventsOf(world, filed)).at(-1)?.data.session?.id)
  const minutes: MoveInput = { meeting, present: '吴秀兰', said: '檐水落到院里', outcome: '再约对方' }
  expect(await move(filed, 'session-held', minutes)).toEqual({ ok: false, error: 'noSession' })
  world.time.now = thursday + 3_600_000
  expect(await move(filed, 'session-absent', { meeting, absentees: ['3'], reason: '没来' })).toEqual({
    ok: false,
    error: 'otherSession',
  })
  await make(filed, 'session-absent', { meeting, absentees: ['2'], reason: '电话也不接' })
  await make(filed, 'session-held', minutes)
  await make(filed, 'minutes-corrected', { ...minutes, outcome: '下周再约对方' })
  await make(filed, 'minutes-signed', { meeting, signers: ['1'], signedOn: '2026-12-03', readBack: 'aloud' })
  const stored = await world.ports.store.openCase(filed.caseNumber)
  const words = (await stored?.words(['record']))?.filter(({ json }) => json.includes('再约对方'))
  expect(words?.map(({ kind }) => kind)).toEqual(['session-held', 'minutes-corrected'])
  expect((await eventsOf(world, filed)).at(-1)?.data.session).toMatchObject({
    signed: [1],
    readBack: 'aloud',
  })
})
