import type { BoxSettings } from '../config.ts'

/** Asks the program of this machine. @returns the status of its answer; undefined if nothing answers */
export const statusOf = async ({ host, port }: BoxSettings['listen']): Promise<number | undefined> => {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
    return answer.status
  } catch {
    return undefined
  }
}
