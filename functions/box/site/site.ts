import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { rangeOf } from './range.ts'
import { headersFor, readHeaderRules, readRedirectRules, redirectFor } from './rules.ts'
import { tableOf } from './table.ts'
import { typeOf } from './types.ts'

/**
 * The static site, as Workers Static Assets serves it: before the app, and whether or not the app works. A path without
 * a file is the app's, which also renders the page that says so (rules.md R20).
 */

export interface StaticAnswer {
  status: number
  headers: Map<string, string>
  body?: Buffer | Readable
}

/** A file of up to this many bytes is read whole. */
const small = 512 * 1024

/** The path as the table has it; undefined if its percent-encoding is broken. */
const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** One hash of a file, which does not change while the process runs. */
const etagsOf = () => {
  const known = new Map<string, string>()
  return async (file: string): Promise<string> => {
    const found = known.get(file)
    if (found) return found
    const etag = `"${createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
      .slice(0, 32)}"`
    known.set(file, etag)
    return etag
  }
}

const isSame = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

const bodyOf = async (file: string, size: number, range?: { from: number; to: number }) => {
  if (range) return createReadStream(file, { start: range.from, end: range.to - 1 })
  return size <= small ? readFile(file) : createReadStream(file)
}

/**
 * @param folder the built site
 * @returns the answer for a method, a path and its query; undefined if there is no such file
 */
export const staticSite = (folder: string) => {
  const table = tableOf(folder)
  const textOf = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : ''
  const headerRules = readHeaderRules(textOf('_headers'))
  const redirectRules = readRedirectRules(textOf('_redirects'))
  const etagOf = etagsOf()

  const fileAnswer = async (
    method: string,
    file: string,
    asked: IncomingHttpHeaders,
  ): Promise<StaticAnswer> => {
    const [etag, { size }] = await Promise.all([etagOf(file), stat(file)])
    const headers = new Map([
      ['etag', etag],
      ['content-type', typeOf(file)],
      ['cache-control', 'public, max-age=0, must-revalidate'],
    ])
    if (isSame(asked['if-none-match'], etag)) return { status: 304, headers }
    headers.set('accept-ranges', 'bytes')
    const sameFile = asked['if-range'] === undefined || asked['if-range'] === etag
    const range = sameFile ? rangeOf(asked.range, size) : undefined
    if (range === null) {
      headers.set('content-range', `bytes */${size}`)
      return { status: 416, headers }
    }
    headers.set('content-length', String(range ? range.to - range.from : size))
    if (range) headers.set('content-range', `bytes ${range.from}-${range.to - 1}/${size}`)
    const status = range ? 206 : 200
    return method === 'HEAD'
      ? { status, headers }
      : { status, headers, body: await bodyOf(file, size, range) }
  }

  const answer = async (
    method: string,
    url: URL,
    asked: IncomingHttpHeaders,
  ): Promise<StaticAnswer | undefined> => {
    const { pathname, search } = url
    const moved = redirectFor(redirectRules, pathname)
    if (moved) return { status: moved.status, headers: new Map([['location', moved.to + search]]) }
    const path = decoded(pathname)
    const place = path === undefined ? undefined : table.get(path)
    if (path === undefined || place === undefined) return undefined
    if (method !== 'GET' && method !== 'HEAD')
      return { status: 405, headers: new Map([['allow', 'GET, HEAD']]) }
    const there = encodeURI(place.redirect ?? path)
    if (place.file === undefined || there !== pathname)
      return { status: 307, headers: new Map([['location', there + search]]) }
    return fileAnswer(method, place.file, asked)
  }

  return async (method: string, url: URL, asked: IncomingHttpHeaders): Promise<StaticAnswer | undefined> => {
    const found = await answer(method, url, asked)
    for (const [name, value] of found ? headersFor(headerRules, url.pathname) : [])
      found?.headers.set(name, value)
    return found
  }
}
