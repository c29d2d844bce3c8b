import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { cookieOf, file, makeWorld, postForm, postJson, tuesday, type World } from '../../support/world.ts'

/** What the code of a case shows after the case was merged into another. */

let world: World
beforeEach(() => {
  world = makeWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>

const move = async (number: string, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const merge = (one: Filed, into: Filed) =>
  move(one.caseNumber, 'merged', { other: into.caseNumber, message: '两件并在一起办。' })
const erase = (one: Filed) =>
  erasePerson(
    { ...world.ports, erasures: { add: async () => undefined, all: async () => [] } },
    one.caseNumber,
    1,
  )

/** The page a code opens, without its header and its tags. */
const page = async ({ trackingCode }: Filed) => {
  const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
  const html = await (await world.request('/track/case', { headers: { cookie } })).text()
  return /<main[\s\S]*<\/main>/.exec(html)?.[0].replaceAll(/<[^>]+>/g, '') ?? ''
}
const view = async ({ trackingCode }: Filed) =>
  (await (await postJson(world, '/api/v1/cases/track', { trackingCode })).json()) as {
    status: string
    mergedInto?: { caseNumber: string; status?: string; next?: { what: string; by: string }[] }
  }

const wang = { name: '王秀英', phone: '13800000001' }
const li = { name: '李大有', phone: '13800000002' }

describe('the code of a merged case', () => {
  it.each<[string, 'more' | 'no more', Record<string, unknown>, Record<string, unknown>]>([
    ['phone and name', 'more', wang, wang],
    ['phone, and only one named', 'no more', wang, { phone: wang.phone, name: undefined }],
    ['name, and only one with a phone', 'no more', wang, { name: wang.name, phone: undefined }],
    ['one of two phones', 'more', { ...wang, phone: '13800000001，13800000009' }, wang],
    ['name, with a note', 'more', { ...wang, name: '王秀英（本人）' }, wang],
    ['phone, under another name', 'no more', wang, { ...li, phone: wang.phone }],
    ['name, with another phone', 'no more', wang, { ...li, name: wang.name }],
  ])('of complainants with the same %s shows %s than the number', async (_, shown, first, second) => {
    const more = shown === 'more'
    const [into, merged] = [await file(world, first), await file(world, second)]
    await move(into.caseNumber, 'accepted', { subject: '屋檐滴水的事由', message: '只给那一件的话' })
    await merge(merged, into)
    const text = await page(merged)
    expect(text).toContain(`这件并到 ${into.caseNumber} 一起办`)
    expect(text).not.toMatch(/另外提交|已办结/)
    expect(text).not.toMatch(/屋檐滴水|只给那一件的话|王秀英|李大有|1380000/)
    if (more) expect(text).toMatch(/那一件现在：已受理。12 月 24 日（周四）前，办出结果/)
    else expect(text).not.toMatch(/已受理|那一件现在/)
    expect(await view(merged)).toMatchObject({
      status: 'closed',
      mergedInto: {
        caseNumber: into.caseNumber,
        ...(more && { status: 'accepted', next: [{ by: '2026-12-24' }] }),
      },
    })
    expect(Object.keys((await view(merged)).mergedInto ?? {})).toHaveLength(more ? 3 : 1)
    expect((await view(into)).mergedInto).toBeUndefined()
  })

  it('follows the other case to its end', async () => {
    const [into, merged] = [await file(world, wang), await file(world, wang)]
    await merge(merged, into)
    expect(await page(merged)).toContain('那一件现在：已登记')
    await move(into.caseNumber, 'accepted', { subject: '屋檐滴水' })
    await move(into.caseNumber, 'mediating')
    expect(await page(merged)).toContain('那一件现在：调解中')
    await move(into.caseNumber, 'asked', { message: '哪天方便？' })
    expect(await page(merged)).toContain('那一件现在：等您补充')
    await move(into.caseNumber, 'settled')
    const text = await page(merged)
    expect(text).toContain('那一件现在：已达成协议')
    expect(text).not.toContain('哪天方便')
  })

  it('shows the usual page again after the case was taken up again', async () => {
    const [into, merged] = [await file(world, wang), await file(world, wang)]
    await merge(merged, into)
    await move(merged.caseNumber, 'reopened', { reason: '不是一件事' })
    expect(await page(merged)).not.toContain('这件并到')
    expect(await view(merged)).not.toHaveProperty('mergedInto')
    await move(merged.caseNumber, 'mediating')
    await move(merged.caseNumber, 'failed', { message: '没有谈成', ways: ['none'] })
    await move(merged.caseNumber, 'closed')
    const text = await page(merged)
    expect(text).toContain('另外提交')
    expect(text).not.toContain('这件并到')
  })

  it('shows only the number once one of the two was erased', async () => {
    const [into, merged] = [await file(world, wang), await file(world, wang)]
    await merge(merged, into)
    await erase(into)
    expect(await page(merged)).not.toContain('那一件现在')
    expect(await view(merged)).toMatchObject({ mergedInto: { caseNumber: into.caseNumber } })
    await erase(merged)
    const answer = await postJson(world, '/api/v1/cases/track', { trackingCode: merged.trackingCode })
    expect(answer.status).toBe(404)
  })
})

describe('a target that cannot be read', () => {
  it.each([
    ['an unknown unit', 'no-such-unit', '{}'],
    ['broken data', 'qingshi-liuwan-committee', '{'],
  ])('because of %s shows only the number', async (_, unit, data) => {
    const [into, merged] = [await file(world, wang), await file(world, wang)]
    await merge(merged, into)
    expect(await page(merged)).toContain('那一件现在')
    await world.db
      .prepare(
        "INSERT INTO case_event SELECT id, head_seq + 1, 'noted', 'system', 0, ?, '', ?, '', NULL, head_hash, ? FROM cases WHERE number = ?",
      )
      .bind(unit, data, 'b'.repeat(64), into.caseNumber)
      .run()
    const text = await page(merged)
    expect(text).toContain(`这件并到 ${into.caseNumber} 一起办`)
    expect(text).not.toContain('那一件现在')
  })
})

describe('merges one after the other', () => {
  /** Cases that were merged each into the next; the last one is open. */
  const chain = async (...people: Record<string, unknown>[]) => {
    const filed: Filed[] = []
    for (const person of people) filed.push(await file(world, person))
    for (const [index, one] of filed.entries()) {
      const into = filed[index + 1]
      if (into) await merge(one, into)
    }
    return filed as [Filed, Filed, Filed, ...Filed[]]
  }

  it('are followed to the last case', async () => {
    const [first, second, last] = await chain(wang, wang, wang)
    await move(last.caseNumber, 'accepted', { subject: '屋檐滴水' })
    const text = await page(first)
    for (const part of [
      `这件并到 ${second.caseNumber} 一起办`,
      `又并到 ${last.caseNumber}`,
      '那一件现在：已受理',
    ])
      expect(text).toContain(part)
    expect(await view(first)).toMatchObject({
      mergedInto: { caseNumber: last.caseNumber, status: 'accepted' },
    })
  })

  it('are followed to the case that was taken up again', async () => {
    const [first, second, last] = await chain(wang, wang, wang)
    await move(second.caseNumber, 'reopened', { reason: '分开办' })
    const text = await page(first)
    expect(text).toContain('那一件现在：已受理')
    expect(text).not.toContain(last.caseNumber)
  })

  it.each<[string, Record<string, unknown>[]]>([
    ['of another person on the way', [wang, { ...li, phone: wang.phone }, li]],
    [
      'of another person at the end',
      [wang, { ...wang, phone: '13800000001，13800000002' }, { ...wang, phone: li.phone }],
    ],
    ['beyond the bound', [wang, wang, wang, wang, wang]],
  ])('%s show only the first number', async (_, people) => {
    const [first, second, ...rest] = await chain(...people)
    const text = await page(first)
    expect(text).toContain(`这件并到 ${second.caseNumber} 一起办`)
    expect(text).not.toContain('那一件现在')
    for (const { caseNumber } of rest) expect(text).not.toContain(caseNumber)
  })

  it('cost one round trip each, and a case that was not merged none', async () => {
    const [first, second, last] = await chain(wang, wang, wang)
    const trips = []
    for (const { trackingCode } of [last, second, first]) {
      await view({ trackingCode } as Filed)
      world.counted.take()
      await view({ trackingCode } as Filed)
      const { roundTrips, rowsRead } = world.counted.take()
      trips.push(roundTrips)
      expect(rowsRead).toBeLessThan(60)
    }
    expect(trips).toEqual([1, 2, 3])
  })
})

it.each<[string, (number: string) => Promise<void>]>([
  ['new', async () => undefined],
  ['accepted', (number) => move(number, 'accepted', { subject: '屋檐滴水' })],
])(
  'a case merged into a %s case of danger reads like one merged into any other at the county',
  async (_, go) => {
    const about = { ...wang, about: 'town-staff' }
    const texts = []
    for (const target of [about, { ...wang, danger: true, contact: { mayCall: true } }]) {
      const [into, merged] = [await file(world, target), await file(world, about)]
      await go(into.caseNumber)
      await merge(merged, into)
      const answer = JSON.stringify(await view(merged))
      texts.push(
        [await page(merged), answer].map((text) =>
          text.replaceAll(/\d{4}-\d{6}/g, '#').replaceAll(/[0-9a-f]{64}/g, '#'),
        ),
      )
    }
    expect(texts[0]?.[0]).toContain('那一件现在')
    expect(texts[1]).toEqual(texts[0])
  },
)
