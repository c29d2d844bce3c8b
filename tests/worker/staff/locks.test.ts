import { afterEach, describe, expect, it, vi } from 'vitest'
import { day, minute } from '#domain/basics/bounds.ts'
import {
  crowdedAddress,
  failuresPerNameDay,
  failuresPerPair,
  failuresPerPairCrowded,
  failuresPerPairDay,
} from '#domain/staff/bounds.ts'
import { freshDesk } from '../../support/desk-clock.ts'
import { type DeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { entered, invited, kindsOf, setPassword, signIn, where } from '../../support/staff-account.ts'

/** Guessing usernames and passwords: who is locked, who is not, and that no answer reveals an existing username. */

let world: DeskWorld
const { later } = freshDesk((fresh) => {
  world = fresh
})
afterEach(() => {
  vi.restoreAllMocks()
})

const village = { unit: 'qingshi-liuwan-committee', role: 'handler' } as const
const wrong = '猜一个密码看看行不行'
let drawn = 0
const from = (address = '') => {
  drawn += 1
  world.sender.address = address || `198.18.${drawn >> 8}.${drawn & 255}`
}
const tooMany = async (answer: Response) => (await answer.text()).includes('试错的次数太多')
const tries = async (count: number, name: string | (() => string)) => {
  for (let at = 0; at < count; at += 1)
    await signIn(visitDesk(world), typeof name === 'string' ? name : name(), wrong)
}
let nobodies = 0
const nobody = () => {
  nobodies += 1
  return `nobody.${nobodies}`
}

describe('a lock of the sign-in', () => {
  it('applies to a username at an address: the person can sign in elsewhere', async () => {
    const { username } = await entered(world, village)
    from('203.0.113.1')
    await tries(failuresPerPair, username)
    expect(await tooMany(await signIn(visitDesk(world), username))).toBe(true)
    from('203.0.113.2')
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
    from('203.0.113.1')
    later(15 * minute)
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
  })

  it('after many unknown usernames at one address does not lock its other users', async () => {
    const { username } = await entered(world, village)
    from('203.0.113.3')
    await tries(crowdedAddress + 1, nobody)
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
    // Further attempts there have fewer tries per username.
    await tries(failuresPerPairCrowded, username)
    expect(await tooMany(await signIn(visitDesk(world), username))).toBe(true)
  })

  it('closes a username for the rest of a day after many wrong tries from many addresses', async () => {
    const { username } = await entered(world, village)
    for (let at = 0; at < failuresPerNameDay; at += 1) {
      if (at % failuresPerPair === 0) from()
      await tries(1, username)
    }
    from()
    expect(await tooMany(await signIn(visitDesk(world), username))).toBe(true)
    later(day)
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
  })

  it('at one address never closes the username elsewhere, however many tries follow', async () => {
    const { username } = await entered(world, village)
    from('203.0.113.4')
    for (let quarter = 0; quarter < 8; quarter += 1) {
      await tries(failuresPerPair + 10, username)
      later(15 * minute)
    }
    expect(await tooMany(await signIn(visitDesk(world), username))).toBe(true)
    expect(failuresPerPairDay * 2).toBeLessThan(failuresPerNameDay)
    from('203.0.113.5')
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
  })

  it('caused by a crowded address is logged once', async () => {
    const { username, id } = await entered(world, village)
    from('203.0.113.7')
    await tries(failuresPerPairCrowded + 2, username)
    await tries(crowdedAddress, nobody)
    for (let at = 0; at < 3; at += 1)
      expect(await tooMany(await signIn(visitDesk(world), username))).toBe(true)
    expect((await kindsOf(world, id)).filter((kind) => kind.startsWith('locked'))).toHaveLength(1)
  })

  it('is never caused by correct sign-ins', async () => {
    const { username } = await entered(world, village)
    from('203.0.113.6')
    for (let at = 0; at < crowdedAddress + failuresPerPairDay; at += 1)
      expect((await signIn(visitDesk(world), username)).status).toBe(303)
  })
})

describe('an existing username is not revealed', () => {
  /** Usernames of every kind, with the password that is tried. */
  const names = async () => {
    const known = await entered(world, village)
    const open = await invited(world, village)
    const gone = await entered(world, village)
    const admin = await signInAs(world, { unit: 'shili-centre', role: 'admin' })
    const left = { to: 'unit', confirm: 'true' }
    await visitDesk(world, admin.cookie).post(`/desk/staff/${gone.id}/deactivate`, left)
    return { known: known.username, open: open.username, gone: gone.username, unknown: nobody() }
  }

  it('every kind of username takes one password check, the same statements and the same answer', async () => {
    const verify = vi.spyOn(world.deskPorts.password, 'verify')
    const hash = vi.spyOn(world.deskPorts.password, 'hash')
    const looks: Record<string, unknown> = {}
    const all = await names()
    for (const [kind, username] of Object.entries(all)) {
      from()
      for (const mock of [verify, hash]) mock.mockClear()
      world.counted.take()
      // A deactivated account is tried with its correct password, which no answer reveals.
      const answer = await signIn(visitDesk(world), username, kind === 'gone' ? undefined : wrong)
      const { statements, batches } = world.counted.take()
      const html = (await answer.text()).replaceAll(username, 'NAME')
      looks[kind] = { status: answer.status, statements, batches, html, scrypt: verify.mock.calls.length }
      expect(hash, kind).not.toHaveBeenCalled()
    }
    expect(looks['known']).toMatchObject({ status: 422, scrypt: 1, batches: 1 })
    for (const kind of ['open', 'gone', 'unknown']) expect(looks[kind], kind).toEqual(looks['known'])
  })

  it('a correct password takes one password check and few round trips', async () => {
    const { username } = await entered(world, village)
    const verify = vi.spyOn(world.deskPorts.password, 'verify')
    from()
    world.counted.take()
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
    const { statements } = world.counted.take()
    expect(verify).toHaveBeenCalledTimes(1)
    expect(statements).toBeLessThanOrEqual(12)
  })

  it('an unknown username is locked like an existing one', async () => {
    const all = await names()
    const pages = new Set<string>()
    for (const username of Object.values(all)) {
      from()
      await tries(failuresPerPair, username)
      pages.add((await (await signIn(visitDesk(world), username, wrong)).text()).replaceAll(username, 'NAME'))
    }
    expect(pages.size).toBe(1)
    expect([...pages][0]).toContain('试错的次数太多')
  })
})

it.each(['zhang-san', 'zhang_san', 'zhang.san', '2z', `a${'b'.repeat(31)}`])(
  'the allowed username %s works from the account to the sign-in',
  async (name) => {
    const admin = await signInAs(world, { unit: 'qingshi-centre', role: 'admin' })
    await world.db.prepare('DELETE FROM staff_user WHERE username = ?').bind(name).run()
    const visit = visitDesk(world, admin.cookie)
    const person = { name: '张三', publishedName: '', unit: village.unit, role: village.role }
    const made = await visit.post('/desk/staff/new', { username: name, ...person })
    expect(made.status).toBe(303)
    const html = await (await visit.get(made.headers.get('location') ?? '')).text()
    const token = /\/desk\/invite\/([0-9a-f]{48})/.exec(html)?.[1] ?? ''
    expect(where(await setPassword(visitDesk(world), token))).toEqual([303, '/desk/'])
    expect(where(await signIn(visitDesk(world), name))).toEqual([303, '/desk/'])
  },
)
