import { beforeEach, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { ownValues } from '../../support/masked.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import type { Filed } from '../../support/two-sides.ts'
import { cookieOf, postForm, rightFiling, tuesday } from '../../support/world.ts'

/** All parts of a case with two sides at once: what nobody learns of the others, and that danger shows in none of them. */

const village = 'qingshi-liuwan-committee'
const brother: MoveInput = {
  ...{ otherName: '吴大勇', otherPhone: '13900005555', gotFrom: 'themselves', onSide: 'complainant' },
}
const neighbour: MoveInput = { otherName: '陈建国', otherPhone: '13900001111', gotFrom: 'complainant' }
const speaker: MoveInput = {
  ...{ otherName: '李桂香', otherPhone: '13900003333', gotFrom: 'village', role: 'representative' },
}
const proxy: MoveInput = {
  ...{ otherName: '周律', otherPhone: '13900004444', gotFrom: 'themselves', onSide: 'other' },
  ...{ role: 'proxy', authority: 'general', actsFor: '3' },
}

let world: DeskWorld
let parties: ReturnType<typeof makeParties>
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  parties = makeParties(world)
  await world.db.prepare('DELETE FROM case_session').run()
})

const at = (date: string) => Date.parse(`${date}T09:30:00+08:00`)
const seenIn = async (filed: Filed) => String((await eventsOf(world, filed)).length)

/** Everybody with a code of their own, who has agreed, and a mediator of the village. */
const everybody = async () => {
  const filed = await parties.accepted({ narrative: '秘密的经过', request: '秘密的诉求' })
  const given = async (party: number) =>
    parties.ownCode(filed, (await parties.make(filed, 'code-given', { whom: String(party) })).trackingCode)
  const [second, third] = [await parties.register(filed, brother), await parties.register(filed, neighbour)]
  const co = await given(second)
  const other = await parties.invite(filed, third)
  const fourth = await parties.register(filed, speaker)
  const fifth = await parties.register(filed, proxy)
  const people = { filed, co, other, speaker: await given(fourth), proxy: await given(fifth) }
  for (const one of [co, other]) await holder(world, one).call(api.consent, { agree: true })
  const staff = await staffAt(world, village)
  return { filed, people, staff }
}
type All = Awaited<ReturnType<typeof everybody>>

const numbers = { filed: '1', co: '2', other: '3', speaker: '4', proxy: '5' } as const

/** What each stage adds; a stage has all before it. */
const stages: Record<string, (all: All) => Promise<unknown>> = {
  proposed: async ({ filed, staff }) =>
    parties.make(filed, 'times-proposed', {
      ...{ comers: ['1', '3'], length: 60, room: 'elsewhere', mediator: staff.id, place: '村委会二楼' },
      ...{ time1: at('2026-12-03'), time2: at('2026-12-04') },
    }),
  chosen: async ({ people }) => holder(world, people.other).call(api.times, { choose: ['202612040930'] }),
  set: async ({ filed }) => {
    const id = (await eventsOf(world, filed)).find(({ data }) => data.session)?.data.session?.id
    await parties.make(filed, 'session-set', { fix: `${id}-202612040930` })
  },
  postponed: async ({ filed }) => {
    const id = (await eventsOf(world, filed)).find(({ data }) => data.session)?.data.session?.id
    await parties.make(filed, 'session-postponed', { meeting: String(id), reason: '改期的内部理由' })
  },
  drafted: async ({ filed, staff }) => {
    await parties.make(filed, 'mediating')
    const answer = await staff.post(agreementPath(filed.caseNumber), {
      ...{ seen: await seenIn(filed), mediators: staff.id, facts: '檐水落进院内。' },
      ...{ what1: '装檐沟', by1: '3', to1: '1', due1: '2026-12-05', what2: '撤竹竿', by2: '1', to2: '3' },
      ...{ due2: '2026-12-06', what3: '送一车沙', by3: '3', to3: '1', due3: '2026-12-16' },
    })
    expect(answer.status).toBe(303)
  },
  read: async ({ people }) => holder(world, people.other).call(api.agreementRead, { version: 1 }),
  concluded: async ({ filed, staff }) => {
    const answer = await staff.post(agreementPath(filed.caseNumber, 'conclude'), {
      ...{ seen: await seenIn(filed), version: '1', form: 'oral', sure: 'true', agreedOn: '2026-11-24' },
    })
    expect(answer.status).toBe(303)
  },
  done: async ({ people }) => {
    await holder(world, people.filed).call(api.agreementItem, { item: 2, says: 'done' })
    world.time.now += 14 * day
    await holder(world, people.filed).call(api.agreementItem, { item: 1, says: 'missed' })
  },
  reopened: async ({ filed }) =>
    parties.make(filed, 'reopened', { reason: '又起了争执', message: '再来谈。' }),
}
const names = Object.keys(stages)

const reach = async (stage: string): Promise<All> => {
  const all = await everybody()
  for (const name of names.slice(0, names.indexOf(stage) + 1)) await stages[name]?.(all)
  return all
}

