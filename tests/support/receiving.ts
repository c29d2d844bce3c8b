import type { TestProject } from 'vitest/node'
import { type Behaviour, startReceiver } from './receiver.ts'

/**
 * Vitest global setup of the worker project: a receiver outside workerd, for `inject('receiver')`. A message is answered
 * as the first part of its path says; a GET gives all that arrived.
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
  provide('receiver', url)
  return stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    receiver: string
  }
}
