import { Agent, request } from 'node:http'
import { median } from '../median.ts'

/** The load: this process asks, the servers are processes of their own. */

export interface Measured {
  /** Requests a second. */
  rate: number
  /** Half of the requests took at most this, in milliseconds. */
  median: number
}

/** One kind of request: path, expected status, and the body of each. */
export interface Step {
  path: string
  status: number
  body: () => string
  headers?: () => Record<string, string>
}

export const asker = (base: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const ask = ({ path, status, body, headers }: Step): Promise<string> =>
    new Promise((resolve, reject) => {
      const text = body()
      const out = request(new URL(path, base), {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...headers?.(),
        },
      })
      out.on('response', (answer) => {
        let received = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          received += part
        })
        answer.on('end', () =>
          answer.statusCode === status
            ? resolve(received)
            : reject(new Error(`${path}: ${answer.statusCode} ${received.slice(0, 200)}`)),
        )
      })
      out.on('error', reject)
      out.end(text)
    })
  return { ask, end: () => agent.destroy() }
}

/** Asks for `milliseconds`, `atOnce` requests at a time. */
export const measure = async (
  ask: (step: Step) => Promise<string>,
  step: Step,
  atOnce: number,
  milliseconds: number,
): Promise<Measured & { count: number }> => {
  const times: number[] = []
  const began = performance.now()
  const one = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      const asked = performance.now()
      await ask(step)
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return {
    count: times.length,
    rate: (times.length / (performance.now() - began)) * 1000,
    median: median(times),
  }
}
