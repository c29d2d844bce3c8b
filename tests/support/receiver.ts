import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A receiver of messages on this machine, real HTTP, that behaves as its addresses say. */

/** What a receiver got. */
export interface Received {
  path: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** How a receiver answers. `stall` never answers, `cut` takes the message and ends the connection. */
export type Behaviour =
  | 'stall'
  | 'cut'
  | { status: number; body?: string; headers?: Record<string, string>; after?: number }

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Starts a receiver.
 * @param behave how it answers the n-th message to a path, from 1; probes are answered with 404
 * @param port of an earlier receiver that went away; absent: a free one
 */
export const startReceiver = async (
  behave: (path: string, count: number) => Behaviour,
  port = 0,
): Promise<{ url: string; port: number; received: Received[]; stop: () => Promise<void> }> => {
  const received: Received[] = []
  const counts = new Map<string, number>()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    if (request.method !== 'POST') {
      // A probe, or a test inside workerd that asks what arrived.
      response.writeHead(request.method === 'HEAD' ? 404 : 200)
      response.end(request.method === 'HEAD' ? '' : JSON.stringify(received))
      return
    }
    const body = await bodyOf(request)
    received.push({ path, headers: request.headers, body })
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    const way = behave(path, count)
    if (way === 'stall') return
    if (way === 'cut') {
      request.socket.destroy()
      return
    }
    if (way.after) await new Promise((resolve) => setTimeout(resolve, way.after))
    response.writeHead(way.status, way.headers)
    response.end(way.body ?? '')
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: used } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${used}`, port: used, received, stop }
}
