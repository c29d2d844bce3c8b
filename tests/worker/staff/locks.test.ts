import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { day, minute } from '#domain/basics/bounds.ts'
import {
  crowdedAddress,
  failuresPerNameDay,
  failuresPerPair,
  failuresPerPairCrowded,
  failuresPerPairDay,
} from '#domain/staff/bounds.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { entered, invited, kindsOf, setPassword, signIn, where } from '../../support/staff-account.ts'

/** Guessing names and passwords: who is stopped, who is not, and that nothing tells a name that exists. */

const start = '2026-11-24T10:00:00+08:00'
let world: DeskWorld

const later = (ms: number) => {
  world.time.now += ms
  vi.setSystemTime(world.time.now)
}
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(start) })
  world = makeDeskWorld(start)
})
afterEach(() => {
  vi.useRealTimers()
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

describe('a lock', () => {
  it('is for a name at an address: elsewhere the person comes in', { timeout: 20_000 }, async () => {
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

  it('of many wrong names at one address shuts nobody in the office out', { timeout: 20_000 }, async () => {
    const { username } = await entered(world, village)
    from('203.0.113.3')
    await tries(crowdedAddress + 1, nobody)
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
    // Whoever goes on there has fewer tries a name.
    await tries(failuresPerPairCrowded, username)
    expect(await tooMany(await signIn(visitDesk(world), username))).toBe(true)
  })

  it('closes a name for the rest of a day after many wrong tries from everywhere', {
    timeout: 30_000,
  }, async () => {
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

  it('of one address never closes a name elsewhere, however long it goes on', {
    timeout: 60_000,
  }, async () => {
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

  it('that comes of a crowded address is written down as well, once', { timeout: 20_000 }, async () => {
    const { username, id } = await entered(world, village)
    from('203.0.113.7')
    await tries(failuresPerPairCrowded + 2, username)
    await tries(crowdedAddress, nobody)
    for (let at = 0; at < 3; at += 1)
      expect(await tooMany(await signIn(visitDesk(world), username))).toBe(true)
    expect((await kindsOf(world, id)).filter((kind) => kind.startsWith('locked'))).toHaveLength(1)
  })

  it('never comes of signing in rightly', { timeout: 30_000 }, async () => {
    const { username } = await entered(world, village)
    from('203.0.113.6')
    for (let at = 0; at < crowdedAddress + failuresPerPairDay; at += 1)
      expect((await signIn(visitDesk(world), username)).status).toBe(303)
  })
})

describe('nothing tells a name that exists', () => {
  /** Names of every kind, with the password that somebody tries. */
  const names = async () => {
    const known = await entered(world, village)
    const open = await invited(world, village)
    const gone = await entered(world, village)
    const admin = await signInAs(world, { unit: 'shili-centre', role: 'admin' })
    const left = { to: 'unit', confirm: 'true' }
    await visitDesk(world, admin.cookie).post(`/desk/staff/${gone.id}/deactivate`, left)
    return { known: known.username, open: open.username, gone: gone.username, unknown: nobody() }
  }

  it('one look at a password, the same statements and the same words for each', async () => {
    const verify = vi.spyOn(world.deskPorts.password, 'verify')
    const hash = vi.spyOn(world.deskPorts.password, 'hash')
    const looks: Record<string, unknown> = {}
    const all = await names()
    for (const [kind, username] of Object.entries(all)) {
      from()
      for (const mock of [verify, hash]) mock.mockClear()
      world.counted.take()
      // A deactivated account is tried with its right password: that it is right shows nowhere.
      const answer = await signIn(visitDesk(world), username, kind === 'gone' ? undefined : wrong)
      const { statements, batches } = world.counted.take()
      const html = (await answer.text()).replaceAll(username, 'NAME')
      looks[kind] = { status: answer.status, statements, batches, html, scrypt: verify.mock.calls.length }
      expect(hash, kind).not.toHaveBeenCalled()
    }
    expect(looks['known']).toMatchObject({ status: 422, scrypt: 1, batches: 1 })
    for (const kind of ['open', 'gone', 'unknown']) expect(looks[kind], kind).toEqual(looks['known'])
  })

  it('a right password is looked at once, too, in a handful of round trips', async () => {
    const { username } = await entered(world, village)
    const verify = vi.spyOn(world.deskPorts.password, 'verify')
    from()
    world.counted.take()
    expect((await signIn(visitDesk(world), username)).status).toBe(303)
    const { statements } = world.counted.take()
    expect(verify).toHaveBeenCalledTimes(1)
    expect(statements).toBeLessThanOrEqual(12)
  })

  it('locks a name nobody has like one that somebody has', async () => {
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
  'a username that we allow, %s, works from the account to the sign-in',
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
