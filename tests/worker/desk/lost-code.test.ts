import { beforeEach, describe, expect, it } from 'vitest'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { correct, ended, low, rate } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { cookieOf, file, postForm, postJson, rightFiling } from '../../support/world.ts'

/** Who lost their code gets another one at a counter, from somebody who has no hand in their case (rules.md R66). */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld()
})

type Filed = Awaited<ReturnType<typeof file>>

const village = 'qingshi-liuwan-committee'
const at = async (unit: string, role: Who['role'] = 'handler') => {
  const who = await signInAs(world, { unit, role })
  return { ...visitDesk(world, who.cookie), id: who.id }
}
type Staff = Awaited<ReturnType<typeof at>>

const memberAs = ({ id }: Staff) => ({
  id,
  username: id,
  unit: village,
  role: 'handler' as const,
  name: '测试员',
})
const right = ({ caseNumber }: Filed) => ({
  caseNumber,
  name: rightFiling.name,
  phone: rightFiling.phone,
  paper: 'id-card',
  self: 'true',
})
const ask = (by: Staff, fields: Record<string, string>) => by.post(deskPages.lostCode.path, fields)

/** The code on the slip that is shown after it was replaced. */
const codeOn = (slip: string) =>
  [...slip.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
const replace = async (by: Staff, filed: Filed) => {
  const answer = await ask(by, right(filed))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, deskPages.registered.path])
  const slip = await (await by.get(deskPages.registered.path)).text()
  expect(slip).toContain('旧的查询码已经作废')
  return codeOn(slip)
}
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
/** The answer with what was typed taken out: the same for everything that does not fit. */
const refusedBy = async (by: Staff, fields: Record<string, string>) => {
  const answer = await ask(by, fields)
  const { name = '', phone = '', caseNumber = '' } = fields
  let main = mainOf(await answer.text())
  for (const typed of [caseNumber, name, phone]) if (typed) main = main.replaceAll(typed, '#')
  return { status: answer.status, main }
}
const follows = async (trackingCode: string) => (await postJson(world, api.track, { trackingCode })).status

it('the new code opens the case, and the old one and its sessions are dead at once', async () => {
  const filed = await file(world)
  const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode: filed.trackingCode }))
  const page = () => world.request(actions.trackCase, { headers: { cookie } })
  expect((await page()).status).toBe(200)

  const code = await replace(await at(village), filed)
  expect(code).toMatch(/^\d{16}$/)
  expect(code).not.toBe(filed.trackingCode)
  expect(await follows(filed.trackingCode)).toBe(404)
  expect((await page()).headers.get('location')).toBe('/track/')
  const opened = await postForm(world, actions.trackOpen, { trackingCode: code })
  expect(opened.status).toBe(303)
  // Staff have seen it: its holder is asked to take one of their own.
  expect(opened.headers.get('location')).toBe(actions.trackNewCode)
  expect(await follows(code)).toBe(200)
})

it('who replaced the code has no hand in the case by that: they replace it again', async () => {
  const filed = await file(world)
  const by = await at(village)
  const [first, second] = [await replace(by, filed), await replace(by, filed)]
  expect([await follows(first), await follows(second)]).toEqual([404, 200])
})

it('fits the name and the telephone as they were corrected since', async () => {
  const filed = await file(world)
  await correct(world, filed, { name: '吴秀英', phone: '13911112222' })
  const by = await at(village)
  const corrected = { ...right(filed), name: '吴秀英', phone: '13911112222' }
  expect((await ask(by, corrected)).status).toBe(303)
})

it('shows no rating, which only its writer reads', async () => {
  const filed = await ended(world)
  await rate(world, filed, low)
  const shown = async (trackingCode: string) => {
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
    return (await world.request(actions.trackCase, { headers: { cookie } })).text()
  }
  expect(await shown(filed.trackingCode)).toContain('大呼小叫')
  expect(await shown(await replace(await at(village), filed))).not.toContain('大呼小叫')
})

it('the desk reads beside words that staff had seen the code', async () => {
  const filed = await file(world)
  const code = await replace(await at(village), filed)
  expect((await postJson(world, api.messages, { trackingCode: code, text: '又漏了。' })).status).toBe(201)
  const page = await (await (await at(village, 'lead')).get(casePath(filed.caseNumber))).text()
  expect(page).toContain('用的是工作人员看过的查询码')
  // Not beside the words of a code that nobody else has seen.
  const other = await file(world)
  await postJson(world, api.messages, { trackingCode: other.trackingCode, text: '又漏了。' })
  const plain = await (await (await at(village, 'lead')).get(casePath(other.caseNumber))).text()
  expect(plain).not.toContain('用的是工作人员看过的查询码')
})

