import { beforeEach, expect, it } from 'vitest'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions } from '#domain/routes/site.ts'
import { makeForms } from '../../support/forms.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, rightFiling } from '../../support/world.ts'

/** What was filed can be read again after the code was entered once more, and never without. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld()
  await world.db.prepare('DELETE FROM guess_mark').run()
})

const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const follow = async ({ trackingCode }: { trackingCode: string }) => {
  const person = makeForms(world).browser()
  await person.post(actions.trackOpen, { trackingCode })
  const ask = async (code: string, more: Record<string, string> = {}) => {
    const answer = await person.post(actions.trackFiled, { trackingCode: code, ...more })
    return { answer, main: mainOf(await answer.text()) }
  }
  return { ...person, ask }
}
const { narrative, request, name, phone, address } = rightFiling
const words = [narrative, request, name, phone, address]

it('the code shows all that its holder wrote, in an answer that is not kept', async () => {
  const filed = await file(world, { title: '屋檐水', otherParty: '隔壁陈家' })
  const person = await follow(filed)
  const { answer, main } = await person.ask(filed.trackingCode.replace(/(....)/g, '$1 '))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  for (const word of [...words, '屋檐水', '隔壁陈家', '申请调解', '邻里相邻', '柳湾村'])
    expect(main).toContain(word)
  // A reload of the page asks again.
  expect(mainOf(await person.page(actions.trackFiled))).not.toContain(narrative)
})

it('the session alone, a wrong code and the code of another case show nothing', async () => {
  const [filed, other] = [await file(world), await file(world)]
  const person = await follow(filed)
  const shown = [mainOf(await person.page(actions.trackFiled)), mainOf(await person.page(actions.trackCase))]
  for (const [code, sentence] of [
    ['', '请填查询码'],
    ['123', '16 位数字'],
    [makeTrackingCode(world.ports.random), '没有找到这个查询码'],
    [other.trackingCode, '这是另一件事的查询码'],
  ] as const) {
    const { answer, main } = await person.ask(code)
    expect(answer.status).toBe(422)
    expect(main).toContain(sentence)
    shown.push(main)
  }
  for (const main of shown) for (const word of words) expect(main).not.toContain(word)
})

it('without a session the code shows nothing', async () => {
  const { trackingCode } = await file(world)
  const answer = await makeForms(world).browser().post(actions.trackFiled, { trackingCode })
  expect(answer.status).toBe(403)
  const main = mainOf(await answer.text())
  expect(main).toContain(trackingCode)
  for (const word of words) expect(main).not.toContain(word)
})

it('wrong codes count as guesses, and then the case number is required too', async () => {
  const filed = await file(world)
  const person = await follow(filed)
  for (let count = 0; count < 30; count += 1) await person.ask(makeTrackingCode(world.ports.random))
  const { answer, main } = await person.ask(filed.trackingCode)
  expect(answer.status).toBe(422)
  expect(main).toContain('name="caseNumber"')
  const both = await person.ask(filed.trackingCode, { caseNumber: filed.caseNumber })
  expect(both.main).toContain(narrative)
})

it('takes one round trip for the session, one for the code and one for the words', async () => {
  const filed = await file(world)
  const person = await follow(filed)
  world.counted.take()
  await person.ask(filed.trackingCode)
  expect(world.counted.take()).toMatchObject({ roundTrips: 3 })
})

it('a case of danger looks like any other: what it says of danger and of officials is left out', async () => {
  const shown = []
  for (const more of [
    { about: 'town-staff' },
    { danger: true, contact: { mayCall: false, when: '中午' } },
    { danger: true, contact: {}, about: 'village-cadre' },
  ]) {
    const filed = await file(world, { category: 'family', ...more })
    const { main } = await (await follow(filed)).ask(filed.trackingCode)
    shown.push(main.replaceAll(/\d{4}-\d{6}/g, '#'))
  }
  expect(shown[0]).toContain(narrative)
  expect(shown[1]).toEqual(shown[0])
  expect(shown[2]).toEqual(shown[0])
})
