import { beforeEach, expect, it } from 'vitest'
import { mayTell } from '#domain/notices/may-tell.ts'
import { casePath } from '#domain/routes/desk.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { eventsOf, holder, landing, staffAt } from '../../support/holder.ts'
import { wanting } from '../../support/notices.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** 发短信的事: the holder of a code turns messages off and on; their newest answer counts. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>
const done = [303, `${actions.trackNotify}#${notices.kept}`]
/** Whether a message would be sent now, as the sweep asks. */
const told = async ({ caseNumber }: Filed) => {
  const caseId = (await world.ports.store.openCase(caseNumber))?.record.id ?? ''
  const answers = await world.ports.store.answersOf({ caseId, recipient: 'party:1' })
  return answers !== null && mayTell(answers) !== null
}
const corrections = async (filed: Filed) =>
  (await eventsOf(world, filed)).filter(({ kind }) => kind === 'party-corrected').length

it('is turned off and on again, each once, and the desk reads that it was', async () => {
  const filed = await file(world, wanting)
  const by = holder(world, filed)
  expect(await by.page()).toContain(`href="${actions.trackNotify}"`)
  expect(await told(filed)).toBe(true)
  for (const [notify, words] of [
    ['false', '现在：<b>不发。</b>'],
    ['true', '现在：<b>有新消息，发短信告诉您。</b>'],
  ] as const) {
    for (const _ of [1, 2]) expect(landing(await by.post(actions.trackNotify, { notify }))).toEqual(done)
    expect(await by.page(actions.trackNotify)).toContain(words)
    expect(await told(filed)).toBe(notify === 'true')
  }
  expect(await corrections(filed)).toBe(2)
  // The name and the phone that were given stay.
  expect(await (await by.post(actions.trackFiled, filed)).text()).toContain('13800000000')
  const desk = await staffAt(world, 'qingshi-liuwan-committee')
  expect(await desk.text(casePath(filed.caseNumber))).toContain('改了收不收短信')
  const track = await by.track()
  expect(track.timeline).toHaveLength(1)
})

it('a code that staff have seen turns it off, and not on', async () => {
  const filed = await file(world, wanting)
  await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
  const by = holder(world, filed)
  expect(landing(await by.post(actions.trackNotify, { notify: 'false' }))).toEqual(done)
  expect(await by.page(actions.trackNotify)).not.toContain(`action="${actions.trackNotify}"`)
  expect((await by.post(actions.trackNotify, { notify: 'true' })).status).toBe(409)
  expect(await corrections(filed)).toBe(1)
})

it('of a person for whom texting is not safe nothing is sent, and the page is that of every other', async () => {
  const seen = []
  for (const filing of [
    { danger: true, contact: { mayCall: true, mayText: false } },
    { about: 'town-staff' },
  ]) {
    const filed = await file(world, { category: 'family', ...filing })
    const by = holder(world, filed)
    await by.post(actions.trackNotify, { notify: 'true' })
    const html = await by.page(actions.trackNotify)
    seen.push(html.replaceAll(/value="[0-9a-f]{8}"/g, '#'))
    expect(await told(filed)).toBe(!('danger' in filing))
  }
  expect(seen[1]).toEqual(seen[0])
})
