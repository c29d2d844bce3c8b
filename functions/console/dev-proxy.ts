import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * One port for `npm run dev`: Astro's server answers what is a file in production, the Worker answers the
 * rest.
 */

interface Ports {
  /** Port of Astro's server. */
  site: number
  /** Port of wrangler. */
  worker: number
}

const host = '127.0.0.1'

/** Waits while a server restarts, for half a minute at most. */
const listening = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 150; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, host, () => resolve(true))
      socket.on('error', () => resolve(false)).on('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/**
 * Sends the request to one server and returns its answer with the body unread. Keeps the `Host` header,
 * because the same-origin check of forms compares with it.
 */
const ask = async (port: number, request: IncomingMessage, path = request.url): Promise<IncomingMessage> => {
  await listening(port)
  return new Promise((resolve, reject) => {
    const { method, headers } = request
    request.pipe(send({ host, port, method, headers, path }, resolve).on('error', reject))
  })
}

const give = (answer: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(answer.statusCode ?? 502, answer.headers)
  answer.pipe(response)
}

const answer = async ({ site, worker }: Ports, request: IncomingMessage, response: ServerResponse) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return give(await ask(worker, request), response)
  const fromSite = await ask(site, request)
  if (fromSite.statusCode !== 404) return give(fromSite, response)
  fromSite.resume()
  // Like Cloudflare's assets: a page is also found without the trailing slash.
  const [path = '', query] = (request.url ?? '').split('?')
  if (!path.endsWith('/')) {
    const page = await ask(site, request, `${path}/`)
    page.resume()
    const location = `${path}/${query === undefined ? '' : `?${query}`}`
    if (page.statusCode === 200) return response.writeHead(307, { location }).end()
  }
  give(await ask(worker, request), response)
}

/** Vite tells the browser through a web socket that a page changed. */
const pass = (port: number, request: IncomingMessage, socket: Duplex, head: Buffer): void => {
  const headers = request.rawHeaders.map((part, at) => `${part}${at % 2 === 0 ? ': ' : '\r\n'}`).join('')
  const server = connect(port, host, () => {
    server.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`)
    server.write(head)
    server.pipe(socket).pipe(server)
  })
  server.on('error', () => socket.destroy())
  socket.on('error', () => server.destroy())
}

/**
 * Listens on loopback and forwards each request to the server that would answer it in production. A request
 * waits for a server that is still starting.
 * @param port port to listen on
 * @param ports ports of the two servers
 * @returns when it listens; rejects if the port is in use
 */
export const serveBoth = (port: number, ports: Ports): Promise<void> =>
  new Promise((resolve, reject) => {
    createServer((request, response) => {
      answer(ports, request, response).catch((error: Error) => {
        if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' })
        response.end(`${error.message}\n`)
      })
    })
      .on('upgrade', (request, socket, head) => pass(ports.site, request, socket, head))
      .on('error', reject)
      .listen(port, host, resolve)
  })
