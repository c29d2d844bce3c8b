import { beforeEach, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { cookieOf, file, makeWorld, postForm, tuesday, type World } from '../../support/world.ts'

/** What the code of a case shows after each kind of end: what remains to do, also once the case is closed. */

let world: World
beforeEach(() => {
  world = makeWorld(tuesday)
})

const move = async (number: string, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
/** The page a code opens, as text. */
const page = async ({ trackingCode }: { trackingCode: string }) => {
  const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
  const html = await (await world.request('/track/case', { headers: { cookie } })).text()
  return /<main[\s\S]*<\/main>/.exec(html)?.[0].replaceAll(/<[^>]+>/g, '') ?? ''
}

const complaint = { track: 'complaint', category: 'environment', address: '柳湾村三组' }

it.each<[string, Record<string, unknown>, [MoveKind, MoveInput][], string]>([
  [
    'settled',
    {},
    [
      ['accepted', { subject: '滴水' }],
      ['mediating', {}],
      ['settled', {}],
    ],
    '司法确认',
  ],
  [
    'failed',
    {},
    [
      ['accepted', { subject: '滴水' }],
      ['mediating', {}],
      ['failed', { message: '没有谈成', ways: ['none'] }],
    ],
    '12348',
  ],
  ['declined', {}, [['declined', { message: '不归这里', body: '县法院' }]], '12348'],
  [
    'answered',
    complaint,
    [
      ['accepted', { subject: '噪声', matter: 'petition' }],
      ['answered', { message: '查过了' }],
      ['delivered', { deliveryBy: 'hand', deliveryOn: '2026-11-24' }],
    ],
    '最后一天是',
  ],
])(
  'the code of a case that was %s says what remains, also after it was closed',
  async (_, filing, moves, remains) => {
    const filed = await file(world, filing)
    for (const [kind, input] of moves) await move(filed.caseNumber, kind, input)
    const before = await page(filed)
    expect(before).toContain(remains)
    expect(before).not.toContain('另外提交')
    await move(filed.caseNumber, 'closed')
    const after = await page(filed)
    expect(after).toContain('已办结')
    for (const part of [remains, '看要不要重新办', '另外提交']) expect(after).toContain(part)
    await move(filed.caseNumber, 'reopened', { reason: '又起了争执' })
    expect(await page(filed)).not.toContain(remains)
  },
)
