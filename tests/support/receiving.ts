import type { TestProject } from 'vitest/node'
import { startMailServer } from './mail-server.ts'
import { type Behaviour, startReceiver } from './receiver.ts'

/**
 * Vitest global setup of the worker project: a receiver outside workerd, for `inject('receiver')`, and a mail server. A
 * message is answered as the first part of its path says; a GET gives all that arrived.
 */

const behaviours: Record<string, Behaviour> = {
  taken: { status: 204 },
  aliyun: { status: 200, body: JSON.stringify({ Code: 'OK' }) },
  wecom: { status: 200, body: JSON.stringify({ errcode: 0 }) },
  later: { status: 503 },
  cut: 'cut',
  refused: { status: 422 },
}

export default async function setup({ provide }: TestProject) {
  const { url, stop } = await startReceiver((path) => behaviours[path.split('/')[1] ?? ''] ?? { status: 404 })
  const mail = await startMailServer()
  provide('receiver', url)
  provide('mailPort', mail.port)
  return () => Promise.all([stop(), mail.stop()])
}

declare module 'vitest' {
  export interface ProvidedContext {
    receiver: string
    mailPort: number
  }
}
