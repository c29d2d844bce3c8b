import { connect } from 'node:net'

/** Sends bytes over a connection and returns everything that comes back until it is closed, or until `wait` ms. */
export const raw = (base: string, text: string, wait = 5_000): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(base)
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let received = ''
    const timer = setTimeout(() => socket.destroy(), wait)
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      received += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(received)
    })
  })
