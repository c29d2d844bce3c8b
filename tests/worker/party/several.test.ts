import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import { casePath, deskPages, movePath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { ownValues } from '../../support/masked.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import type { Filed } from '../../support/two-sides.ts'
import { cookieOf, postForm, rightFiling, tuesday } from '../../support/world.ts'

/** Several people on a side (docs/adr/0047-several-people.md): each has a key, a code and a consent of their own. */

const village = 'qingshi-liuwan-committee'
const chen: MoveInput = { otherName: '陈建国', otherPhone: '13900001111', gotFrom: 'complainant' }
const li: MoveInput = { otherName: '李桂香', otherPhone: '13900003333', gotFrom: 'village' }
const wu: MoveInput = { otherName: '吴大勇', gotFrom: 'themselves', onSide: 'complainant' }

let world: DeskWorld
let parties: ReturnType<typeof makeParties>
beforeEach(() => {
  world = makeDeskWorld(tuesday)
  parties = makeParties(world)
})

/** Gives a person a code without an invitation, which they replace by one of their own. */
const joined = async (filed: Filed, party: number): Promise<Filed> =>
  parties.ownCode(filed, (await parties.make(filed, 'code-given', { whom: String(party) })).trackingCode)

/** Two people on each side, each with a code that nobody else has seen. */
const four = async (changes: Record<string, unknown> = {}) => {
  const filed = await parties.accepted(changes)
  const brother = await parties.register(filed, wu)
  const first = await parties.register(filed, chen)
  const second = await parties.register(filed, li)
  return {
    filed,
    co: await joined(filed, brother),
    one: await parties.invite(filed, first),
    two: await parties.invite(filed, second),
  }
}

const consent = (filed: Filed, agree: boolean) => holder(world, filed).call(api.consent, { agree })

describe('two people on each side', () => {
  it('each read only what is theirs: a table over every page and call', async () => {
    const { filed, co, one, two } = await four({ narrative: '秘密的经过', request: '秘密的诉求' })
    const people = { filed, co, one, two }
    const numbers = { co: '2', one: '3', two: '4' } as const
    for (const [name, person] of Object.entries(people)) {
      await holder(world, person).call(api.messages, { text: `${name}说的话` })
      const form = fileForm({ trackingCode: person.trackingCode, caption: `${name}的墙` }, small.png)
      expect((await world.request(api.files, { method: 'POST', ...form })).status).toBe(201)
      if (name === 'filed') await parties.make(filed, 'message', { message: `回给${name}的话` })
      else {
        const whom = numbers[name as keyof typeof numbers]
        await parties.make(filed, 'told', { whom, otherMessage: `回给${name}的话` })
      }
    }
    const ownWords = (name: string) => [`${name}说的话`, `${name}的墙`, `回给${name}的话`]
    const names = ['陈建国', '李桂香', '吴大勇', '13900001111', '13900003333']
    for (const [name, person] of Object.entries(people)) {
      const by = holder(world, person)
      const { trackingCode } = person
      const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
      const seen: string[] = []
      for (const path of Object.values(actions).filter((path) => path.startsWith('/track/')))
        seen.push(await by.page(path))
      for (const path of [actions.trackFiled, actions.trackCopy])
        seen.push(await (await postForm(world, path, { trackingCode }, { cookie })).text())
      for (const path of [api.track, api.copy]) seen.push(await (await by.call(path)).text())
      const all = seen.join('\n')
      const others = Object.keys(people).filter((other) => other !== name)
      const secret = name === 'filed' ? [] : ['秘密的经过', '秘密的诉求', rightFiling.phone]
      // What a person gave of themselves stands in their own copy.
      const own = {
        filed: [],
        co: ['吴大勇'],
        one: ['陈建国', '13900001111'],
        two: ['李桂香', '13900003333'],
      }
      const never = [
        ...others.flatMap(ownWords),
        ...names.filter((word) => !(own[name as keyof typeof own] as string[]).includes(word)),
        ...secret,
      ]
      expect(
        never.filter((word) => all.includes(word)),
        name,
      ).toEqual([])
      expect(
        ownWords(name).filter((word) => !all.includes(word)),
        name,
      ).toEqual([])
    }
  })

  it('know on which side they are; who did not file has no part in what is for the complainant', async () => {
    const { filed, co, one } = await four()
    expect(await holder(world, co).track()).toMatchObject({ side: 'complainant', turn: 'you' })
    expect(await holder(world, one).track()).toMatchObject({ side: 'other' })
    world.time.now += 20 * 86_400_000
    for (const [path, body] of [
      [api.urge, {}],
      [api.withdraw, { confirm: true }],
      [api.invitation, { seq: 1, agree: true }],
    ] as const)
      expect((await holder(world, co).call(path, body)).status, path).toBe(409)
    const before = (await holder(world, filed).track()).timeline
    await consent(co, true)
    expect((await holder(world, filed).track()).timeline).toEqual(before)
  })

  it('agree each for themselves: one clear refusal ends the mediation, and can be taken back', async () => {
    const { filed, co, one, two } = await four()
    expect((await consent(one, true)).status).toBe(201)
    await parties.make(filed, 'mediating')
    expect((await consent(two, false)).status).toBe(201)
    expect(await parties.move(filed, 'settled')).toEqual({ ok: false, error: 'refused' })
    expect(await holder(world, one).page()).not.toContain('不愿意谈')
    expect((await consent(two, true)).status).toBe(201)
    expect((await consent(co, false)).status).toBe(201)
    expect(await parties.move(filed, 'settled')).toEqual({ ok: false, error: 'refused' })
    expect(await (await staffAt(world, village)).text(casePath(filed.caseNumber))).toContain(
      '申请人一方不愿意谈',
    )
  })

  it('learn nothing of danger, whichever side they are on', async () => {
    const { filed, co, one } = await four()
    const look = async () =>
      Promise.all([co, one].map(async (by) => (await holder(world, by).page()).replaceAll(ownValues, '')))
    const before = await look()
    await parties.make(filed, 'danger-marked', { reason: '他拿刀来过' })
    expect(await look()).toEqual(before)
  })
})

describe('a group', () => {
  const member = (at: number): MoveInput => ({
    ...{
      otherName: `村民${'甲乙丙丁戊己'[at]}`,
      gotFrom: 'themselves',
      onSide: 'complainant',
      role: 'member',
    },
  })
  const representative = (at: number): MoveInput => ({
    ...{ ...member(at), otherName: `代表${'甲乙丙丁戊己'[at]}`, role: 'representative' },
  })

  it('has at most five representatives on a side', async () => {
    const filed = await parties.accepted()
    for (const at of [0, 1, 2, 3, 4]) await parties.register(filed, representative(at))
    expect(await parties.move(filed, 'party', representative(5))).toEqual({
      ok: false,
      error: 'tooManyRepresentatives',
    })
    await parties.make(filed, 'stood-down', { whom: '2', reason: '大家另推了人' })
    await parties.make(filed, 'party', representative(5))
    await parties.make(filed, 'party', { ...representative(0), onSide: 'other', otherName: '厂方代表' })
  })

  it('withdraws one by one, and its roll is on no page of a holder and in no report', async () => {
    const filed = await parties.accepted()
    const one = await joined(filed, await parties.register(filed, member(0)))
    const two = await joined(filed, await parties.register(filed, member(1)))
    const speaker = await joined(filed, await parties.register(filed, representative(2)))
    const other = await parties.invite(filed, await parties.register(filed, chen))
    await parties.register(filed, { ...member(3), onSide: 'other' })
    expect((await consent(one, false)).status).toBe(201)
    await parties.make(filed, 'mediating')
    for (const person of [filed, two, speaker, other]) {
      const by = holder(world, person)
      const all = [await by.page(), await (await by.call(api.copy)).text()].join('\n')
      for (const name of ['村民甲', '村民丁', '对方不愿意谈', '您说不谈'])
        expect(all, name).not.toContain(name)
    }
    const staff = await staffAt(world, village)
    expect(await staff.text(casePath(filed.caseNumber))).toContain('村民丁')
    expect(await staff.text(`${casePath(filed.caseNumber)}/report`)).not.toContain('村民丁')
  })
})

describe('who stands for another', () => {
  it.each<[string, MoveInput, string[]]>([
    ['a proxy without a paper', { role: 'proxy' }, ['替谁', '授权书上写的']],
    ['a guardian who has not heard the ward', { role: 'guardian', actsFor: '2' }, ['听过没有']],
  ])('%s is not registered', async (_, input, labels) => {
    const filed = await parties.accepted()
    await parties.register(filed, chen)
    const staff = await staffAt(world, village)
    const seen = String((await eventsOf(world, filed)).at(-1)?.seq)
    const fields = { otherName: '周律', gotFrom: 'themselves', onSide: 'other', ...input, seen }
    const answer = await staff.post(
      movePath(filed.caseNumber, 'party'),
      fields as unknown as Record<string, string>,
    )
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const label of labels) expect(page).toContain(label)
    expect(page).toContain('value="周律"')
  })

  it.each<[string, MoveInput, string]>([
    [
      'for somebody of the other side',
      { otherName: '周律', onSide: 'other', actsFor: '1' },
      'otherSidesPerson',
    ],
    [
      'as somebody who is on the other side',
      { otherName: '吴秀兰', onSide: 'other', actsFor: '2' },
      'bothSides',
    ],
  ])('%s is refused', async (_, input, error) => {
    const filed = await parties.accepted()
    await parties.register(filed, chen)
    const proxy: MoveInput = { gotFrom: 'themselves', role: 'proxy', authority: 'special', ...input }
    expect(await parties.move(filed, 'party', proxy)).toEqual({ ok: false, error })
  })

  it.each<[string, MoveInput, boolean]>([
    ['with the same telephone', { ...chen, otherPhone: '139-0000-1111' }, false],
    ['with another telephone', { ...chen, otherPhone: '13900009999' }, true],
    ['as the proxy of another', { ...chen, role: 'proxy', actsFor: '3', authority: 'general' }, true],
  ])('somebody of the same name %s joins the same side once more: %j', async (_, again, ok) => {
    const filed = await parties.accepted()
    for (const one of [chen, li]) await parties.register(filed, one)
    const joined = await parties.move(filed, 'party', again)
    expect(joined).toMatchObject(ok ? { ok } : { ok, error: 'registered' })
  })

  it('somebody without a telephone is not registered a second time', async () => {
    const filed = await parties.accepted()
    await parties.register(filed, wu)
    expect(await parties.move(filed, 'party', wu)).toEqual({ ok: false, error: 'registered' })
    await parties.register(filed, { ...wu, otherPhone: '13900008888' })
  })

  it('two people of one name with two telephones may stand on two sides', async () => {
    const filed = await parties.accepted()
    await parties.make(filed, 'party', { ...chen, otherName: rightFiling.name })
  })

  it('comes to the table with a code of their own, and says nothing about talking for others', async () => {
    const filed = await parties.accepted()
    await parties.register(filed, chen)
    const proxy = await parties.register(filed, {
      ...{ otherName: '周律', gotFrom: 'themselves', onSide: 'other', role: 'proxy' },
      ...{ actsFor: '2', authority: 'general' },
    })
    // Nobody of the other side gets a code before one of them was invited by approved words.
    expect((await parties.move(filed, 'code-given', { whom: String(proxy) })).ok).toBe(false)
    await parties.invite(filed, 2)
    const theirs = await joined(filed, proxy)
    expect(await problemOf(await consent(theirs, false))).toEqual([
      409,
      '愿不愿意谈，要本人来说。本人的意思，可以写在“有话要说”里。',
    ])
    expect((await holder(world, theirs).track()).can).not.toContain('consent')
    await parties.make(filed, 'mediating')
    const page = await (await staffAt(world, village)).text(casePath(filed.caseNumber))
    for (const text of ['替对方第 1 位', '不能替本人答应协议']) expect(page).toContain(text)
  })

  it('is changed in the middle: the old code ends at once, what was written stays', async () => {
    const { filed, one } = await four()
    const register = (otherName: string) =>
      parties.register(filed, {
        ...{ otherName, gotFrom: 'themselves', onSide: 'other', role: 'proxy', actsFor: '3' },
        authority: 'special',
      })
    const old = await joined(filed, await register('周律'))
    const session = cookieOf(await postForm(world, actions.trackOpen, { trackingCode: old.trackingCode }))
    await holder(world, old).call(api.messages, { text: '我方同意修水槽' })
    await parties.make(filed, 'stood-down', { whom: '5', reason: '本人撤了委托' })
    const now = await world.request(actions.trackCase, { headers: { cookie: session } })
    expect(landing(now)[0]).toBe(303)
    expect((await holder(world, old).call(api.track)).status).toBe(404)
    const staff = await staffAt(world, village)
    expect(await staff.text(casePath(filed.caseNumber))).toContain('我方同意修水槽')
    const fresh = await joined(filed, await register('钱律'))
    expect(await holder(world, fresh).page()).not.toContain('我方同意修水槽')
    expect((await holder(world, one).call(api.track)).status).toBe(200)
  })
})

