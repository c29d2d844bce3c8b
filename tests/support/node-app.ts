import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { createNodeApp, type NodeOptions } from '../../functions/node.ts'
import { createClient } from '../generated/client/client/index.ts'
import * as calls from '../generated/client/index.ts'
import { done, filing } from './client.ts'

/** The app on Node, as tests start it. */

/** The secrets of the app in tests. */
export const ownSecrets = { masterKey: new Uint8Array(32).fill(3), codePepper: new Uint8Array(32).fill(4) }

const nodeOptions = (more: Partial<NodeOptions> = {}): NodeOptions => ({
  database: ':memory:',
  files: 'tests/.output/files',
  migrations: 'migrations',
  site: 'dist',
  secrets: ownSecrets,
  clientAddress: () => '127.0.0.1',
  ...more,
})

export const nodeApp = (more: Partial<NodeOptions> = {}) => createNodeApp(nodeOptions(more))

/** The app on Node with a client made from the OpenAPI document, and the console's moves. */
export const nodeClient = (more: Partial<NodeOptions> = {}) => {
  const { app, ports, schedule, close } = nodeApp(more)
  /** Announces the length of a body, as everybody does who sends one over a network. */
  const send = async (request: Request) => {
    const body = await request.arrayBuffer()
    const headers = new Headers(request.headers)
    headers.set('content-length', String(body.byteLength))
    return app.request(request.url, { method: request.method, headers, body })
  }
  const client = createClient({ baseUrl: 'http://localhost', fetch: (request) => send(request as Request) })
  const file = () => done(calls.fileCase({ client, body: { ...filing, notify: true } }))
  const move = async (number: string, kind: MoveKind, input: MoveInput = {}) => {
    const moved = await moveCase(ports, { number, kind, by: 'console', input })
    if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
    return moved.value
  }
  return { app, ports, client, schedule, file, move, close }
}
