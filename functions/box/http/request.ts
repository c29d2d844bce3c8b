import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { boundedBody, isSmall, wholeBody } from './body.ts'
import { BytesRequest } from './kept-body.ts'

/** Makes the web request that the app reads from the one of node:http. */

/** The header in which the app reads the network address of the sender; nobody outside can set it. */
const addressHeader = 'x-liuchixiang-address'

const headersOf = ({ rawHeaders }: IncomingMessage, address: string): Headers => {
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    headers.append(name, rawHeaders[index + 1] ?? '')
  }
  headers.set(addressHeader, address)
  return headers
}

/**
 * @param address the network address of the sender, which the app reads with `addressOf`
 * @returns null if the sender disconnected meanwhile: nobody waits for an answer
 */
export const webRequest = async (
  incoming: IncomingMessage,
  url: URL,
  address: string,
): Promise<Request | null> => {
  const method = incoming.method ?? 'GET'
  const headers = headersOf(incoming, address)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  if (isSmall(incoming)) {
    const body = await wholeBody(incoming)
    return body && new BytesRequest(url, { method, headers }, body)
  }
  const body = Readable.toWeb(boundedBody(incoming)) as ReadableStream<Uint8Array>
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit)
}

/** Network address of the sender of a request of this server. */
export const addressOf = (request: Request): string => request.headers.get(addressHeader) ?? ''
