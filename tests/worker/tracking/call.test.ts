import { beforeEach, describe, expect, it } from 'vitest'
import { guessesPerAddress, guessWindow, lengths } from '#domain/basics/bounds.ts'
import { actions } from '#domain/routes/site.ts'
import { correct } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { arrived, landing, makeTalk, type Talk } from '../../support/talk.ts'
import { file, tuesday } from '../../support/world.ts'

/** A call that the holder of a code asks for (docs/adr/0037-conversation.md). */

let world: DeskWorld
let talk: Talk
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  talk = makeTalk(world)
  await world.db.prepare('DELETE FROM guess_mark').run()
})

describe('请给我回个电话', () => {
  it('goes to a number of the filing, named by its last digits, which the page never shows', async () => {
    const filed = await file(world, { phone: '13800000000，儿子 13900001234' })
    const person = await talk.follow(filed)
    const wrong = await person.write({ message: '', call: 'true', callNumber: '9999' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('href="#callNumber"')
    const fields = { message: '', call: 'true', callNumber: '1234', callWhen: '周三上午' }
    expect(landing(await person.write(fields))).toEqual(arrived)
    const html = await person.page()
    expect(html).toContain('请给我回个电话，周三上午。')
    expect(`${html}${JSON.stringify(await talk.track(filed))}`).not.toMatch(/13800000000|1390000/)
    const staff = await talk.atDesk('handler')
    const shown = await staff.page(`/desk/cases/${filed.caseNumber}`)
    const [, waiting = ''] = shown.split('申请人来话了，还没有回')
    expect(waiting).toMatch(/请回电话：[\s\S]*?href="tel:13900001234"[\s\S]*?周三上午/)
  })

  it('is asked for while a question waits, instead of words, and is the answer', async () => {
    const filed = await file(world)
    await talk.ask(filed)
    const person = await talk.follow(filed)
    const { fields, hidden } = talk.formOn(await person.page(), actions.trackReply)
    expect(fields).toEqual(expect.arrayContaining(['reply', 'call', 'callNumber', 'callWhen']))
    const wrong = await person.post(actions.trackReply, { ...hidden, reply: '', callNumber: '9999' })
    expect([wrong.status, (await wrong.text()).includes('没有这一个')]).toEqual([422, true])
    const asks = { ...hidden, reply: '', call: 'true', callWhen: '晚上' }
    for (const _ of [1, 2]) expect(landing(await person.post(actions.trackReply, asks))).toEqual(arrived)
    const { messages, status, turn } = await talk.track(filed)
    expect([messages.at(-1), messages.length, status, turn]).toMatchObject([
      ...[{ from: '您', text: '', call: { when: '晚上' } }, 2, 'accepted', 'desk'],
    ])
    expect(await (await talk.atDesk('handler')).page(`/desk/cases/${filed.caseNumber}`)).toContain('请回电话')
  })

  it('is asked for by the tick alone under words that were sent before', async () => {
    const filed = await file(world)
    const person = await talk.follow(filed)
    const { hidden } = await person.form()
    for (const call of [{}, { call: 'true' }])
      await person.post(actions.trackMessage, { ...hidden, message: '昨夜又漏了', ...call })
    expect((await talk.track(filed)).messages.map(({ call }) => call)).toEqual([undefined, {}])
  })

  it('cannot be used to guess the number: wrong ones count, above the limit right ones are refused too', async () => {
    const filed = await file(world, { phone: '13900001234' })
    const person = await talk.follow(filed)
    const { hidden } = await person.form()
    const name = async (callNumber: string, message = '') => {
      const answer = await person.post(actions.trackMessage, { ...hidden, message, callNumber })
      return answer.status === 303 ? 'arrived' : answer.text()
    }
    for (const number of ['4', '34', '234', '01234']) expect(await name(number)).toContain('没有这一个')
    expect(await name('9999', '字'.repeat(lengths.reply + 1))).not.toContain('没有这一个')
    for (let count = 4; count < guessesPerAddress; count += 1) await name('9999')
    for (const number of ['9999', '1234']) {
      expect(await name(number)).toContain('号码写错的次数太多了')
      const call = { number }
      expect(
        await (await talk.send(filed, { text: '', call, caseNumber: filed.caseNumber })).text(),
      ).toContain('guessed')
    }
    expect(landing(await person.write({ message: '', call: 'true' }))).toEqual(arrived)
    world.time.now += guessWindow
    const again = await talk.follow(filed)
    expect(landing(await again.write({ message: '', callNumber: '1234' }))).toEqual(arrived)
  })

  it('cannot be guessed from many addresses either, and that is logged', async () => {
    const filed = await file(world, { phone: '13900001234' })
    for (let count = 0; count < guessesPerAddress; count += 1) {
      world.sender.address = `198.51.100.${count}`
      const answer = await talk.send(filed, { text: '', call: { number: '9999' } })
      expect(await answer.text()).toContain('otherNumber')
    }
    world.sender.address = '198.51.100.99'
    expect(await (await talk.send(filed, { text: '', call: { number: '1234' } })).text()).toContain('guessed')
    expect(world.logged).toContainEqual({ event: 'guesses', at: 'one-case' })
  })

  it('goes to the number as it was corrected since, and to the old one no more', async () => {
    const filed = await file(world)
    await correct(world, filed, { phone: '13911112222' })
    const person = await talk.follow(filed)
    expect((await person.write({ message: '', callNumber: '0000' })).status).toBe(422)
    expect(landing(await person.write({ message: '', callNumber: '2222' }))).toEqual(arrived)
  })

  it('goes to the number that was left when only the name was corrected since', async () => {
    const filed = await file(world, { name: '王小明', phone: '13911112222' })
    await correct(world, filed, { name: '王晓明' })
    const person = await talk.follow(filed)
    expect(landing(await person.write({ message: '', callNumber: '2222' }))).toEqual(arrived)
    const staff = await talk.atDesk('handler')
    const shown = await staff.page(`/desk/cases/${filed.caseNumber}`)
    for (const known of ['王晓明', 'href="tel:13911112222"']) expect(shown).toContain(known)
    expect(shown).not.toContain('王小明')
  })

  it('stands at the desk with a warning if the filing forbids calls', async () => {
    const filed = await file(world, { danger: true, contact: { mayCall: false } })
    expect((await talk.send(filed, { text: '', call: {} })).status).toBe(201)
    const staff = await talk.atDesk('lead', 'shili-centre')
    expect(await staff.page(`/desk/cases/${filed.caseNumber}`)).toContain('登记时说过不能打电话')
  })

  it('is not asked for by white space', async () => {
    const filed = await file(world)
    const person = await talk.follow(filed)
    expect((await person.write({ message: '', callWhen: ' 　', callNumber: ' ' })).status).toBe(422)
    await person.write({ message: '话', callWhen: ' 　', callNumber: ' ' })
    expect((await talk.track(filed)).messages.map(({ call }) => call)).toEqual([undefined])
  })

  describe('with its number and time comes back', () => {
    const call = { message: '', call: 'true', callNumber: '尾号0000', callWhen: '早上' }
    const all = ['请给我回个电话', '尾号0000', '早上']
    const typed = (html: string) =>
      [...html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>|<input[^>]*value="([^"]*)"/g)]
        .map(([, area = '', value = '']) => area + value)
        .join('\n')

    it('as the reply when the desk has asked meanwhile', async () => {
      const filed = await file(world)
      const person = await talk.follow(filed)
      const { hidden } = await person.form()
      await talk.ask(filed)
      const answer = await person.post(actions.trackMessage, { ...hidden, ...call })
      expect(answer.status).toBe(409)
      const html = await answer.text()
      for (const words of all) expect(typed(html)).toContain(words)
    })

    it('above the form for the code when the session ended, the tick alone too', async () => {
      const person = await talk.follow(await file(world))
      const { hidden } = await person.form()
      world.time.now += 3 * guessWindow
      for (const fields of [call, { message: '', call: 'true' }]) {
        const answer = await person.post(actions.trackMessage, { ...hidden, ...fields })
        expect(answer.status).toBe(403)
        const html = await answer.text()
        for (const words of 'callWhen' in fields ? all : all.slice(0, 1)) expect(typed(html)).toContain(words)
      }
    })

    it('in the form when something else is wrong', async () => {
      const person = await talk.follow(await file(world))
      const html = await (await person.write({ ...call, message: '字'.repeat(lengths.reply + 1) })).text()
      expect(html).toMatch(/<input[^>]*name="call"[^>]*checked/)
      for (const words of all.slice(1)) expect(typed(html)).toContain(words)
    })
  })

  it('in an answer stands at the desk until somebody calls', async () => {
    const filed = await file(world)
    await talk.ask(filed)
    await talk.send(filed, { text: '电话里说', call: { when: '晚上' } })
    const staff = await talk.atDesk('handler')
    const waiting = async () =>
      (await staff.page(`/desk/cases/${filed.caseNumber}`)).split('申请人来话了，还没有回')[1]
    expect(await waiting()).toMatch(/电话里说[\s\S]*?请回电话：[\s\S]*?晚上/)
    expect(await staff.page('/desk/')).toContain('申请人来话了')
    await talk.move(filed, 'set-aside', { reason: '打过了' })
    expect(await waiting()).toBeUndefined()
  })

  it('cannot be asked for where no number was given', async () => {
    const person = await talk.follow(await file(world, { phone: undefined }))
    const answer = await person.write({ message: '请打来', call: 'true' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('没有留能拨的号码')
  })
})
