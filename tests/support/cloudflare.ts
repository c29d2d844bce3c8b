import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'

/**
 * A stand-in for Cloudflare's API: the paths that `npm run deploy` and wrangler use, with accounts, databases that run
 * SQL, buckets, Workers with secrets, zones, and faults to be planned.
 */

interface Worker {
  secrets: string[]
  crons: string[]
  uploads: number
}

/**
 * What happens to requests that match: `drop` cuts the connection, `after` only once the request was carried out, `within`
 * then too, in the middle of the answer.
 */
export interface PlannedFault {
  match: RegExp
  times: number
  status?: number
  code?: number
  retryAfter?: number
  drop?: 'before' | 'after' | 'within'
}

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('latin1')
}

/** The largest page of each list, whatever is asked for, and its size without a wish, as the API's reference says. */
const pageSizes = { accounts: [50, 20], databases: [10_000, 1_000] } as const

const pageOf = (all: readonly unknown[], list: keyof typeof pageSizes, query: URLSearchParams) => {
  const [largest, usual] = pageSizes[list]
  const per_page = Math.min(Number(query.get('per_page') ?? usual), largest)
  const page = Number(query.get('page') ?? 1)
  const result = all.slice((page - 1) * per_page, page * per_page)
  const result_info = { page, per_page, count: result.length, total_count: all.length }
  return { status: 200, code: 0, result, result_info }
}

interface Carried {
  status: number
  code: number
  result: unknown
  result_info?: unknown
}

