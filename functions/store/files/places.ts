import { cleanedAtOnce, placeWait } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'

/** How often a place is asked for: a request cannot wait for a promise of another one on Workers. */
const step = 100

const pause = () => new Promise((resolve) => setTimeout(resolve, step))

/** A number of places for work that needs much memory; makes the function that runs work in one of them. */
export const places = (count = cleanedAtOnce, patience = placeWait) => {
  let busy = 0
  return async <T>(work: () => Promise<T>): Promise<Result<T, 'busy'>> => {
    for (let waited = 0; busy >= count; waited += step) {
      if (waited >= patience) return fail('busy')
      await pause()
    }
    busy += 1
    try {
      return ok(await work())
    } finally {
      busy -= 1
    }
  }
}
