import type { D1Database, R2Bucket } from '@cloudflare/workers-types'
import type { Random } from '#domain/basics/random.ts'
import { bucketBox } from '#store/files/bucket.ts'
import { createFileStore } from '#store/files/create.ts'
import { type Keys, makeKeys, readSecret } from './keys.ts'
import type { Ports } from './ports.ts'

/** Bindings of both Workers. */
export interface Env {
  DB?: D1Database
  /** Files of evidence. */
  FILES?: R2Bucket
  MASTER_KEY?: string
  CODE_PEPPER?: string
  /** The built site; absent in the desk's Worker. */
  ASSETS?: { fetch: (request: Request) => Promise<Response> }
}

/** The source of randomness of a Worker. */
const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

/** Workers Logs collects the console's output; without ports the entry file calls this directly. */
export const log: Ports['log'] = (entry) => console.warn(JSON.stringify(entry))

/**
 * The ports of a Worker, or the names of the bindings and secrets that its deployment lacks.
 * @param create makes the parts of the store that the Worker uses
 */
export const portsOf = <Part>(
  env: Env,
  create: (d1: D1Database, keys: Keys, random: Random) => Part,
): { ports: Ports<Part>; db: D1Database } | { missing: string[] } => {
  const masterKey = readSecret(env.MASTER_KEY)
  const codePepper = readSecret(env.CODE_PEPPER)
  if (!env.DB || !env.FILES || !masterKey || !codePepper) {
    const needed = { DB: env.DB, FILES: env.FILES, MASTER_KEY: masterKey, CODE_PEPPER: codePepper }
    return { missing: Object.entries(needed).flatMap(([name, value]) => (value ? [] : name)) }
  }
  const keys = makeKeys({ masterKey, codePepper }, random)
  const ports: Ports<Part> = {
    store: create(env.DB, keys, random),
    files: createFileStore(env.DB, keys, random, bucketBox(env.FILES)),
    keys,
    clock: () => Date.now(),
    random,
    // Set by Cloudflare; a sender cannot choose it.
    clientAddress: (request) => request.headers.get('cf-connecting-ip') ?? '',
    asset: async (path) => {
      const answer = await env.ASSETS?.fetch(new Request(`https://assets.invalid${path}`))
      return answer?.ok ? answer : undefined
    },
    log,
  }
  return { ports, db: env.DB }
}
