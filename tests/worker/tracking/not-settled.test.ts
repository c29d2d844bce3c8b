import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { holder } from '../../support/holder.ts'
import { file, makeWorld, tuesday, type World } from '../../support/world.ts'

/** Which ways remain and until which day: while a case is mediated, and after it failed (人民调解法 26). */

let world: World
beforeEach(() => {
  world = makeWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>
const make = async (
  { caseNumber: number }: Filed,
  kind: 'accepted' | 'mediating' | 'failed',
  input: MoveInput,
) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const failed = async (input: MoveInput, changes: Record<string, unknown> = {}) => {
  const filed = await file(world, changes)
  await make(filed, 'accepted', { subject: '一件事' })
  await make(filed, 'mediating', {})
  await make(filed, 'failed', { message: '没有谈成。', ...input })
  return filed
}
const text = async (filed: Filed) => (await holder(world, filed).page()).replaceAll(/<[^>]+>/g, '')

describe('after a failed mediation the page says', () => {
  it.each<[string, MoveInput, Record<string, unknown>, string[]]>([
    [
      'the last day counted anew from the request',
      { ways: ['civil-limitation'] },
      {},
      ['提了要求', '2029 年 11 月 26 日（周一）', '暂定', '诉讼时效规定第十二条'],
    ],
    [
      'the last day from the day that the desk knows',
      { ways: ['labour-arbitration'], since: '2026-02-28' },
      { category: 'labour' },
      ['按记下的，从2026 年 2 月 28 日（周六）算', '2027 年 3 月 1 日（周一）'],
    ],
    [
      'that no period bars the claim',
      { ways: ['untimed-removal'] },
      {},
      ['不受时效限制', '民法典》第一百九十六条'],
    ],
  ])('%s', async (_, input, changes, parts) => {
    const shown = await text(await failed(input, changes))
    expect(parts.filter((part) => !shown.includes(part))).toEqual([])
  })

  it('from which day a way runs whose day nobody knows, and where to count it', async () => {
    const shown = await text(await failed({ ways: ['labour-arbitration'] }, { category: 'labour' }))
    expect(shown).toContain('从知道或者该知道权利被侵害那天起')
    expect(shown).toContain('填上日子算一算')
    expect(shown).not.toContain('按记下的')
  })
})

describe('while a case is open', () => {
  it('its complainant reads which periods mediation does not stop', async () => {
    const filed = await file(world, { category: 'elderly' })
    const shown = await text(filed)
    for (const part of ['调解不停的期限', '撤销赠与：1 年', '您提要求时没过的，从那天重新算'])
      expect(shown.includes(part), part).toBe(true)
    await make(filed, 'accepted', { subject: '赡养' })
    expect(await text(filed)).toContain('调解不停的期限')
  })

  it('they are not told for another track, nor after the end', async () => {
    expect(await text(await file(world, { track: 'consult' }))).not.toContain('调解不停的期限')
    expect(await text(await failed({ ways: ['civil-limitation'] }))).not.toContain('调解不停的期限')
  })

  it('a case at the county tells its subject to nobody, in danger or not', async () => {
    const contact = { mayCall: true, mayText: false }
    const shown = await Promise.all(
      [{ danger: true, contact }, { about: 'county-staff' }, { category: 'labour' }].map(async (changes) =>
        text(await file(world, { category: 'elderly', ...changes })),
      ),
    )
    const sections = shown.map((page) => /调解不停的期限[\s\S]*?算最后一天/.exec(page)?.[0])
    for (const part of ['去法院要求赔钱', '申请劳动仲裁：1 年']) expect(sections[0]).toContain(part)
    expect(sections[0]).not.toContain('赠与')
    expect(new Set(sections).size).toBe(1)
  })
})
