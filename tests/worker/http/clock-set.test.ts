import { describe, expect, it } from 'vitest'
import { day, guessesPerAddress, hour } from '#domain/basics/bounds.ts'
import { checkDigit } from '#domain/filing/tracking-code.ts'
import { actions, api } from '#domain/routes/site.ts'
import { failuresPerPair } from '#domain/staff/bounds.ts'
import { freshDesk } from '../../support/desk-clock.ts'
import { makeForms } from '../../support/forms.ts'
import { type DeskWorld, visitDesk } from '../../support/staff.ts'
import { entered, invited, setPassword, signIn } from '../../support/staff-account.ts'
import { file, postJson } from '../../support/world.ts'

/** The clock of a machine is set while people use it: by an hour that was wrong, a day, or two years. */

let world: DeskWorld
freshDesk((fresh) => {
  world = fresh
})
const step = (by: number): void => {
  world.time.now += by
}
const steps = [
  ['a day ahead', day],
  ['two years ahead', 730 * day],
  ['a day back', -day],
  ['two years back', -730 * day],
] as const

const village = { unit: 'qingshi-liuwan-committee', role: 'handler' } as const
const unknownCode = (number: number): string => {
  const digits = String(100_000_000_000_000 + number)
  return `${digits}${checkDigit(digits)}`
}

describe.each(steps)('a clock that is set %s', (_, by) => {
  it('ends the session of a holder, whose code opens a new one', async () => {
    const { trackingCode } = await file(world)
    const person = makeForms(world).browser()
    await person.post(actions.trackOpen, { trackingCode })
    expect((await person.get(actions.trackCase)).status).toBe(200)
    step(by)
    expect((await person.get(actions.trackCase)).status).toBe(303)
    await person.post(actions.trackOpen, { trackingCode })
    expect((await person.get(actions.trackCase)).status).toBe(200)
  })

  it('ends the session of staff, who sign in again', async () => {
    const { username } = await entered(world, village)
    const person = visitDesk(world)
    await signIn(person, username)
    expect((await person.get('/desk/')).status).toBe(200)
    step(by)
    expect((await person.get('/desk/')).status).toBe(303)
    expect((await signIn(person, username)).status).toBe(303)
    expect((await person.get('/desk/')).status).toBe(200)
  })

  it('ends a link for a password that would be open longer than it can', async () => {
    const [before, after] = [await invited(world, village), await invited(world, village)]
    expect((await setPassword(visitDesk(world), before.token)).status).toBe(303)
    step(by)
    const within = by < 0 || by > 72 * hour ? 410 : 303
    expect((await setPassword(visitDesk(world), after.token)).status).toBe(within)
  })

  it('opens a lock of the sign-in', async () => {
    const { username } = await entered(world, village)
    for (let at = 0; at <= failuresPerPair; at += 1) await signIn(visitDesk(world), username, '猜一个密码')
    expect(await (await signIn(visitDesk(world), username)).text()).toContain('试错的次数太多')
    step(by)
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
  })

  it('begins the count of guesses anew, for the code alone too', async () => {
    const { trackingCode } = await file(world)
    const ask = async (code: string) => (await postJson(world, api.track, { trackingCode: code })).status
    for (let at = 0; at < guessesPerAddress; at += 1) await ask(unknownCode(at))
    expect(await ask(trackingCode)).toBe(429)
    step(by)
    expect(await ask(trackingCode)).toBe(200)
    expect(await ask(unknownCode(99))).toBe(404)
    expect(await ask(trackingCode)).toBe(200)
  })

  it('leaves a case that can be followed, written to and urged, with its clocks', async () => {
    const { trackingCode } = await file(world)
    step(by)
    const followed = await postJson(world, api.track, { trackingCode })
    const { clocks } = (await followed.json()) as { clocks: { dueAt: string; state: string }[] }
    expect([followed.status, clocks.length > 0]).toEqual([200, true])
    for (const { dueAt, state } of clocks)
      expect(state).toBe(Date.parse(dueAt) < world.time.now ? 'overdue' : 'running')
    expect((await postJson(world, '/api/v1/cases/messages', { trackingCode, text: '您好' })).status).toBe(201)
    step(hour)
    expect((await postJson(world, api.track, { trackingCode })).status).toBe(200)
  })

  // Last: its counts of guesses are of the moments that the others use.
  it('takes files of a network again, and messages with a number to call', async () => {
    const { trackingCode } = await file(world)
    const [sent, call] = [
      () => postJson(world, api.files, {}),
      (number: string) =>
        postJson(world, api.messages, { trackingCode, text: '您好', call: { number, when: '' } }),
    ]
    for (let at = 0; at < guessesPerAddress; at += 1)
      await postJson(world, api.track, { trackingCode: unknownCode(at) })
    expect((await sent()).status).toBe(429)
    step(by)
    expect((await sent()).status).not.toBe(429)
    for (let at = 0; at <= guessesPerAddress; at += 1) await call(`1390000${1000 + at}`)
    const refused = await call('13800000000')
    step(-by)
    expect([refused.status, (await call('13800000000')).status]).toEqual([429, 201])
  })
})
