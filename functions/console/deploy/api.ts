import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { ApiFault } from './api-fault.ts'
import { allPages, type Page, type PageInfo } from './pages.ts'

/** Cloudflare's HTTP API: requests with bounded patience, and faults as values. */

export interface Api {
  get: <T>(path: string) => Promise<Result<T, ApiFault>>
  /** Every entry of a list that the API gives in pages of at most `perPage`. */
  list: <T>(path: string, perPage: number) => Promise<Result<T[], ApiFault>>
  post: <T>(path: string, body: unknown) => Promise<Result<T, ApiFault>>
}

export interface ApiOptions {
  /** Without a slash at its end. */
  base: string
  token: string
  /** Waits for milliseconds; injected for tests. */
  wait?: (milliseconds: number) => Promise<void>
}

/** The address of the API; wrangler reads the same variable. */
export const apiBase = (): string =>
  (process.env['CLOUDFLARE_API_BASE_URL'] ?? 'https://api.cloudflare.com/client/v4').replace(/\/$/, '')

const timeout = 30_000
const tries = 4
/** The limit of the API is counted over five minutes; a longer wait is not worth it. */
const longestWait = 300_000
const longestMessage = 300

const kindOf = (status: number): ApiFault['kind'] => {
  if (status === 401 || status === 403) return 'refused'
  if (status === 429) return 'rate'
  return status === 404 ? 'missing' : 'other'
}

interface Envelope {
  success?: boolean
  result?: unknown
  result_info?: PageInfo
  errors?: { code?: number; message?: string }[]
}

interface Answer {
  response: Response
  text: string
}

const read = <T>(
  { response, text }: Answer,
  { method, path }: Pick<ApiFault, 'method' | 'path'>,
): Result<Page<T>, ApiFault> => {
  const body = ((): Envelope | undefined => {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  })()
  if (response.ok && body?.success) return ok({ result: body.result as T, info: body.result_info ?? {} })
  const { code = 0, message = text } = body?.errors?.[0] ?? {}
  const { status } = response
  const fault = { method, path, status, code, message: message.slice(0, longestMessage) }
  return fail({ kind: kindOf(status), ...fault })
}

/** What an answer says how long to wait, in milliseconds; 0 if it does not. */
const statedDelay = ({ headers }: Response): number => {
  const stated = Number(headers.get('retry-after'))
  return Number.isFinite(stated) && stated > 0 ? stated * 1000 : 0
}

/**
 * A client of the API. Reads are tried again after a fault of the network or of the server, and everything after 429,
 * which did nothing; a write without an answer is not, because it may have been done.
 */
export const cloudflareApi = ({ base, token, wait }: ApiOptions): Api => {
  const pause = wait ?? ((milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)))
  const send = async <T>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<Result<Page<T>, ApiFault>> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    for (let left = tries - 1; ; left -= 1) {
      const answer = await fetch(`${base}${path}`, {
        ...{ method, headers, signal: AbortSignal.timeout(timeout) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
        // A connection can be cut within the body too.
        .then(async (response): Promise<Answer> => ({ response, text: await response.text() }))
        .catch((error: Error) => error)
      const failed = answer instanceof Error
      const again =
        failed || answer.response.status >= 500 ? method === 'GET' : answer.response.status === 429
      const delay = failed ? 0 : statedDelay(answer.response)
      if (again && left > 0 && delay <= longestWait) await pause(delay || 1000 * 2 ** (tries - 1 - left))
      else if (failed) {
        const fault = { method, path, status: 0, code: 0, message: answer.name }
        return fail({ kind: 'network', ...fault })
      } else return read<T>(answer, { method, path })
    }
  }
  const resultOf = <T>(answer: Result<Page<T>, ApiFault>): Result<T, ApiFault> =>
    answer.ok ? ok(answer.value.result) : answer
  return {
    get: async <T>(path: string) => resultOf(await send<T>('GET', path)),
    list: <T>(path: string, perPage: number) => allPages((page) => send<T[]>('GET', page), path, perPage),
    post: async <T>(path: string, body: unknown) => resultOf(await send<T>('POST', path, body)),
  }
}