it('stands in the history with the person, the unit and the paper, and its holder reads that', async () => {
  const filed = await file(world)
  const by = await at(village)
  const code = await replace(by, filed)
  const other = await at(village, 'lead')
  expect(await (await other.get(casePath(filed.caseNumber))).text()).toContain('补了查询码，看过居民身份证')
  const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode: code }))
  const jar = { cookie }
  await postForm(world, actions.trackNewCode, {}, jar)
  const rows = await world.db
    .prepare(
      "SELECT actor, acting, data FROM case_event WHERE kind = 'code-reissued' AND case_id = (SELECT id FROM cases WHERE number = ?)",
    )
    .bind(filed.caseNumber)
    .all<{ actor: string; acting: string; data: string }>()
  expect(rows.results.map(({ actor, acting, data }) => [actor, acting, JSON.parse(data)])).toEqual([
    [`staff:${by.id}`, village, { party: 1, paper: 'id-card' }],
  ])
})

describe('one answer, as for a number that does not exist', () => {
  const cases: [string, (filed: Filed) => Promise<[Staff, Record<string, string>]>][] = [
    ['another name', async (filed) => [await at(village), { ...right(filed), name: '吴秀英' }]],
    ['another telephone', async (filed) => [await at(village), { ...right(filed), phone: '13911112222' }]],
    ['a unit that may not see the case', async (filed) => [await at('yunxi-xiqiao-committee'), right(filed)]],
    [
      'the person who handles the case',
      async (filed) => {
        const by = await at(village)
        const input = { staff: by.id, subject: '屋檐水' }
        for (const kind of ['accepted', 'assigned'] as const)
          await moveCase(world.ports, { number: filed.caseNumber, kind, by: 'console', input })
        return [by, right(filed)]
      },
    ],
    [
      'a person who did something in it',
      async (filed) => {
        const by = await at(village)
        const member = memberAs(by)
        const input = { reason: '去看过' }
        await moveCase(world.ports, { number: filed.caseNumber, kind: 'noted', by: member, input })
        return [by, right(filed)]
      },
    ],
    [
      'somebody who must keep out of it',
      async (filed) => {
        const by = await at(village)
        const member = memberAs(by)
        await moveCase(world.ports, {
          number: filed.caseNumber,
          kind: 'recused',
          by: member,
          input: { reason: '亲戚' },
        })
        return [by, right(filed)]
      },
    ],
  ]

  it.each(cases)('%s', async (_, make) => {
    const filed = await file(world)
    const unknown = await refusedBy(await at(village), { ...right(filed), caseNumber: '2026-000000' })
    expect(unknown.status).toBe(422)
    expect(unknown.main).toContain('没有对上')
    const [by, fields] = await make(filed)
    expect(await refusedBy(by, fields)).toEqual(unknown)
    // The log says who tried, as of every case that is not for them.
    const { results } = await world.db
      .prepare(
        "SELECT c.number FROM desk_log l JOIN cases c ON c.id = l.case_id WHERE l.actor = ? AND l.kind = 'case-refused'",
      )
      .bind(by.id)
      .all()
    expect(results).toEqual([{ number: filed.caseNumber }])
    expect(await follows(filed.trackingCode)).toBe(200)
  })

  it('an anonymous case', async () => {
    const filed = await file(world, { anonymous: true, name: null, phone: null, track: 'consult' })
    const by = await at(village)
    const unknown = await refusedBy(by, { ...right(filed), caseNumber: '2026-000000' })
    expect(await refusedBy(by, right(filed))).toEqual(unknown)
    expect(await follows(filed.trackingCode)).toBe(200)
  })
})

it('what is missing is named, and what was typed stays', async () => {
  const filed = await file(world)
  const by = await at(village)
  const answer = await ask(by, { caseNumber: filed.caseNumber, name: '', phone: '', paper: 'x', self: '' })
  const main = mainOf(await answer.text())
  expect(answer.status).toBe(422)
  for (const text of ['请照证件填姓名', '请填本人报的电话', '请选看的是哪一种证件', '要本人来'])
    expect(main).toContain(text)
  expect(main).toContain(`value="${filed.caseNumber}"`)
})

it('keeps no accounts, no code: an administrator finds no such page', async () => {
  expect((await (await at('qingshi-centre', 'admin')).get(deskPages.lostCode.path)).status).toBe(404)
})
