import { describe, expect, it } from 'vitest'
import { casePath } from '#domain/routes/desk.ts'
import { sharedDesk } from '../../support/desk-clock.ts'
import { moveOn } from '../../support/rating.ts'
import { signInAs, visitDesk } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** A form of a move that is opened anew by Back: a second press is known by what its writer had seen. */

const world = sharedDesk()
const at = async () => {
  const who = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
  const visit = visitDesk(world, who.cookie)
  return { ...visit, page: async (path: string) => (await visit.get(path)).text() }
}
type Desk = Awaited<ReturnType<typeof at>>

const again = '这一步您刚才做过一次'

/** The form at an address, as a browser loads it, posted with words. */
const press = async (desk: Desk, address: string, fields: Record<string, string>) => {
  const html = await desk.page(address)
  const action = /<form action="([^"]+)" method="post" novalidate/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
  return { html, seen, answer: await desk.post(action ?? '', { ...fields, seen }) }
}

const opened = async () => {
  const filed = await file(world)
  await moveOn(world, filed, [['accepted', { subject: '屋檐滴水' }]])
  const desk = await at()
  const linkTo = async (kind: string): Promise<string> =>
    new RegExp(`href="(${casePath(filed.caseNumber)}/${kind}\\?[^"]*seen=\\d+)"`)
      .exec(await desk.page(`${casePath(filed.caseNumber)}?list=today`))?.[1]
      ?.replaceAll('&amp;', '&') ?? ''
  const count = async (kind: string) =>
    (
      await world.db
        .prepare(
          'SELECT count(*) AS n FROM case_event WHERE kind = ? AND case_id = (SELECT id FROM cases WHERE number = ?)',
        )
        .bind(kind, filed.caseNumber)
        .first<{ n: number }>()
    )?.n
  return { filed, desk, linkTo, count }
}

describe('a message', () => {
  it('sent again after Back is the first, and the form says so', async () => {
    const { desk, linkTo, count } = await opened()
    const address = await linkTo('message')
    expect(address).toContain('list=today')
    const first = await press(desk, address, { message: '周六上午去看。' })
    expect([first.answer.status, first.html.includes(again)]).toEqual([303, false])
    const second = await press(desk, address, { message: '周六上午去看。' })
    expect([second.answer.status, second.html.includes(again)]).toEqual([303, true])
    expect(second.answer.headers.get('location')).toBe(first.answer.headers.get('location'))
    expect(await count('message')).toBe(1)
  })

  it('of other words after Back is asked about, and then another, once', async () => {
    const { desk, linkTo, count } = await opened()
    const address = await linkTo('message')
    await press(desk, address, { message: '周六上午去看。' })
    const asked = await press(desk, address, { message: '改到周日。' })
    expect(asked.answer.status).toBe(409)
    const html = await asked.answer.text()
    for (const words of ['刚才变了这些', '改到周日。']) expect(html).toContain(words)
    const seen = /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
    const action = /<form action="([^"]+)" method="post" novalidate/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    for (const _ of [1, 2])
      expect((await desk.post(action ?? '', { message: '改到周日。', seen })).status).toBe(303)
    expect(await count('message')).toBe(2)
  })

  it('with the same words from the page of the case is another', async () => {
    const { desk, linkTo, count } = await opened()
    for (const _ of [1, 2]) {
      const { answer, html } = await press(desk, await linkTo('message'), { message: '没有打通。' })
      expect([answer.status, html.includes(again)]).toEqual([303, false])
    }
    expect(await count('message')).toBe(2)
  })

  it('of a colleague with the same address is their own, from the case as it is', async () => {
    const { desk, linkTo, count } = await opened()
    const address = await linkTo('message')
    await press(desk, address, { message: '周六上午去看。' })
    const other = await press(await at(), address, { message: '周六上午去看。' })
    expect([other.answer.status, other.html.includes(again)]).toEqual([303, false])
    expect(await count('message')).toBe(2)
  })
})

it.each(['0', '-1', '99999', 'x', '1.5', '1'])(
  'an address that says %s shows the case as it is',
  async (seen) => {
    const { filed, desk } = await opened()
    const { answer, html } = await press(desk, `${casePath(filed.caseNumber)}/message?seen=${seen}`, {
      message: '周六上午去看。',
    })
    expect([answer.status, html.includes(again)]).toEqual([303, false])
  },
)
