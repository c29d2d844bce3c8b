import { cleanedAtOnce, placeWait } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'

/** How often a place is asked for: a request cannot wait for a promise of another one on Workers. */
const step = 100

/** How many may be turned away while one work keeps its place, before the place counts as lost. */
const mostTurnedAway = 4

const pause = () => new Promise((resolve) => setTimeout(resolve, step))

/** A number of places for work that needs much memory; makes the function that runs work in one of them. */
export const places = (count = cleanedAtOnce, patience = placeWait) => {
  const working = new Set<{ turnedAway: number }>()
  return async <T>(work: () => Promise<T>): Promise<Result<T, 'busy'>> => {
    for (let waited = 0; working.size >= count; waited += step) {
      if (waited >= patience) {
        // Workers drop a request whose client has gone, in the middle: it never gives its place back.
        const [oldest] = working
        if (oldest) oldest.turnedAway += 1
        if (oldest && oldest.turnedAway >= mostTurnedAway) working.delete(oldest)
        return fail('busy')
      }
      await pause()
    }
    const own = { turnedAway: 0 }
    working.add(own)
    try {
      return ok(await work())
    } finally {
      working.delete(own)
    }
  }
}
