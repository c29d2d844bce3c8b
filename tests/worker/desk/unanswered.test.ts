import { beforeEach, describe, expect, it } from 'vitest'
import type { CaseEvent } from '#domain/history/events.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { staffWords } from '#domain/moves/sentences.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, movePath, reportPath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { makeForms } from '../../support/forms.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file, postJson, tuesday } from '../../support/world.ts'

/** What the holder of a code wrote, at the desk: nobody answers it or sets it aside without having read it. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>
const village = 'qingshi-liuwan-committee'
const at = async () => {
  const { cookie } = await signInAs(world, { unit: village, role: 'lead' })
  const by = visitDesk(world, cookie)
  return { ...by, text: async (path: string) => (await by.get(path)).text() }
}
const move = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const write = async ({ trackingCode }: Filed, text: string, call?: object) => {
  const answer = await postJson(world, api.messages, { trackingCode, text, ...(call && { call }) })
  expect(answer.status).toBe(201)
}
const readsOf = async ({ caseNumber }: Filed) =>
  (
    await world.db
      .prepare('SELECT count(*) AS n FROM read_log WHERE case_id = (SELECT id FROM cases WHERE number = ?)')
      .bind(caseNumber)
      .first<{ n: number }>()
  )?.n

const accepted = async () => {
  const filed = await file(world)
  await move(filed, 'accepted', { subject: '屋檐滴水' })
  return filed
}

describe.each<[MoveKind, Record<string, string>]>([
  ['message', { message: '周六来看。' }],
  ['set-aside', { reason: '只是道谢' }],
  ['called', { reached: 'yes', reason: '周六来看' }],
])('the form of %s', (kind, right) => {
  it('shows what waits, all of it, and is a read of the case', async () => {
    const filed = await accepted()
    await write(filed, '昨夜又漏了。')
    await write(filed, '墙也湿了。', { number: '0000', when: '傍晚' })
    const by = await at()
    const before = await readsOf(filed)
    const form = await by.text(movePath(filed.caseNumber, kind))
    for (const words of ['昨夜又漏了。', '墙也湿了。', '请回电话', '傍晚']) expect(form).toContain(words)
    expect(await readsOf(filed)).toBe((before ?? 0) + 1)
  })

  it('is not taken if words came meanwhile, and then shows them with what was typed', async () => {
    const filed = await accepted()
    await write(filed, '谢谢。', {})
    const by = await at()
    const path = movePath(filed.caseNumber, kind)
    const seen = /name="seen" value="(\d+)"/.exec(await by.text(path))?.[1] ?? ''
    await write(filed, '他刚才又来骂了。')
    const answer = await by.post(path, { seen, ...right })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    for (const words of ['他刚才又来骂了。', ...Object.values(right)]) expect(html).toContain(words)
  })

  it('of another move shows none of it', async () => {
    const filed = await accepted()
    await write(filed, '昨夜又漏了。')
    expect(await (await at()).text(movePath(filed.caseNumber, 'noted'))).not.toContain('昨夜又漏了')
  })
})

describe('a call that a reply asks for', () => {
  const replied = async () => {
    const filed = await accepted()
    await move(filed, 'asked', { message: '哪天方便？' })
    await write(filed, '周六。', { when: '下班以后' })
    return filed
  }

  it('waits at the desk until somebody answers, whatever else is done', async () => {
    const filed = await replied()
    const by = await at()
    await move(filed, 'noted', { reason: '看过' })
    const path = casePath(filed.caseNumber)
    const page = await by.text(path)
    for (const words of ['申请人来话了，还没有回', '下班以后', '周六。']) expect(page).toContain(words)
    expect(await by.text(deskPages.today.path)).toContain(filed.caseNumber)
    await move(filed, 'message', { message: '打过了，周六见。' })
    expect(await by.text(path)).not.toContain('还没有回')
  })

  it('is cleared by a call that reached the person, who reads on which day somebody rang', async () => {
    const filed = await replied()
    const by = await at()
    const path = casePath(filed.caseNumber)
    const called = async (reached: string) => {
      const page = await by.text(path)
      const [, words = ''] = page.split('id="unanswered"')
      expect(words.split('</section>')[0]).toContain(movePath(filed.caseNumber, 'called'))
      const seen =
        /name="seen" value="(\d+)"/.exec(await by.text(movePath(filed.caseNumber, 'called')))?.[1] ?? ''
      const answer = await by.post(movePath(filed.caseNumber, 'called'), { seen, reached, reason: '说了' })
      expect(answer.status).toBe(303)
      const { messages, timeline, turn } = (await (
        await postJson(world, api.track, { trackingCode: filed.trackingCode })
      ).json()) as {
        messages: { receipt?: string }[]
        timeline: { kind: string; text: string; at: string }[]
        turn: string
      }
      const { text } = timeline.at(-1) ?? {}
      return [text, turn, messages.at(-1)?.receipt]
    }
    expect(await called('no')).toEqual(['柳湾村人民调解委员会给您打过电话，没有打通。', 'desk', 'arrived'])
    expect(await by.text(path)).toContain('申请人来话了，还没有回')
    expect(await called('yes')).toEqual(['柳湾村人民调解委员会给您打过电话。', 'desk', 'arrived'])
    const page = await by.text(path)
    expect(page).not.toContain('还没有回')
    expect(page).toContain('打过电话了，打通了')
    expect(page).not.toContain(movePath(filed.caseNumber, 'called'))
    expect(
      (await by.post(movePath(filed.caseNumber, 'called'), { reached: 'yes', reason: '又打' })).status,
    ).toBe(409)
  })

  it('stands in the printed report', async () => {
    const filed = await replied()
    const html = await (await at()).text(reportPath(filed.caseNumber))
    expect(html).toContain('周六。（请回电话，下班以后）')
  })
})

it('words by a code that staff had seen say so where they are answered', async () => {
  const filed = await accepted()
  await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
  await write(filed, '昨夜又漏了。')
  const [, words = ''] = (await (await at()).text(casePath(filed.caseNumber))).split('id="unanswered"')
  expect(words.split('</section>')[0]).toContain('用的是工作人员看过的查询码')
})

it('a file is named with a space before Latin letters', () => {
  const file = { id: 'a', kind: 'pdf', size: 1, audience: 'mediator' } as const
  const event = { seq: 3, kind: 'file-added', actor: 'party:1', at: 0, unit: village, acting: '', hash: '' }
  expect(staffWords({ ...event, data: { file } } as CaseEvent)).toBe('交来一份 PDF 文件')
})

it('the sheet of the day says that the applicant wrote', async () => {
  const filed = await accepted()
  world.time.now += 86_400_000
  await write(filed, '昨夜又漏了。')
  const html = await (await at()).text(`${deskPages.digest.path}?day=${world.day()}`)
  const row = html.split('<tr').find((one) => one.includes(filed.caseNumber)) ?? ''
  expect(row).toContain('申请人来话了')
})

it('the question stays beside the form for the reply, however many words follow it', async () => {
  const filed = await accepted()
  await move(filed, 'asked', { message: '哪天方便？' })
  for (let left = 12; left > 0; left -= 1) await move(filed, 'message', { message: `第 ${left} 句` })
  const person = makeForms(world).browser()
  await person.post(actions.trackOpen, { trackingCode: filed.trackingCode })
  const form = (await person.page(actions.trackCase))
    .split('<section')
    .find((one) => one.includes(`action="${actions.trackReply}"`))
  expect(form).toContain('哪天方便？')
})

it('a reply that is not waited for any more stands in the form for a message', async () => {
  const filed = await accepted()
  await move(filed, 'asked', { message: '哪天方便？' })
  const tools = makeForms(world)
  const person = tools.browser()
  await person.post(actions.trackOpen, { trackingCode: filed.trackingCode })
  const { hidden } = tools.formOn(await person.page(actions.trackCase), actions.trackReply)
  await move(filed, 'mediating', { message: '周六来谈。' })
  const answer = await person.post(actions.trackReply, { ...hidden, reply: '周六上午方便。' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  const form = html.split('<form').find((one) => one.includes(`action="${actions.trackMessage}"`))
  expect(form).toContain('周六上午方便。')
})
