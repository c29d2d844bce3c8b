import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { vi } from 'vitest'
import { day, minute } from '#domain/basics/bounds.ts'
import { api } from '#domain/routes/site.ts'
import { startAt } from '../day.ts'
import { startBox } from '../serve-box.ts'
import { answering } from '../server.ts'
import type { Setting } from './set-clock.ts'

/** A box whose clock is set while it runs. */

/**
 * Starts the program of a box at ten in the morning of the day of the run, with its schedule run once.
 * @param folder as `boxFolder` makes it
 * @param ahead by how many ms the clock is ahead of that
 */
export const boxWithClock = async (
  { config, base, state }: { config: string; base: string; state: string },
  ahead = 0,
) => {
  const file = join(state, 'set-clock.json')
  const begun = Date.parse(startAt) - Date.now() + ahead
  const running = startBox(config, ['--import', resolve('tests/support/box/set-clock.ts')], {
    CLOCK_OFFSET: String(begun),
    SET_CLOCK: file,
  })
  const said = (line: string) =>
    vi.waitFor(
      () => {
        if (!running.log().includes(`${line}\n`)) throw new Error(`the box did not say: ${line}`)
      },
      { timeout: 30_000, interval: 20 },
    )
  await answering(base, 'the box')
  await said('Waits ')
  let [clock, timer, count] = [begun, 0, 0]
  const entries = (): Record<string, unknown>[] =>
    running
      .log()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const set = async (run: boolean): Promise<void> => {
    count += 1
    const setting: Setting = { name: String(count), clock, timer, run }
    writeFileSync(file, JSON.stringify(setting))
    running.child.kill('SIGUSR2')
    await said(`${run ? 'Waits' : 'Set'} ${count}`)
  }
  return {
    ...running,
    base,
    /** Sets the clock, and nothing else: by so many ms. */
    step(by: number): Promise<void> {
      clock += by
      return set(false)
    },
    /** Lets time pass, by the clock and by the timer, and then runs the schedule. */
    pass(time = 10 * minute): Promise<void> {
      clock += time
      timer += time
      return set(true)
    },
    /** Entries of the log so far, without those of single requests. */
    entries,
    /** Entries of alarms of the clock so far, in hours with one decimal. */
    clockAlarms: (): number[] =>
      entries().flatMap(({ kind, seconds }) =>
        kind === 'clock' ? [Math.round(Number(seconds) / 360) / 10] : [],
      ),
    /** The days whose root is published. */
    roots: async (): Promise<string[]> => {
      const answer = await fetch(`${base}${api.anchors}?since=2020-01-01`)
      return ((await answer.json()) as { days: { day: string }[] }).days.map((one) => one.day)
    },
    /** The day so many days after that of the run, as YYYY-MM-DD. */
    dayAfter: (days: number): string =>
      new Date(Date.parse(`${startAt.slice(0, 10)}T00:00:00Z`) + days * day).toISOString().slice(0, 10),
  }
}

export type BoxWithClock = Awaited<ReturnType<typeof boxWithClock>>
