import type { Random } from '#domain/basics/random.ts'

/** Bytes asked of the system at a time: each time costs as much as ten rows, and a filing needs a dozen. */
const drawn = 4096

/** Random bytes of the system's generator, drawn many at a time. Those that were given are not kept. */
export const systemRandom = (): Random => {
  const pool = new Uint8Array(drawn)
  let next = drawn
  return (count) => {
    if (count > drawn) return crypto.getRandomValues(new Uint8Array(count))
    if (next + count > drawn) {
      crypto.getRandomValues(pool)
      next = 0
    }
    const bytes = pool.slice(next, next + count)
    pool.fill(0, next, next + count)
    next += count
    return bytes
  }
}
