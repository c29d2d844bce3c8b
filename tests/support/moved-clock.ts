/**
 * Moves `Date` in the process or isolate that imports it by CLOCK_OFFSET milliseconds, so that
 * application, libraries and tests share one clock on another day. In Node the offset comes from the environment, in a
 * Worker the bundler inserts it (configs.ts). Only tests import it: production has no such switch.
 */
let offset = Number(process.env['CLOCK_OFFSET'] ?? 0)
const Machine = Date
const now = () => Machine.now() + offset

/** Every call of the process goes to the moved clock from now on. */
const install = () => {
  const moved = new Proxy(Machine, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new Machine(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  Machine.prototype.constructor = moved
  globalThis.Date = moved
}

if (offset !== 0) install()

/** Sets the clock of a process that runs. @param to its difference from the machine's, in ms */
export const setOffset = (to: number): void => {
  offset = to
  if (globalThis.Date === Machine) install()
}
