import type { D1Database } from '@cloudflare/workers-types'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createUnavailableApp } from './http/no-ports.ts'
import { makeKeys, readSecret } from './keys.ts'
import { createStore } from './store/create.ts'

/** Entry file for Cloudflare Workers: the only place that knows its bindings. */

interface Env {
  DB?: D1Database
  MASTER_KEY?: string
  CODE_PEPPER?: string
}

const build = (env: Env): Hono => {
  const masterKey = readSecret(env.MASTER_KEY)
  const codePepper = readSecret(env.CODE_PEPPER)
  if (!env.DB || !masterKey || !codePepper) {
    const missing = { DB: env.DB, MASTER_KEY: masterKey, CODE_PEPPER: codePepper }
    return createUnavailableApp(Object.entries(missing).flatMap(([name, value]) => (value ? [] : name)))
  }
  const keys = makeKeys({ masterKey, codePepper })
  return createApp({
    store: createStore(env.DB, keys),
    keys,
    clock: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    // Set by Cloudflare itself; a sender cannot choose it.
    clientAddress: (request) => request.headers.get('cf-connecting-ip') ?? '',
    log: (entry) => console.warn(JSON.stringify(entry)),
  })
}

let app: Hono | undefined

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    app ??= build(env)
    return app.fetch(request)
  },
}
