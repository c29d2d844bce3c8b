import type { Random } from '#domain/basics/random.ts'
import type { Instant } from '#domain/basics/time.ts'
import type { Secrets } from '#keys'
import type { FileBox } from '#store/ports/files.ts'

/** What the command has of its machine. */
export interface Machine {
  secrets: Secrets
  now: Instant
  random: Random
  /** Keeps the files; absent: no case has any. */
  box?: FileBox | undefined
}
