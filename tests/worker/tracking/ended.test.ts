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

it.each<[string, Record<string, unknown>, [MoveKind, MoveInput][], string]>([
  [
    'settled',
    {},
    [
      ['accepted', { subject: '滴水' }],
      ['mediating', {}],
      ['settled', { message: '两家说好装水槽。' }],
    ],
    '谈成以后',
  ],
  [
    'answered',
    complaint,
    [
      ['accepted', { subject: '噪声', matter: 'petition' }],
      ['answered', { message: '量过了，数字没错。' }],
    ],
    '对答复不满意',
  ],
])('of a case that was %s the answer comes first, the rating last', async (_, filing, moves, remains) => {
  const filed = await file(world, filing)
  for (const [kind, input] of moves) await move(filed.caseNumber, kind, input)
  const said = moves.at(-1)?.[1].message ?? ''
  const inOrder = [
    '结果是怎么说的',
    said,
    '谁办的',
    remains,
    '给您的话',
    said,
    '您觉得办得怎么样',
    '走到哪一步了',
  ]
  const html = await page(filed)
  let from = 0
  for (const part of inOrder) {
    const at = html.indexOf(part, from)
    expect(at, part).toBeGreaterThanOrEqual(from)
    from = at + part.length
  }
  // However much was said since.
  for (let count = 0; count < 12; count += 1)
    await move(filed.caseNumber, 'message', { message: `第 ${count} 句` })
  expect((await page(filed)).split(said)).toHaveLength(2)
  await move(filed.caseNumber, 'reopened', { reason: '又起了争执' })
  expect(await page(filed)).not.toContain('结果是怎么说的')
})