export class FakeCloudflare {
  accounts = [{ id: 'a1', name: 'County' }]
  databases = new Map<string, { name: string; sqlite: DatabaseSync }>()
  buckets = new Set<string>()
  workers = new Map<string, Worker>()
  zones = new Map([['county.example', { https: 'on' }]])
  domains = new Map<string, string>()
  faults: PlannedFault[] = []
  /** Every request, as `GET /accounts`. */
  asked: string[] = []
  /** Every body, to search for what must not be sent. */
  bodies: string[] = []
  #server = createServer((request, response) => void this.#answer(request, response))

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/client/v4`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** Requests that change something. */
  get changes(): string[] {
    return this.asked.filter((one) => !one.startsWith('GET ') && !/\/query$/.test(one))
  }

  database(name: string): DatabaseSync | undefined {
    return [...this.databases.values()].find((one) => one.name === name)?.sqlite
  }

  makeDatabase(name: string): string {
    const id = `0000000${this.databases.size + 1}-1111-4111-8111-111111111111`
    this.databases.set(id, { name, sqlite: new DatabaseSync(':memory:') })
    return id
  }

  worker(name: string): Worker {
    const worker = this.workers.get(name) ?? { secrets: [], crons: [], uploads: 0 }
    this.workers.set(name, worker)
    return worker
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
    const path = pathname.replace('/client/v4', '')
    const call = `${request.method} ${path}`
    this.asked.push(call)
    this.bodies.push(body)
    const fault = this.faults.find(({ match, times }) => times > 0 && match.test(call))
    if (fault) {
      fault.times -= 1
      if (fault.drop === 'before') return void request.socket.destroy()
      const { status, code = 10000, retryAfter } = fault
      if (status !== undefined) {
        const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
        const errors = [{ code, message: 'planned' }]
        return json(response, status, { success: false, errors, messages: [], result: null }, headers)
      }
    }
    const answer = this.#carryOut(call, path, searchParams, body)
    if (fault?.drop === 'after') return void request.socket.destroy()
    if (fault?.drop === 'within') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
      return void response.write('{"success":', () => request.socket.destroy())
    }
    const ok = answer.status === 200
    const errors = ok ? [] : [{ code: answer.code, message: 'not found' }]
    const { result = null, result_info } = answer
    json(response, answer.status, { success: ok, errors, messages: [], result, result_info })
  }

  #carryOut(call: string, path: string, query: URLSearchParams, body: string): Carried {
    const done = (result: unknown) => ({ status: 200, code: 0, result })
    const missing = (code: number) => ({ status: 404, code, result: null })
    const [, account, rest = ''] = /^\/accounts\/([^/]+)\/(.*)$/.exec(path) ?? []
    if (call === 'GET /accounts') return pageOf(this.accounts, 'accounts', query)
    if (path === '/zones') {
      const name = query.get('name') ?? ''
      return done(this.zones.has(name) ? [{ id: name, name }] : [])
    }
    const [, zone] = /^\/zones\/(.*)\/settings\/always_use_https$/.exec(path) ?? []
    if (zone) return done({ value: this.zones.get(zone)?.https })
    if (!this.accounts.some(({ id }) => id === account)) return missing(7003)
    return this.#inAccount(call, rest, query, body, { done, missing })
  }

  #inAccount(
    call: string,
    rest: string,
    query: URLSearchParams,
    body: string,
    {
      done,
      missing,
    }: {
      done: (result: unknown) => { status: number; code: number; result: unknown }
      missing: (code: number) => { status: number; code: number; result: unknown }
    },
  ): Carried {
    const method = call.split(' ')[0]
    if (rest === 'd1/database' && method === 'POST') {
      const { name } = JSON.parse(body)
      return done({ uuid: this.makeDatabase(name), name })
    }
    if (rest === 'd1/database') {
      const part = query.get('name') ?? ''
      const found = [...this.databases].filter(([, { name }]) => name.includes(part))
      const listed = found.map(([uuid, { name }]) => ({ uuid, name }))
      return pageOf(listed, 'databases', query)
    }
    const [, id, action] = /^d1\/database\/([^/]+)(\/query)?$/.exec(rest) ?? []
    if (id) {
      const database = this.databases.get(id)
      if (!database) return missing(7404)
      return action
        ? done(this.#runSql(database.sqlite, body))
        : done({ uuid: id, name: database.name, version: 'production' })
    }
    if (rest === 'r2/buckets' && method === 'POST') {
      this.buckets.add(JSON.parse(body).name)
      return done({})
    }
    const [, bucket] = /^r2\/buckets\/([^/]+)$/.exec(rest) ?? []
    if (bucket) return this.buckets.has(bucket) ? done({ name: bucket }) : missing(10006)
    if (rest === 'workers/domains') {
      const host = query.get('hostname') ?? ''
      const service = this.domains.get(host)
      return done(service ? [{ hostname: host, service }] : [])
    }
    if (/^workers\/workers\//.test(rest))
      return done({ subdomain: { enabled: true, previews_enabled: false } })
    const [, name = '', part = ''] = /^workers\/(?:scripts|services)\/([^/]+)(\/.*)?$/.exec(rest) ?? []
    if (name) return this.#ofWorker(method ?? '', name, rest, part, body, { done, missing })
    if (/subdomain$/.test(rest)) return done({ subdomain: 'county' })
    return done({})
  }

  #ofWorker(
    method: string,
    name: string,
    rest: string,
    part: string,
    body: string,
    {
      done,
      missing,
    }: {
      done: (result: unknown) => { status: number; code: number; result: unknown }
      missing: (code: number) => { status: number; code: number; result: unknown }
    },
  ) {
    if (part === '/assets-upload-session') return done({ jwt: 'a.b.c', buckets: [] })
    if (method === 'PUT' && part === '/schedules') {
      this.worker(name).crons = JSON.parse(body).map(({ cron }: { cron: string }) => cron)
      return done({ schedules: [] })
    }
    if (part === '/subdomain') return done({ enabled: true, previews_enabled: false })
    if (method === 'PUT' && part === '') {
      const worker = this.worker(name)
      worker.uploads += 1
      const secrets = [
        ...body.matchAll(
          /"name":"([A-Z_]+)"[^}]*"type":"secret_text"|"type":"secret_text"[^}]*"name":"([A-Z_]+)"/g,
        ),
      ]
      worker.secrets = [
        ...new Set([...worker.secrets, ...secrets.map(([, one, other]) => one ?? other ?? '')]),
      ]
      return done({ id: name, startup_time_ms: 5, has_assets: true, deployment_id: 'd' })
    }
    const worker = this.workers.get(name)
    if (!worker) return missing(rest.startsWith('workers/services') ? 10090 : 10007)
    if (part === '/secrets') return done(worker.secrets.map((one) => ({ name: one, type: 'secret_text' })))
    if (rest.startsWith('workers/services') && part === '')
      return done({
        default_environment: {
          environment: 'production',
          script: { tag: 't', last_deployed_from: 'wrangler' },
        },
      })
    return done({})
  }

  #runSql(sqlite: DatabaseSync, body: string) {
    const { sql } = JSON.parse(Buffer.from(body, 'latin1').toString('utf8'))
    if (/^\s*SELECT/i.test(sql)) return [{ success: true, meta: {}, results: sqlite.prepare(sql).all() }]
    sqlite.exec(sql)
    return [{ success: true, meta: {}, results: [] }]
  }
}
