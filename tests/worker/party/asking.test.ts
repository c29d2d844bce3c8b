import { beforeEach, describe, expect, it } from 'vitest'
import { day, guessesPerAddress, letterLife } from '#domain/basics/bounds.ts'
import { letterNumberOf } from '#domain/filing/letter-number.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { casePath, deskPages, invitationPath } from '#domain/routes/desk.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { eventsOf, holder, landing, staffAt } from '../../support/holder.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import type { Filed } from '../../support/two-sides.ts'
import { postForm, tuesday } from '../../support/world.ts'

/** The number on a letter (docs/adr/0047-several-people.md): it asks the desk to ring, and opens nothing. */

const village = 'qingshi-liuwan-committee'
const other: MoveInput = { otherName: '陈建国', otherPhone: '13900001111', gotFrom: 'complainant' }

let world: DeskWorld
let parties: ReturnType<typeof makeParties>
beforeEach(() => {
  world = makeDeskWorld(tuesday)
  parties = makeParties(world)
})

/** A case with a letter to somebody of the other side, and the number that the desk prints on it. */
const lettered = async (changes: Record<string, unknown> = {}) => {
  const filed = await parties.accepted(changes)
  await parties.approved(filed, await parties.register(filed, other))
  return { filed, number: await printed(filed) }
}
const printed = async (filed: Filed) => {
  const letter = await (await staffAt(world, village)).text(invitationPath(filed.caseNumber))
  const digits = [...letter.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group)
  return digits.join(' ')
}
const ask = (letterNumber: string, fields: Record<string, string> = {}) =>
  postForm(world, actions.partyAsk, { letterNumber, way: 'call', phone: '13700002222', ...fields })
const sent = [303, `${pages.party.path}#asked`]
const others = async (filed: Filed) =>
  (await eventsOf(world, filed)).filter(({ actor }) => actor === 'party:2')
const unknownText = '没有这个号码，或者过了期'

