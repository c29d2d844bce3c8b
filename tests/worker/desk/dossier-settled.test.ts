import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import {
  agreementPath,
  documentPath,
  dossierPath,
  minutesPath,
  wholeDossierPath,
} from '#domain/routes/desk.ts'
import { api } from '#domain/routes/site.ts'
import { headingFaults } from '../../support/headings.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { mediator, theirName, theirPhone, village, willing } from '../../support/meetings.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { file, rightFiling, tuesday } from '../../support/world.ts'

/** What a settled mediation leaves in its file: minutes, the agreement, what was performed of it, revisits. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  // The cases of other tests have the same rooms.
  await world.db.prepare('DELETE FROM case_session').run()
})

const hour = day / 24
const facts = '新檐伸出四十厘米，雨水落进院内。'

/** A meeting tomorrow that was held; its minutes are corrected once. Returns its id. */
const meet = async (filed: Filed, comers: string[], said: string) => {
  const { make } = twoSides(world)
  const time1 = world.time.now + day
  await make(filed, 'session-arranged', {
    ...{ comers, length: 60, room: 'first', time1 },
    mediator: await mediator(world),
  })
  const id = (await eventsOf(world, filed)).at(-1)?.data.session?.id ?? 0
  world.time.now = time1 + hour
  const minutes: MoveInput = { meeting: String(id), present: '到了的人', said, outcome: '第一次写的' }
  await make(filed, 'session-held', minutes)
  await make(filed, 'minutes-corrected', { ...minutes, outcome: '改过的结果' })
  return id
}

const typed = {
  facts,
  ...{ what1: '在屋檐装檐沟', by1: '2', due1: '2026-12-05' },
  ...{ what2: '付修墙的工钱', by2: '2', to2: '1', yuan2: '600', due2: '2026-12-10' },
  how: '现金当面付，写收条。',
}
const written = { form: 'written', signed1: '2026-11-24', signed2: '2026-11-24', sealedOn: '2026-11-24' }

/** Writes the draft and concludes it. */
const conclude = async (filed: Filed, how: Record<string, string>) => {
  const staff = await staffAt(world, village)
  const seen = async () => String((await world.ports.store.openCase(filed.caseNumber))?.record.headSeq)
  const draft = { seen: await seen(), mediators: staff.id, ...typed }
  expect((await staff.post(agreementPath(filed.caseNumber), draft)).status).toBe(303)
  const end = { seen: await seen(), version: '1', sure: 'true', ...how }
  expect((await staff.post(agreementPath(filed.caseNumber, 'conclude'), end)).status).toBe(303)
}

/** Two meetings, the second with the complainant alone, a concluded agreement, one item of it done. */
const settled = async (how: Record<string, string> = written) => {
  const sides = await willing(world)
  const both = await meet(sides.filed, ['1', '2'], '一起谈的话')
  const apart = await meet(sides.filed, ['1'], '单独说的话')
  await twoSides(world).make(sides.filed, 'mediating')
  await conclude(sides.filed, how)
  const say = (who: Filed, says: string) => holder(world, who).call(api.agreementItem, { item: 2, says })
  expect((await say(sides.theirs, 'done')).status).toBe(201)
  expect((await say(sides.filed, 'received')).status).toBe(201)
  return { ...sides, both, apart }
}

const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, '')

/** The states of the documents, as the list says them. */
const statesOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<li>\d+．(.*?)：(有|还没有|打印出来手写|只有纸上的)<p/g)].map(
      ([, title = '', state = '']) => [wordsOf(title).replace(/ 第 .*/, ''), state],
    ),
  )

const said = async (number: string, id: string, words: string[], seq?: number) => {
  const { text } = await staffAt(world, village)
  const html = await text(documentPath(number, id, seq))
  expect(headingFaults(html), id).toEqual([])
  const page = wordsOf(html).replaceAll(' ', '')
  expect(
    words.filter((word) => !page.includes(word.replaceAll(' ', ''))),
    id,
  ).toEqual([])
  return page
}

