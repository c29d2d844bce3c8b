import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, documentPath, movePath, reportPath } from '#domain/routes/desk.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** The number of a petition in the state's system (信访工作条例 21): on 今天 until it is recorded. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

type Filed = Awaited<ReturnType<typeof file>>
const make = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const group = '等信访编号'
const right = { petitionNumber: 'LZX2026112400017', petitionTimes: 'first', petitionSource: 'visit' }

const petition = async (matter: MoveInput['matter'] = 'petition') => {
  const filed = await file(world, { track: 'complaint' })
  await make(filed, 'accepted', { subject: '补偿款', matter })
  const { unit } = (await eventsOf(world, filed))[0] ?? { unit: '' }
  const staff = await staffAt(world, unit)
  const today = async () => (await staff.text(deskPages.today.path)).includes(`${group}<`)
  const record = async (fields: Record<string, string>) =>
    staff.post(movePath(filed.caseNumber, 'petition-recorded'), {
      ...fields,
      seen: String((await eventsOf(world, filed)).length),
    })
  return { filed, staff, today, record, unit }
}

it('stands on 今天 from acceptance until it is recorded, also after the end', async () => {
  const { filed, staff, today, record } = await petition()
  expect(await today()).toBe(true)
  // The step is in sight, not folded among the others.
  const steps = (await staff.text(casePath(filed.caseNumber))).split('<details class="more-moves">')
  expect(steps[0]).toContain(movePath(filed.caseNumber, 'petition-recorded'))
  // What the desk has to do first hides it for a time only.
  await holder(world, filed).call('/api/v1/cases/messages', { text: '什么时候有答复？' })
  await make(filed, 'message', { message: '下周二前给您书面答复。' })
  expect(await today()).toBe(true)
  await make(filed, 'handling')
  await make(filed, 'answered', { message: '补偿款已经核发。', ways: ['none'], reason: '没有别的路' })
  expect(await today()).toBe(true)
  expect((await record(right)).status).toBe(303)
  expect(await today()).toBe(false)
  for (const path of [
    casePath(filed.caseNumber),
    reportPath(filed.caseNumber),
    documentPath(filed.caseNumber, 'registration'),
  ])
    expect(await staff.text(path), path).toContain('LZX2026112400017，初信初访（第一次），来访')
})

it('is recorded anew if it was typed wrongly, and shown to nobody but the desk', async () => {
  const { filed, staff, record } = await petition()
  await record(right)
  await record({ ...right, petitionNumber: 'LZX-2026-18', petitionTimes: 'repeat', people: '6' })
  const page = await staff.text(casePath(filed.caseNumber))
  expect(page).toContain('LZX-2026-18，重复')
  expect(page).toContain('6 人')
  const seen = [await holder(world, filed).page(), JSON.stringify(await holder(world, filed).track())].join()
  for (const text of ['LZX', '信访编号', '初信']) expect(seen).not.toContain(text)
})

it.each([
  ['with a name in it', { petitionNumber: '张三2026-1' }, '照系统里的编号写'],
  ['with a space in it', { petitionNumber: 'abc 12' }, '中间没有空格'],
  ['without a digit', { petitionNumber: 'LZXABC' }, '照系统里的编号写'],
  ['too long', { petitionNumber: '1'.repeat(41) }, '写得太长了'],
  ['missing', { petitionNumber: '' }, '这一项请填一下'],
  ['without how it came', { petitionSource: '' }, '这一项请填一下'],
])('is refused %s, and what was typed stays', async (_, change, sentence) => {
  const { record } = await petition()
  const answer = await record({ ...right, ...change })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

describe('nothing waits for a number', () => {
  it.each(['consumer-mediation', 'other'] as const)('of a complaint accepted as %s', async (matter) => {
    expect(await (await petition(matter)).today()).toBe(false)
  })

  it('before acceptance, of what was withdrawn, and at a committee', async () => {
    const filed = await file(world, { track: 'complaint' })
    const { unit } = (await eventsOf(world, filed))[0] ?? { unit: '' }
    const staff = await staffAt(world, unit)
    expect(await staff.text(deskPages.today.path)).not.toContain(`${group}<`)
    const committee = await staffAt(world, 'qingshi-liuwan-committee')
    const mediation = await file(world)
    await make(mediation, 'accepted', { subject: '滴水' })
    expect(await committee.text(casePath(mediation.caseNumber))).not.toContain('登记信访编号')
    expect((await committee.get(movePath(mediation.caseNumber, 'petition-recorded'))).status).toBe(303)
  })
})
