import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { casePath, deskPages, movePath, storyDraftPath } from '#domain/routes/desk.ts'
import { actions } from '#domain/routes/site.ts'
import { storyCheckIds } from '#domain/words/story-checks.ts'
import { eventsOf, holder, landing, staffAt } from '../../support/holder.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { file, rightFiling, tuesday } from '../../support/world.ts'

/** A story of a case that is over: written at the county, agreed to by everybody, taken back by anybody. */

const county = 'shili-centre'
const title = '一条水槽'
const text = '两家为檐水吵了三年。后来，各让一步。\n\n水槽装上了，{雨}也没再落到院里。'

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

/** A case that two sides settled more than a year ago, each with a code of their own. */
const old = async () => {
  const { invited, make } = twoSides(world)
  const { filed, theirs } = await invited()
  await make(filed, 'mediating')
  await make(filed, 'settled', { message: '说好了' })
  await make(filed, 'closed')
  world.time.now += 366 * day
  return { filed, theirs }
}

type Staff = Awaited<ReturnType<typeof staffAt>>
const ask = async (staff: Staff, filed: Filed, changes: Record<string, string> = {}) => {
  const seen = String((await eventsOf(world, filed)).length)
  const fields: [string, string][] = [
    ...Object.entries({ storyTitle: title, storyText: text, seen, ...changes }),
    ...storyCheckIds.map((id): [string, string] => ['storyChecks', id]),
  ]
  return staff.postPairs(movePath(filed.caseNumber, 'story'), fields)
}
/** Answers with the form of the page, which names the words that were read. */
const answer = async (one: Filed, say: string) => {
  const person = holder(world, one)
  const story = /name="story" value="(\d+)"/.exec(await person.page(actions.trackStory))?.[1] ?? ''
  return person.post(actions.trackStory, { story, say })
}

describe('a story', () => {
  it('is shown to each side, drafted only when both agree, and taken down when one takes it back', async () => {
    const { filed, theirs } = await old()
    const staff = await staffAt(world, county, 'lead')
    expect((await ask(staff, filed)).status).toBe(303)
    for (const one of [filed, theirs]) {
      expect(await holder(world, one).page()).toContain('县里想把这件事写成故事')
      const shown = await holder(world, one).page(actions.trackStory)
      for (const part of [title, '两家为檐水吵了三年', '您不答，就是不同意']) expect(shown).toContain(part)
    }
    const draft = () => staff.get(storyDraftPath(filed.caseNumber))
    expect((await draft()).status).toBe(404)
    expect((await answer(filed, '')).status).toBe(422)
    expect(landing(await answer(filed, 'agreed'))).toEqual([303, `${actions.trackCase}#consent`])
    expect((await draft()).status).toBe(404)
    // What one side says is nothing for the other.
    expect(await holder(world, theirs).page()).not.toContain('您同意写成故事')
    await answer(theirs, 'agreed')
    const written = await (await draft()).text()
    for (const part of [
      'category: neighbour',
      'outcome: settled',
      title,
      '两家为檐水吵了三年',
      '&amp;#123;雨',
    ])
      expect(written.includes(part), part).toBe(true)
    expect(written).not.toContain(rightFiling.name)

    expect(await holder(world, theirs).page(actions.trackStory)).toContain('不同意了，请撤下来')
    await answer(theirs, 'refused')
    expect((await draft()).status).toBe(404)
    const head = await staffAt(world, county, 'lead')
    expect(await head.text(deskPages.today.path)).toContain('有人不同意了，请撤下')
    expect(await head.text(casePath(filed.caseNumber))).toContain('故事撤下了')
    const seen = String((await eventsOf(world, filed)).length)
    const down = await head.post(movePath(filed.caseNumber, 'story-down'), { reason: '撤下来了', seen })
    expect(down.status).toBe(303)
    expect(await head.text(deskPages.today.path)).not.toContain('有人不同意了，请撤下')
  })

  it('is asked of everybody on both sides, and of nobody while one of them has no code', async () => {
    const parties = makeParties(world)
    const brother = { otherName: '吴大勇', gotFrom: 'themselves', onSide: 'complainant' } as const
    const { invited, make } = twoSides(world)
    const { filed, theirs } = await invited()
    await parties.register(filed, brother)
    await make(filed, 'mediating')
    await make(filed, 'settled', { message: '说好了' })
    await make(filed, 'closed')
    world.time.now += 366 * day
    const staff = await staffAt(world, county, 'lead')
    expect((await ask(staff, filed)).status).toBe(409)
    const co = await parties.ownCode(filed, (await make(filed, 'code-given', { whom: '3' })).trackingCode)
    expect((await ask(staff, filed)).status).toBe(303)
    for (const one of [filed, theirs]) await answer(one, 'agreed')
    expect((await staff.get(storyDraftPath(filed.caseNumber))).status).toBe(404)
    await answer(co, 'agreed')
    expect((await staff.get(storyDraftPath(filed.caseNumber))).status).toBe(200)
  })

  it.each<[string, Record<string, string>]>([
    ['a title', { storyTitle: '' }],
    ['its words', { storyText: ' ' }],
  ])('is not asked about without %s', async (_, changes) => {
    const { filed } = await old()
    const staff = await staffAt(world, county, 'lead')
    expect((await ask(staff, filed, changes)).status).toBe(422)
  })

  it('is asked about only if each point was checked', async () => {
    const { filed } = await old()
    const staff = await staffAt(world, county, 'lead')
    const seen = String((await eventsOf(world, filed)).length)
    const fields = { storyTitle: title, storyText: text, storyChecks: 'names', seen }
    const answered = await staff.post(movePath(filed.caseNumber, 'story'), fields)
    expect(answered.status).toBe(422)
    expect(await answered.text()).toContain('逐条核对过')
  })

  it.each<[string, string, 'handler' | 'lead']>([
    ['who handles cases at the county', county, 'handler'],
    ['the lead of the village', 'qingshi-liuwan-committee', 'lead'],
    ['the lead of the town', 'qingshi-centre', 'lead'],
  ])('is not asked about by %s', async (_, unit, role) => {
    const { filed } = await old()
    const staff = await staffAt(world, unit, role)
    expect((await ask(staff, filed)).status).not.toBe(303)
    expect((await eventsOf(world, filed)).some(({ kind }) => kind === 'story')).toBe(false)
  })

  it('is agreed to with a code that nobody else has seen, and only in the words that were read', async () => {
    const { filed, theirs } = await old()
    await ask(await staffAt(world, county, 'lead'), filed)
    const other = await holder(world, filed).post(actions.trackStory, { story: '1', say: 'agreed' })
    // The choice was about other words than those on the page now.
    expect([other.status, /name="say"[^>]*checked/.test(await other.text())]).toEqual([409, false])
    await world.db.prepare('UPDATE case_code SET staff_saw = 1 WHERE party = 2').run()
    const answered = await holder(world, theirs).post(actions.trackStory, { story: '1', say: 'agreed' })
    expect(landing(answered)).toEqual([303, actions.trackNewCode])
  })

  it('is nothing for a case that nobody asked about', async () => {
    const filed = await file(world)
    const person = holder(world, filed)
    expect(landing(await person.post(actions.trackStory, { story: '1', say: 'agreed' }))).toEqual([
      303,
      actions.trackCase,
    ])
    expect(await person.page()).not.toContain(actions.trackStory)
  })
})
