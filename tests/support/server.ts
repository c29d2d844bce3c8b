import type { TestProject } from 'vitest/node'

/** What the servers of the http suites have in common. */

/** What a server is started without. */
export type Without = 'database' | 'secrets'

export interface Served {
  base: string
  state: string
  stop: () => void
}

type Serve = (without?: Without, prepare?: (database: string) => Promise<void>) => Promise<Served>

/** Each secret is this byte, 32 times. */
export const secretBytes = { masterKey: 1, codePepper: 2 }

/** Waits until a server answers anything. Throws after three minutes. */
export const answering = async (base: string, name: string): Promise<void> => {
  for (let tries = 0; tries < 900; tries += 1) {
    const answers = await fetch(`${base}/healthz`).then(
      () => true,
      () => false,
    )
    if (answers) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${name} did not start`)
}

/** Starts a server for a whole suite and provides its address and the cases that were filed before. */
export const provideServer = async (
  serve: Serve,
  { provide }: Pick<TestProject, 'provide'>,
): Promise<() => void> => {
  const { base, stop } = await serve(undefined, async (database) => {
    // Loaded here: the app imports what a build generates.
    const { earlierCases } = await import('./earlier-cases.ts')
    const bytes = (byte: number) => new Uint8Array(32).fill(byte)
    const { masterKey, codePepper } = secretBytes
    provide(
      'earlier',
      await earlierCases(database, { masterKey: bytes(masterKey), codePepper: bytes(codePepper) }),
    )
  })
  provide('base', base)
  return stop
}
