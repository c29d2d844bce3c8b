import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { isLoopback } from '#http/loopback.ts'
import type { Connect } from './notices/smtp.ts'

/**
 * Connections to a mail server, on Node and, with `nodejs_compat`, on Workers. TLS from the first byte (RFC 8314); plain
 * only on loopback. Entry files inject this.
 */

/** A server that sends this much without a line break is none. */
const longestLine = 4096

const opened = (host: string, port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const plain = isLoopback(host)
    const socket = plain ? connect({ host, port }) : connectTls({ host, port, servername: host })
    socket.once(plain ? 'connect' : 'secureConnect', () => resolve(socket))
    socket.once('error', reject)
  })

/** The connection of a provider; whatever takes longer than `wait` fails, and ends it. */
export const smtpLine: Connect = async ({ host, port }, wait) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), wait)
  })
  late.catch(() => undefined)
  const opening = opened(host, port)
  const socket = await Promise.race([opening, late]).catch((error) => {
    clearTimeout(timer)
    opening.then(
      (tooLate) => tooLate.destroy(),
      () => undefined,
    )
    throw error
  })
  socket.on('error', () => socket.destroy())
  const chunks = socket[Symbol.asyncIterator]()
  let rest = ''
  const nextLine = async (): Promise<string | null> => {
    for (;;) {
      const end = rest.indexOf('\r\n')
      if (end >= 0) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        return line
      }
      const { done, value } = await chunks.next()
      if (done || rest.length > longestLine) return null
      rest += value.toString('utf8')
    }
  }
  return {
    read: () => Promise.race([nextLine(), late]),
    write: (text) =>
      Promise.race([
        new Promise<void>((resolve, reject) => {
          socket.write(text, (error) => (error ? reject(error) : resolve()))
        }),
        late,
      ]),
    close: () => {
      clearTimeout(timer)
      socket.destroy()
    },
  }
}
