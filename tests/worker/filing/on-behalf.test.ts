import { beforeEach, describe, expect, it } from 'vitest'
import { casePath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { helperIds, helpers } from '#domain/words/helpers.ts'
import { codeOn, filer } from '../../support/filer.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, postForm, postJson, rightFiling } from '../../support/world.ts'

/** Somebody fills the form in for an adult, who confirms every answer and to whom alone the code is shown. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld()
})

const count = async () =>
  (await world.db.prepare('SELECT count(*) AS n FROM cases').first<{ n: number }>())?.n
const own = '我是本人，都对，提交'

describe.each(helperIds)('a form that was filled in by: %s', (onBehalfOf) => {
  it('is sent by the button of the person it is about, and by no other', async () => {
    const person = filer(world)
    const { html, fields } = await person.check({ onBehalfOf })
    expect(html).toContain('请把手机交给本人')
    expect(html).toContain(own)
    expect(html).toContain(`${helpers[onBehalfOf].name}，本人核对过`)
    const before = await count()
    const refused = await person.send(fields)
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(again).toContain('没有收下')
    // The answers are still there, with the same token.
    expect(again).toContain(rightFiling.narrative)
    expect(again).toContain(fields['sendToken'])
    expect(await count()).toBe(before)

    const sent = await person.send({ ...fields, confirmed: 'self' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, actions.fileDone])
    expect(await count()).toBe((before ?? 0) + 1)
  })
})

const done = async (changes: Record<string, unknown>) => {
  const person = filer(world)
  const { fields } = await person.check(changes)
  await person.send({ ...fields, confirmed: 'self' })
  return (await person.get(actions.fileDone)).text()
}

it('the code is folded away until the person opens it, and of nobody else', async () => {
  const [html, plain] = [await done({ onBehalfOf: 'family' }), await done({})]
  const [, folded = ''] = /<details class="section">([\s\S]*?)<\/details>/.exec(html) ?? []
  expect(folded).toContain('我是本人，看查询码')
  expect(codeOn(folded)).toMatch(/^\d{16}$/)
  expect(codeOn(html)).toBe(codeOn(folded))
  // Whoever has not opened it cannot put the code away, and reads what to press first.
  expect(html.split('我已记下</button>')).toHaveLength(2)
  expect(folded).toMatch(/我已记下\s*<\/button>/)
  expect(html.split('<details')[0]).toContain('请本人先点“我是本人，看查询码”，再')
  expect(plain).not.toContain('我是本人')
})

it('staff read who filled it in, and its holder reads it in what was filed', async () => {
  const answer = await postJson(world, api.cases, { ...rightFiling, onBehalfOf: 'village' })
  expect(answer.status).toBe(201)
  const filed = (await answer.json()) as { caseNumber: string; trackingCode: string }
  const { caseNumber } = filed
  const who = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
  const page = await (await visitDesk(world, who.cookie).get(casePath(caseNumber))).text()
  expect(page).toContain('村里（社区）的人替填，本人核对过')
  const { trackingCode } = filed
  const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
  const shown = await postForm(world, actions.trackFiled, { trackingCode }, { cookie })
  expect(await shown.text()).toContain('村里（社区）的人替填')
})

it.each([
  ['an unknown helper', 'lawyer'],
  ['something else than a text', { name: '甲' }],
])('the API refuses %s', async (_, onBehalfOf) => {
  const answer = await postJson(world, api.cases, { ...rightFiling, onBehalfOf })
  const { errors } = (await answer.json()) as { errors: { field: string; code: string }[] }
  expect([answer.status, errors.map(({ field, code }) => `${field} ${code}`)]).toEqual([
    422,
    ['onBehalfOf unknown'],
  ])
})

it.each([undefined, null, ''])('the API takes %s as: the person themselves', async (onBehalfOf) => {
  expect((await postJson(world, api.cases, { ...rightFiling, onBehalfOf })).status).toBe(201)
})
