import { describe, expect, it } from 'vitest'
import { day, hour, minute } from '#domain/basics/bounds.ts'
import { steady } from '../../../functions/box/steady.ts'

/** Ten minutes pass between runs; before each of them the clock is set by what the row says. */
const runs = async (...set: number[]) => {
  let [wall, timer] = [1_800_000_000_000, 5_000]
  const logged: unknown[] = []
  const did: boolean[] = []
  const times = { clock: () => wall, timer: () => timer }
  let ran = false
  const run = steady(
    async () => {
      ran = true
    },
    times,
    (entry) => logged.push(entry),
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
})
