import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import { makeForms } from '../../support/forms.ts'
import { makeDeskWorld } from '../../support/staff.ts'

/** A button pressed twice: the second press lands where the first did, and nothing is stored twice. */

const world = makeDeskWorld()
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: world.time.now })
})
afterAll(() => {
  vi.useRealTimers()
})

const { atDesk, asked, formOn } = makeForms(world)

const landing = (answer: Response) => [answer.status, answer.headers.get('location')]

const kindsIn = async (number: string) =>
  (await world.ports.store.openCase(number))?.events.map(({ kind }) => kind) ?? []

describe('a reply', () => {
  const waiting = async () => {
    const person = await asked()
    const { hidden } = formOn(await person.page(actions.trackCase), actions.trackReply)
    const reply = (text: string) => person.post(actions.trackReply, { ...hidden, reply: text })
    const stored = async () => (await kindsIn(hidden['case'] ?? '')).filter((kind) => kind === 'replied')
    return { person, reply, stored, number: hidden['case'] ?? '' }
  }

  it('sent again leads to the case, where it can be read, and is stored once', async () => {
    const { person, reply, stored } = await waiting()
    const first = landing(await reply('从他家东头滴下来。'))
    expect(first).toEqual([303, actions.trackCase])
    world.time.now += 3_000
    expect(landing(await reply(' 从他家东头滴下来。\r\n'))).toEqual(first)
    expect(await stored()).toHaveLength(1)
    expect(await person.page(actions.trackCase)).toContain('从他家东头滴下来。')
  })

  it('sent twice at once leads to the case both times and is stored once', async () => {
    const { reply, stored } = await waiting()
    const answers = await Promise.all([reply('同一句话'), reply('同一句话')])
    expect(answers.map(landing)).toEqual([
      [303, actions.trackCase],
      [303, actions.trackCase],
    ])
    expect(await stored()).toHaveLength(1)
  })

  it('with other words after it was sent is not stored and keeps its words', async () => {
    const { reply, stored } = await waiting()
    await reply('从他家东头滴下来。')
    const answer = await reply('不对，是西头。')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('不对，是西头。')
    expect(await stored()).toHaveLength(1)
  })

  it('with the same words to a second question is a second reply', async () => {
    const { reply, stored, number } = await waiting()
    await reply('是的。')
    const staff = await atDesk('handler')
    const path = `/desk/cases/${number}/asked`
    const { hidden } = formOn(await staff.page(path), path)
    expect((await staff.post(path, { ...hidden, message: '还有一问' })).status).toBe(303)
    expect((await reply('是的。')).status).toBe(303)
    expect(await stored()).toHaveLength(2)
  })
})
