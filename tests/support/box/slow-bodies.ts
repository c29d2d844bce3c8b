import { connect, type Socket } from 'node:net'

/** A sender of bodies that hardly come. */

export interface SlowPost {
  socket: Socket
  /** The status that it was answered with so far. */
  status: () => number | undefined
  /** Whether the connection still stands. */
  waits: () => boolean
}

/**
 * Begins a post, and sends a byte of its body.
 * @param length bytes that are announced
 * @param address what the proxy in front says of its sender
 */
export const slowPost = (base: string, path: string, length: number, address: string): Promise<SlowPost> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(base)
    const socket = connect(Number(port), hostname)
    let received = ''
    let open = true
    socket.setEncoding('utf8').on('data', (text: string) => {
      received += text
    })
    socket.on('error', (error) => (socket.connecting ? reject(error) : undefined))
    socket.on('close', () => {
      open = false
    })
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${host}`,
      'Content-Type: application/json',
      `X-Forwarded-For: ${address}`,
      `Content-Length: ${length}`,
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n{`, () =>
      resolve({
        socket,
        status: () => Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1]) || undefined,
        waits: () => open && received === '',
      }),
    )
  })
