import type { Server } from 'node:http'
import { drain } from './http/bounds.ts'

/** Ends a server on a signal: what has begun is answered, what comes later goes to the next process. */

/** Settles with the first SIGTERM or SIGINT, or with SIGHUP, which a terminal sends that is closed. */
export const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })

/** Takes no more connections and waits for the answers that are being made, for a bounded time. */
export const drained = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), drain)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
