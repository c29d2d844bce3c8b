import { createNodeApp, type NodeOptions } from '../../functions/node.ts'

/** The app on Node, as tests start it. */

const nodeOptions = (more: Partial<NodeOptions> = {}): NodeOptions => ({
  database: ':memory:',
  files: 'tests/.output/files',
  migrations: 'migrations',
  site: 'dist',
  secrets: { masterKey: new Uint8Array(32).fill(3), codePepper: new Uint8Array(32).fill(4) },
  clientAddress: () => '127.0.0.1',
  ...more,
})

export const nodeApp = (more: Partial<NodeOptions> = {}) => createNodeApp(nodeOptions(more))
