import type { Hono } from 'hono'
import { isDeskPath } from '#domain/routes/desk.ts'
import { siteMiddleware } from '#http/site-middleware.tsx'
import { createUnavailableApp } from '#http/unavailable-app.ts'
import { createPublicStore } from '#store/create.ts'
import { createApp } from './app.ts'
import { type Env, log, portsOf } from './worker-ports.ts'

/**
 * Entry file for Cloudflare Workers. The desk is a second Worker (worker-desk.ts) behind a service binding.
 */

export interface PublicEnv extends Env {
  DESK?: { fetch: (request: Request) => Promise<Response> }
}

const build = (env: Env): Hono => {
  const platform = portsOf(env, createPublicStore)
  return 'missing' in platform
    ? createUnavailableApp(siteMiddleware(), platform.missing)
    : createApp(platform.ports)
}

/**
 * The desk's answer, or the page that says the desk is unavailable: an error of the desk must not look like
 * one of the site.
 */
const toDesk = async (request: Request, { DESK }: PublicEnv): Promise<Response> => {
  const answer = await DESK?.fetch(request).catch((error: Error) => {
    log({ event: 'desk-unreachable', kind: error.name })
  })
  return answer ?? createUnavailableApp(siteMiddleware()).fetch(request)
}

let app: Hono | undefined

export default {
  fetch(request: Request, env: PublicEnv): Response | Promise<Response> {
    if (isDeskPath(new URL(request.url).pathname)) return toDesk(request, env)
    app ??= build(env)
    return app.fetch(request)
  },
}
