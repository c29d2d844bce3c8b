import type { Ports } from '#ports'

/** How often the schedule runs, as in wrangler.desk.toml. */
export const everyTenMinutes = 600_000

/**
 * Runs work at once and then again and again, never twice at a time: what takes longer than the interval delays the next
 * run. Timers of Node do not read the clock, so a clock that is set changes nothing.
 * @returns ends it: no run begins any more, and the promise settles once the one in progress has ended
 */
export const every = (
  interval: number,
  work: () => Promise<void>,
  log: Ports['log'],
): (() => Promise<void>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  let running = Promise.resolve()
  const run = (): void => {
    running = work()
      .catch((error: Error) => log({ event: 'scheduler', kind: error.name }))
      .then(() => {
        if (!ended) timer = setTimeout(run, interval)
      })
  }
  run()
  return () => {
    ended = true
    clearTimeout(timer)
    return running
  }
}
