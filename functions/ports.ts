import type { Random } from '#domain/basics/random.ts'
import type { Store } from '#store/create.ts'
import type { Keys } from './keys.ts'

/**
 * What the app needs from the platform it runs on. Entry files build it; nothing else knows a platform
 * (rules.md R54). A port is added with its first user.
 * @template Part the part of the store that its user asks for (store/ports); entry files hand over all of it
 */
export interface Ports<Part = Store> {
  store: Part
  keys: Keys
  /** Milliseconds since 1970. */
  clock: () => number
  random: Random
  /** Network address of the sender, or an empty string when there is none. */
  clientAddress: (request: Request) => string
  /** A file of the built site by its path; nothing when there is none. */
  asset: (path: string) => Promise<Response | undefined>
  /** Kinds and ids, never what a person wrote. */
  log: (entry: { event: string; [detail: string]: string | number }) => void
}
