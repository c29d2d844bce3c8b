import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import { isLoopback } from '#http/loopback.ts'

/** Who sent a request, and how: what a listed proxy says, and nothing of what anybody else says about it. */

export interface Sender {
  /** Network address. */
  address: string
  scheme: 'http' | 'https'
  /** Made on the machine itself, without a proxy: to look at `/healthz`, and for development. */
  local: boolean
}

/** An IPv4 address as Node writes it on a socket for both families. */
const plain = (address: string): string => {
  const inner = address.startsWith('::ffff:') ? address.slice(7) : address
  return isIPv4(inner) ? inner : address
}

const last = (header: string | string[] | undefined): string =>
  String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim() ?? ''

/**
 * @param proxies addresses of the proxies in front
 * @returns reads the sender of a request: behind a listed proxy the last address of `x-forwarded-for` that is none of
 *   them, which is the one that the outermost of them saw
 */
export const senderOf = (proxies: readonly string[]) => {
  const trusted = new Set(proxies)
  return ({ socket, headers }: IncomingMessage): Sender => {
    const peer = plain(socket.remoteAddress ?? '')
    const forwarded = headers['x-forwarded-for']
    if (forwarded === undefined || !trusted.has(peer))
      return { address: peer, scheme: 'http', local: isLoopback(peer) && forwarded === undefined }
    const hops = String(forwarded)
      .split(',')
      .map((hop) => plain(hop.trim()))
    const address = hops.findLast((hop) => hop !== '' && !trusted.has(hop)) ?? peer
    const scheme = last(headers['x-forwarded-proto']) === 'https' ? 'https' : 'http'
    return { address, scheme, local: false }
  }
}

const hostPattern = /^(?:[\w.-]{1,255}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * The address that a request asks for.
 * @returns undefined if its host or its target is malformed; targets other than a path are refused (RFC 9112, 3.2)
 */
export const urlOf = (
  { url = '', headers, rawHeaders }: IncomingMessage,
  scheme: string,
): URL | undefined => {
  // Node takes the first of several; the proxy in front may have taken another (RFC 9112, 3.2).
  if (rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length > 1)
    return undefined
  const host = headers.host ?? ''
  if (!hostPattern.test(host) || !url.startsWith('/')) return undefined
  const parsed = URL.parse(`${scheme}://${host}`)
  // Not as one text: a path that begins with two slashes would be another host.
  const target = parsed && URL.parse(`${parsed.origin}${url}`)
  return target ?? undefined
}
