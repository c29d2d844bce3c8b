import { readFileSync } from 'node:fs'
import { setOffset } from '../moved-clock.ts'

/**
 * Preloaded into the program of a box: sets its clock while it runs, and lets its timer go on, by the file that SET_CLOCK
 * names (`Setting`, as JSON), read at each SIGUSR2. The schedule runs when it is told to, not after ten minutes.
 */

export interface Setting {
  /** What the log says once it is done. */
  name: string
  /** Difference of the clock from the machine's, in ms. */
  clock: number
  /** How much more time has passed by the timer than really did, in ms. */
  timer: number
  /** Whether the schedule runs now. */
  run: boolean
}

/** As functions/box/every.ts; nothing else waits for as long. */
const betweenRuns = 600_000

let passed = 0
const timerNow = performance.now.bind(performance)
performance.now = () => timerNow() + passed

let schedule: (() => void) | undefined
let told = ''
const machineTimeout = globalThis.setTimeout
globalThis.setTimeout = new Proxy(machineTimeout, {
  apply: (target, self, args: Parameters<typeof setTimeout>) => {
    const [work, delay] = args
    if (delay !== betweenRuns) return Reflect.apply(target, self, args)
    schedule = work
    process.stdout.write(`Waits ${told}\n`)
    return machineTimeout(() => undefined, delay)
  },
})

process.on('SIGUSR2', () => {
  const { name, clock, timer, run } = JSON.parse(
    readFileSync(process.env['SET_CLOCK'] ?? '', 'utf8'),
  ) as Setting
  setOffset(clock)
  passed = timer
  told = name
  process.stdout.write(`Set ${name}\n`)
  if (run) schedule?.()
})