/** All pages and calls of a person, one after another. */
const shownTo = async (one: Filed): Promise<Record<string, string>> => {
  const by = holder(world, one)
  const { trackingCode } = one
  const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
  const seen: Record<string, string> = {}
  for (const path of Object.values(actions).filter((path) => path.startsWith('/track/')))
    seen[path] = await by.page(path)
  for (const path of [actions.trackFiled, actions.trackCopy, actions.trackCertificate])
    seen[`post ${path}`] = await (await postForm(world, path, { trackingCode }, { cookie })).text()
  for (const path of [api.track, api.copy, api.agreement]) seen[path] = await (await by.call(path)).text()
  return seen
}

const masked = (shown: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shown).map(([path, text]) => [
      path,
      text
        .replaceAll(ownValues, '')
        .replaceAll(/\d{4}-\d{6,7}/g, '#')
        .replaceAll(/\b[0-9a-f]{8,64}\b/g, '#')
        .replaceAll(/\b[0-9a-f]{4}\b/g, '#')
        .replaceAll(/DTSTAMP\S+/g, ''),
    ]),
  )

it('nobody sees of the others what is theirs: a table over every page and call', {
  timeout: 120_000,
}, async () => {
  const all = await reach('drafted')
  const own = (name: string) => [`${name}说的话`, `回给${name}的话`]
  for (const [name, one] of Object.entries(all.people)) {
    await holder(world, one).call(api.messages, { text: `${name}说的话` })
    await (name === 'filed'
      ? parties.make(all.filed, 'message', { message: `回给${name}的话` })
      : parties.make(all.filed, 'told', {
          whom: numbers[name as keyof typeof numbers],
          otherMessage: `回给${name}的话`,
        }))
  }
  for (const name of ['read', 'concluded', 'done']) await stages[name]?.(all)
  const phones: Record<string, string> = {
    filed: rightFiling.phone,
    co: '13900005555',
    other: '13900001111',
    speaker: '13900003333',
    proxy: '13900004444',
  }
  for (const [name, one] of Object.entries(all.people)) {
    const shown = await shownTo(one)
    const never = [
      ...Object.keys(all.people)
        .filter((person) => person !== name)
        .flatMap((person) => [...own(person), phones[person] ?? '']),
      ...['改期的内部理由', '周律'],
      ...(name === 'filed' ? [] : ['秘密的经过', '秘密的诉求']),
      // A meeting is known to who was asked to come, and an agreement to who makes it.
      ...(name === 'filed' || name === 'other' ? [] : ['约好的时间改期', '12 月 4 日（周五）09:30']),
      ...(name === 'proxy' ? ['装檐沟', '檐水落进院内'] : []),
    ].filter((word) => !(name === 'proxy' && word === '周律'))
    const found = Object.entries(shown).flatMap(([path, text]) =>
      never.flatMap((word) => (text.includes(word) ? `${path} ${word}` : [])),
    )
    expect(found, name).toEqual([])
    expect(shown[actions.trackCase], name).toContain(`回给${name}的话`)
  }
})

it.each(['chosen', 'postponed', 'read', 'reopened'])(
  'danger shows in no page of anybody when it is marked with everything %s',
  { timeout: 120_000 },
  async (stage) => {
    const start = world.time.now
    const seen: [string, string, Record<string, string>][] = []
    for (const [kind, input] of [
      ['escalated', { unit: 'shili-centre', reason: '办不了' }],
      ['danger-marked', { reason: '他拿刀来过' }],
    ] as const) {
      world.time.now = start
      await world.db.prepare('DELETE FROM case_session').run()
      const { people, filed } = await reach(stage)
      await parties.make(filed, kind, input)
      const look = async () => {
        for (const [name, one] of Object.entries(people)) seen.push([kind, name, masked(await shownTo(one))])
      }
      await look()
      for (const one of Object.values(people)) {
        await holder(world, one).call(api.messages, { text: '什么时候再谈？' })
        await holder(world, one).call(api.mediator)
        await holder(world, one).call(api.agreementRead, { version: 1 })
        await holder(world, one).call(api.agreementItem, { item: 2, says: 'received' })
        await holder(world, one).call(api.times, { choose: [] })
      }
      world.time.now += 7 * day
      await refreshCases({ ...world.ports, erasures: null })
      await look()
    }
    const half = seen.length / 2
    expect(half).toBe(10)
    for (const [index, [, name, plain]] of seen.slice(0, half).entries())
      expect(seen[half + index]?.[2], name).toEqual(plain)
  },
)

it('an agreement of several people says to nobody that their own side read it as the other', async () => {
  const all = await reach('read')
  await holder(world, all.people.co).call(api.agreementRead, { version: 1 })
  for (const name of ['filed', 'co', 'other'] as const)
    expect(
      (await holder(world, all.people[name]).track()).timeline
        .filter(({ kind }) => kind === 'agreement-read')
        .map(({ text }) => text),
      name,
    ).toEqual(['有人看过了协议草稿。', '有人看过了协议草稿。'])
})
