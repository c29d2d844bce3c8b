import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Ports } from '#ports'
import type { staticSite } from '../site/site.ts'
import { dropBody, isTooLarge } from './body.ts'
import * as bounds from './bounds.ts'
import { refusing } from './refuse.ts'
import { webRequest } from './request.ts'
import { sendPlain, sendResponse, sendStatic } from './respond.ts'
import { senderOf, urlOf } from './sender.ts'
import { turns } from './turns.ts'
import { waitingPlaces } from './waiting.ts'

/** The server of a box: what Cloudflare does in front of a Worker, in front of the same app. */

export interface ServerParts {
  /** The public address; over https, no other host is served. */
  origin: string
  proxies: readonly string[]
  site: ReturnType<typeof staticSite>
  app: (request: Request) => Response | Promise<Response>
  log: Ports['log']
  /** Counts the requests that have come to the app and are being answered; a test begins with many. */
  load?: { requests: number }
}

/** Where a request has to go instead, if the site is served over https: there, by its own name. */
const elsewhere = (url: URL, origin: URL): string | undefined => {
  if (origin.protocol !== 'https:' || url.origin === origin.origin) return undefined
  return `${origin.origin}${url.pathname}${url.search}`
}

/** What somebody reads who sends a form from a page of an earlier address, or over http: it was not taken. */
const sayElsewhere = (origin: string): string =>
  `没有收到：网址换了。请打开 ${origin} ，再交一次；刚才写的，退回去还看得到。有人身危险，请打 110。`

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export const boxServer = ({
  origin,
  proxies,
  site,
  app,
  log,
  load = { requests: 0 },
}: ServerParts): Server => {
  const home = new URL(origin)
  const sender = senderOf(proxies)
  const nextTurn = turns()
  const takePlace = waitingPlaces()
  const refuse = refusing(origin)

  /** Whether a body has come already, or may be waited for. */
  const mayWait = async (incoming: IncomingMessage, address: string): Promise<boolean> => {
    if (incoming.complete || takePlace(incoming, address)) return true
    // Of many that come at once, some only look slow: nobody is cut off for them.
    await nextTurn()
    return incoming.complete || takePlace(incoming, address, true)
  }

  const answerByApp = async (request: Request, to: ServerResponse, method: string): Promise<void> => {
    load.requests += 1
    try {
      await nextTurn()
      await sendResponse(await app(request), to, method)
    } finally {
      load.requests -= 1
    }
  }

  const answer = async (incoming: IncomingMessage, to: ServerResponse): Promise<void> => {
    const method = incoming.method ?? ''
    const { address, scheme, local } = sender(incoming)
    const url = urlOf(incoming, scheme)
    if (!url) return sendPlain(400, 'Bad request', to)
    if (!methods.has(method)) return sendPlain(501, 'Not implemented', to)
    const location = local ? undefined : elsewhere(url, home)
    if (location !== undefined)
      return method === 'GET' || method === 'HEAD'
        ? sendPlain(308, location, to, { location })
        : sendPlain(421, sayElsewhere(origin), to)
    if (isTooLarge(incoming)) {
      // Not read to its end: the connection cannot be used again.
      to.shouldKeepAlive = false
      return refuse('tooLarge', incoming, to)
    }
    const found = await site(method, url, incoming.headers)
    if (found) {
      dropBody(incoming)
      return sendStatic(found, to)
    }
    const isFull = () => load.requests >= bounds.requests
    const busy = () => refuse('busy', incoming, to, { 'retry-after': '5' })
    if (isFull()) return busy()
    const reads = method === 'GET' || method === 'HEAD'
    if (!reads && !(await mayWait(incoming, address))) {
      // Nor is it read any further.
      to.shouldKeepAlive = false
      return busy()
    }
    const request = await webRequest(incoming, url, address)
    if (request === null) return
    if (isFull()) return busy()
    await answerByApp(request, to, method)
  }

  const server = createServer(
    {
      maxHeaderSize: bounds.headerBytes,
      headersTimeout: bounds.headersWait,
      // A file on the slowest phone takes an hour; body.ts ends what is slower.
      requestTimeout: 0,
      keepAliveTimeout: bounds.keepAlive,
      connectionsCheckingInterval: 5_000,
    },
    (incoming, to) => {
      // Told to stop: what comes next goes to the next process.
      if (!server.listening) to.shouldKeepAlive = false
      answer(incoming, to)
        .catch((error: Error) => {
          log({ event: 'fault', kind: error.name })
          // Only a cut connection tells that an answer is not whole.
          return to.headersSent ? void to.destroy() : refuse('unavailable', incoming, to)
        })
        // Whatever it was answered with, and by whom.
        .finally(() => dropBody(incoming))
    },
  )
  server.maxConnections = bounds.connections
  server.setTimeout(bounds.silence)
  return server
}
