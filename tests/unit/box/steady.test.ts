import { describe, expect, it } from 'vitest'
import { day, hour, minute } from '#domain/basics/bounds.ts'
import type { Believable } from '../../../functions/box/last-run.ts'
import { steady } from '../../../functions/box/steady.ts'

const begun = 1_800_000_000_000

interface Start {
  believable?: Believable
  /** In which runs a time server has just set the clock. */
  confirmed?: number[]
}

/** Ten minutes pass between runs; before each of them the clock is set by what the row says. */
const runsFrom = async ({ believable, confirmed = [] }: Start, ...set: number[]) => {
  let [wall, timer] = [begun, 5_000]
  const logged: unknown[] = []
  const did: boolean[] = []
  const times = { clock: () => wall, timer: () => timer, confirmed: () => confirmed.includes(did.length) }
  let ran = false
  const run = steady(
    async () => {
      ran = true
    },
    times,
    (entry) => logged.push(entry),
    believable,
  )
  for (const by of set) {
    wall += 10 * minute + by
    timer += 10 * minute
    ran = false
    await run()
    did.push(ran)
  }
  return { did, seconds: logged.map((entry) => (entry as { seconds: number }).seconds), logged }
}
const runs = (...set: number[]) => runsFrom({}, ...set)

describe('the schedule of a box', () => {
  it('runs while the clock goes as the timer does, or is put right by seconds', async () => {
    expect(await runs(0, 2_000, -2_000, 4 * minute)).toMatchObject({
      did: [true, true, true, true],
      logged: [],
    })
  })

  it('rests for an hour once the clock was set ahead, with an alarm, and then believes it', async () => {
    const { did, logged } = await runs(0, 3 * day, 0, 0, 0, 0, 0, 0, 0)
    expect(did).toEqual([true, false, false, false, false, false, false, true, true])
    expect(logged).toEqual([{ event: 'alarm', kind: 'clock', seconds: 3 * 86_400 }])
  })

  it('goes on at once when the clock is put back, and rests no longer', async () => {
    const { did, seconds } = await runs(0, 3 * day, 0, -3 * day, 0)
    expect([did, seconds]).toEqual([
      [true, false, false, true, true],
      [3 * 86_400, -3 * 86_400],
    ])
  })

  it('rests on while only a part of it is put back', async () => {
    expect((await runs(3 * day, -day, 0, 0)).did).toEqual([false, false, false, false])
  })

  it('goes on, with an alarm, when a clock that was right is set back', async () => {
    expect(await runs(0, -hour, 0)).toMatchObject({ did: [true, true, true], seconds: [-3600] })
  })

  it('believes a clock that a time server has just set, after a sleep and while it rests', async () => {
    expect(await runsFrom({ confirmed: [1] }, 0, 3 * hour, 0)).toMatchObject({
      did: [true, true, true],
      logged: [],
    })
    expect((await runsFrom({ confirmed: [2] }, 3 * hour, 0, 0, 0)).did).toEqual([false, false, true, true])
  })

  it('says that a time server has set the clock back', async () => {
    expect(await runsFrom({ confirmed: [1] }, 0, -3 * hour)).toMatchObject({
      did: [true, true],
      seconds: [-3 * 3600],
    })
  })
})

describe('the schedule of a box whose clock was set while it was away', () => {
  it.each([
    ['within what can be believed', -minute, minute, [], true],
    ['three days ahead', -4 * day, -3 * day, [3 * 86_400], false],
    ['three days behind', 3 * day, 4 * day, [-3 * 86_400], true],
  ])('%s: rests if it is ahead, with an alarm', async (_, from, to, seconds, at) => {
    const { did, ...rest } = await runsFrom(
      { believable: { from: begun + from, to: begun + to } },
      ...[0, 0, 0, 0, 0, 0, 0],
    )
    expect(rest.seconds).toEqual(seconds)
    expect(did).toEqual([at, at, at, at, at, at, true])
  })

  it('goes on once it is put right, though the program really was away for a while', async () => {
    const believable = { from: begun - 31 * minute, to: begun - minute }
    expect(await runsFrom({ believable }, 3 * day, -3 * day, 0)).toMatchObject({
      did: [false, true, true],
      seconds: [3 * 86_400 + 60, -3 * 86_400],
    })
  })
})