describe('the file of a settled mediation', () => {
  it('has none of it before anything was recorded', async () => {
    const { caseNumber } = await file(world)
    const { text, get } = await staffAt(world, village)
    const ids = ['minutes', 'agreement', 'oral', 'performance', 'revisit']
    expect(statesOn(await text(dossierPath(caseNumber)))).toMatchObject({
      ...{ 调解笔录: '还没有', 人民调解协议书: '还没有', 口头协议登记表: '还没有' },
      ...{ 履行记录和凭据: '还没有', 回访记录: '还没有' },
    })
    for (const id of ids) expect((await get(documentPath(caseNumber, id))).status, id).toBe(404)
  })

  it('prints the newest minutes of each meeting, as their own page does', async () => {
    const { filed, both, apart } = await settled()
    const { caseNumber } = filed
    const { text } = await staffAt(world, village)
    const list = await text(dossierPath(caseNumber))
    for (const id of [both, apart]) expect(list).toContain(documentPath(caseNumber, 'minutes', id))
    const first = await said(caseNumber, 'minutes', ['一起谈的话', '改过的结果', theirName], both)
    const second = await said(caseNumber, 'minutes', ['单独说的话', '改过的结果', '吴秀兰'], apart)
    for (const page of [first, second]) expect(page).not.toContain('第一次写的')
    expect(second).not.toContain(theirName)
    const facts = (html: string) => /<dl class="paper-facts">.*?<\/dl>/s.exec(html)?.[0]
    expect(facts(await text(documentPath(caseNumber, 'minutes', both)))).toBe(
      facts(await text(minutesPath(caseNumber, both))),
    )
  })

  it('prints the agreement and what was performed of it, with nobody’s phone', async () => {
    const { filed } = await settled()
    const { caseNumber } = filed
    const digits = caseNumber.slice(5)
    const page = await said(caseNumber, 'agreement', [
      ...[facts, '陆佰元整', '吴秀兰', theirName, '盖章、指印', '2026 年 11 月 24 日', '（盖章）'],
      `柳湾人调协〔2026〕${digits} 号`,
    ])
    const own = await (await staffAt(world, village)).text(agreementPath(caseNumber, 'print'))
    expect(own).toContain(`柳湾人调协〔2026〕${digits} 号`)
    for (const secret of [theirPhone, rightFiling.phone, rightFiling.narrative, '单独说的话'])
      expect(page).not.toContain(secret)
    await said(caseNumber, 'performance', [
      ...['付修墙的工钱', '对方：做的人说做到了', '申请人：做到了，两边都认'],
      ...['在屋檐装檐沟', '还没有做', '生效的日子2026 年 11 月 24 日', '经手人'],
    ])
    const { get } = await staffAt(world, village)
    expect((await get(documentPath(caseNumber, 'oral'))).status).toBe(404)
  })

  it('prints an oral agreement on its own sheet instead', async () => {
    const { filed } = await settled({ form: 'oral', agreedOn: '2026-11-24' })
    await said(filed.caseNumber, 'oral', ['口头协议登记表', facts, '不用制作协议书', '陆佰元整'])
    const { get } = await staffAt(world, village)
    expect((await get(documentPath(filed.caseNumber, 'agreement'))).status).toBe(404)
  })

  it('has a record of each revisit, and everything in one print', async () => {
    const { filed } = await settled()
    const { caseNumber } = filed
    const { make } = twoSides(world)
    world.time.now += 31 * day
    await make(filed, 'revisited', { kept: 'unreached', reason: '敲门没有人' })
    world.time.now += 8 * day
    await make(filed, 'revisited', { kept: 'partly', reason: '檐沟还没有装' })
    await said(caseNumber, 'revisit', ['没有联系上', '敲门没有人', '做了一部分', '檐沟还没有装'])
    const { text } = await staffAt(world, village)
    expect(statesOn(await text(dossierPath(caseNumber)))).toMatchObject({
      ...{
        调解笔录: '有',
        人民调解协议书: '有',
        口头协议登记表: '还没有',
        履行记录和凭据: '有',
        回访记录: '有',
      },
    })
    const whole = await text(wholeDossierPath(caseNumber))
    expect(headingFaults(whole)).toEqual([])
    const titles = [...whole.matchAll(/<article class="paper-sheet">.*?<h2>([^<]*)<\/h2>/gs)].map(
      ([, title]) => title,
    )
    expect(titles).toEqual([
      ...['人民调解卷宗', '卷内目录', '人民调解申请书', '受理登记表', '调解笔录', '调解笔录'],
      ...['人民调解协议书', '送达回证（对方）', '履行记录和凭据', '回访记录', '回访记录'],
      ...['卷宗情况说明', '备考表'],
    ])
    const missing = await said(caseNumber, 'statement', ['终止调解告知书'])
    for (const title of ['调解笔录', '人民调解协议书', '回访记录']) expect(missing).not.toContain(title)
  })
})

it('the file of a petition has the minutes of its hearing, under their own name', async () => {
  const { make } = twoSides(world)
  const filed = await file(world, { track: 'complaint' })
  const { caseNumber } = filed
  await make(filed, 'accepted', { subject: '井水', message: '收到了。', matter: 'petition' })
  const time1 = world.time.now + day
  const hearing: MoveInput = { comers: ['1'], length: 120, room: 'first', time1, guests: '县人大代表' }
  const mediator = (await staffAt(world, 'qingshi-office')).id
  await make(filed, 'hearing-set', { ...hearing, mediator })
  const meeting = String((await eventsOf(world, filed)).at(-1)?.data.session?.id)
  world.time.now = time1 + hour
  await make(filed, 'session-held', { meeting, present: '都到了', said: '井水发黄', outcome: '再化验' })
  const { text } = await staffAt(world, 'qingshi-office')
  expect(statesOn(await text(dossierPath(caseNumber)))).toMatchObject({ '议事、听证笔录': '有' })
  const page = await text(documentPath(caseNumber, 'hearing'))
  for (const words of ['<h1>听证笔录</h1>', '县人大代表', '井水发黄', '再化验']) expect(page).toContain(words)
  expect(page).not.toContain('人民调解法')
})