describe('the number on a letter', () => {
  it('is the same each time the letter is printed, and only a keyed fingerprint of it is stored', async () => {
    const { filed, number } = await lettered()
    expect(number).toMatch(/^\d{4} \d{4} \d{4}$/)
    expect(await printed(filed)).toBe(number)
    const rows = await world.db.prepare('SELECT * FROM letter_number').all()
    expect(rows.results).toHaveLength(1)
    expect(JSON.stringify(rows.results)).not.toContain(number.replaceAll(' ', ''))
  })

  it('asks the desk to ring, which reads that nobody has checked who wrote', async () => {
    const { filed, number } = await lettered()
    expect(landing(await ask(number, { when: '晚饭后' }))).toEqual(sent)
    const staff = await staffAt(world, village)
    expect(await staff.text(deskPages.today.path)).toContain('对方来话了')
    const page = await staff.text(casePath(filed.caseNumber))
    for (const text of ['13700002222', '晚饭后', '是不是本人还没有核对']) expect(page).toContain(text)
    // Pressed twice, or asked again before the desk has answered.
    expect(landing(await ask(number))).toEqual(sent)
    expect(await others(filed)).toHaveLength(1)
    await parties.make(filed, 'called', { reached: 'yes', reason: '打通了，周六来' })
    expect(await staff.text(deskPages.today.path)).not.toContain('对方来话了')
  })

  it('says that somebody comes to the window', async () => {
    const { filed, number } = await lettered()
    expect(landing(await ask(number, { way: 'window', phone: '' }))).toEqual(sent)
    expect((await others(filed))[0]?.data).toMatchObject({ letter: 'window' })
    expect((await others(filed))[0]?.data).not.toHaveProperty('call')
  })

  it('opens nothing: the answer is the same for every case and in every standing', async () => {
    const one = await lettered()
    const two = await lettered({ narrative: '另一件', category: 'debt' })
    await parties.make(two.filed, 'danger-marked', { reason: '他拿刀来过' })
    const answers = await Promise.all([one, two].map(async ({ number }) => ask(number)))
    const shown = await Promise.all(
      answers.map(async (answer) => [...landing(answer), await answer.text(), [...answer.headers.keys()]]),
    )
    expect(shown[1]).toEqual(shown[0])
    for (const { filed } of [one, two]) expect(await others(filed)).toHaveLength(1)
    await parties.make(one.filed, 'failed', { message: '没有谈成。', ways: ['none'], reason: '没有来' })
    expect(landing(await ask(one.number))).toEqual(sent)
  })

  it('says nothing to the complainant, whom nobody rang', async () => {
    const { filed, number } = await lettered()
    const by = holder(world, filed)
    const before = (await by.track()).timeline
    await ask(number)
    await parties.make(filed, 'called', { reached: 'no', reason: '没有人接' })
    expect((await by.track()).timeline).toEqual(before)
    expect(await by.page()).not.toContain('13700002222')
  })

  it('is unknown once it has expired, and before the words were approved: one answer for all of them', async () => {
    const { number } = await lettered()
    const draft = await parties.accepted()
    const party = await parties.register(draft, other)
    await parties.make(draft, 'invitation', { whom: String(party), invitation: '还没有同意的话' })
    const [row] = (
      await world.db
        .prepare('SELECT number, head_seq FROM cases WHERE number = ?')
        .bind(draft.caseNumber)
        .all()
    ).results as { head_seq: number }[]
    const unapproved = await world.ports.store.letterNumber(draft.caseNumber, row?.head_seq ?? 0)
    const made = letterNumberOf('00000000000000ff')
    const textOf = async (typed: string) => {
      const answer = await ask(typed)
      expect(answer.status).toBe(422)
      return (await answer.text()).replaceAll(typed, '')
    }
    const unknown = await textOf(made)
    expect(unknown).toContain(unknownText)
    expect(await textOf(unapproved)).toBe(unknown)
    world.time.now += letterLife + day
    expect(await textOf(number)).toBe(unknown)
  })

  it.each([
    ['', '请填信上的号码'],
    ['1234 5678 9012 3456', '这是 16 位的查询码'],
    ['1234', '12 位数字，请数一数'],
    ['1234 5678 9012', '有一位数字对不上'],
  ])('%s is answered with a sentence, and what was typed is kept', async (typed, text) => {
    const answer = await ask(typed, { when: '晚饭后' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(text)
    expect(page).toContain('value="晚饭后"')
    expect(page).toContain('value="13700002222"')
  })

  it.each([
    [{ phone: '' }, '请写您的电话'],
    [{ phone: '打家里' }, '没有能拨的号码'],
    [{ way: '' }, '请选一个'],
    [{ when: '晚'.repeat(41) }, '写得太长了'],
  ])('with %j it is not sent', async (fields, text) => {
    const { filed, number } = await lettered()
    const answer = await ask(number, fields)
    expect([answer.status, (await answer.text()).includes(text)]).toEqual([422, true])
    expect(await others(filed)).toEqual([])
  })

  it('is counted like guessed codes: over the limit the case number of the letter is needed too', async () => {
    const { filed, number } = await lettered()
    // The counts of an address outlive a test.
    world.sender.address = '198.51.100.9'
    for (let guess = 0; guess < guessesPerAddress; guess += 1) await ask(letterNumberOf(`ffff0000${guess}`))
    expect(await (await ask(number)).text()).toContain('案件编号也填上')
    expect(await others(filed)).toEqual([])
    expect((await ask(number, { caseNumber: '2026-000001' })).status).toBe(422)
    expect(landing(await ask(number, { caseNumber: filed.caseNumber }))).toEqual(sent)
  })

  it('is gone with the person who is erased', async () => {
    const { filed, number } = await lettered()
    const { erasePerson } = await import('../../../functions/desk/erase-person.ts')
    const erasures = { add: async () => undefined, all: async () => [] }
    await erasePerson({ ...world.ports, erasures }, filed.caseNumber, 2)
    expect((await ask(number)).status).toBe(422)
  })
})
