import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { ApiFault } from './api-fault.ts'

/** Lists of Cloudflare's API (developers.cloudflare.com/fundamentals/api/how-to/make-api-calls, "Pagination"). */

/** What the API says about a page; it may say nothing. */
export interface PageInfo {
  /** The size that it took, which may be smaller than the one that was asked for. */
  per_page?: number
  /** Entries of all pages; with a filter it may be the number without it. */
  total_count?: number
}

export interface Page<T> {
  result: T
  info: PageInfo
}

/** More entries than any account has; an API that gives the same page again and again is not read forever. */
const mostPages = 200

const isLast = (entries: number, read: number, perPage: number, { per_page, total_count }: PageInfo) => {
  if (entries === 0 || (total_count !== undefined && read >= total_count)) return true
  // A total without a size: the API may have taken a smaller one.
  return entries < (per_page ?? (total_count === undefined ? perPage : 1))
}

/**
 * Reads a list page by page: what is not on the first one would be taken for missing, and be made again.
 * @param perPage how many entries to ask for at a time
 * @returns every entry, or the first fault
 */
export const allPages = async <T>(
  get: (path: string) => Promise<Result<Page<T[]>, ApiFault>>,
  path: string,
  perPage: number,
): Promise<Result<T[], ApiFault>> => {
  const all: T[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const read = await get(`${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`)
    if (!read.ok) return read
    const { result, info } = read.value
    all.push(...result)
    if (isLast(result.length, all.length, perPage, info)) return ok(all)
  }
  const message = `the list has more than ${mostPages} pages`
  return fail({ kind: 'other', method: 'GET', path, status: 200, code: 0, message })
}
