import type { Random } from '#domain/basics/random.ts'
import type { Store } from '#store/create.ts'
import type { FileStore } from '#store/ports/files.ts'
import type { Keys } from './keys.ts'

/**
 * What the app needs from the platform it runs on. Entry files build it; nothing else depends on a platform
 * (rules.md R54). A port is added together with its first user.
 * @template Part the part of the store that the user needs (store/ports); entry files pass the whole store
 */
export interface Ports<Part = Store> {
  store: Part
  /** Files of evidence; their bytes are kept beside the database. */
  files: FileStore
  keys: Keys
  /** The current time in milliseconds since 1970. */
  clock: () => number
  random: Random
  /** Network address of the sender, or an empty string if it is unknown. */
  clientAddress: (request: Request) => string
  /** A file of the built site by its path; undefined if there is none. */
  asset: (path: string) => Promise<Response | undefined>
  /** Writes a log entry: kinds and ids, never anything a person wrote. */
  log: (entry: { event: string; [detail: string]: string | number }) => void
}