it('relatives come with the consent of both: everybody reads that, nobody reads who', async () => {
  const { filed, co, one } = await four()
  await parties.make(filed, 'company-agreed', { reason: '请舅舅陈老五来劝，两边都点头了' })
  for (const person of [filed, co, one]) {
    const page = await holder(world, person).page()
    expect(page).toContain('请亲属、邻里来一起谈')
    expect(page).not.toContain('陈老五')
  }
})

it('the code is shown once, on a page of its own', async () => {
  const filed = await parties.accepted()
  await parties.register(filed, wu)
  const staff = await staffAt(world, village)
  const seen = String((await eventsOf(world, filed)).at(-1)?.seq)
  const answer = await staff.post(movePath(filed.caseNumber, 'code-given'), { seen, whom: '2' })
  expect(landing(answer)).toEqual([303, deskPages.registered.path])
  const page = await (await staff.get(deskPages.registered.path)).text()
  expect(page).toContain('查询码，给申请人一方')
})

it('the page with a code says whose it is, where several people got one', async () => {
  const filed = await parties.accepted()
  await parties.register(filed, chen)
  const second = await parties.register(filed, li)
  await parties.approved(filed, second)
  const staff = await staffAt(world, village)
  const seen = String((await eventsOf(world, filed)).at(-1)?.seq)
  expect(landing(await staff.post(movePath(filed.caseNumber, 'invited'), { seen }))[0]).toBe(303)
  expect(await staff.text(deskPages.registered.path)).toContain('查询码，给对方第 2 位，李桂香')
})
