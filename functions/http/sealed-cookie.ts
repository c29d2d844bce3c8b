import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { units } from '#domain/basics/bounds.ts'
import { type CookieLabel, cookieLabels } from '#keys'
import type { Ports } from '#ports'
import { isSecure } from './scheme.ts'

/** A cookie whose content only we can read or make; it needs no row in the database. */
export interface SealedCookie<T> {
  /** The content, or null when there is none, it is past its life, or it was changed. */
  read(c: Context): Promise<T | null>
  write(c: Context, content: T): Promise<void>
  clear(c: Context): void
}

/** A sealed cookie that is somebody's: sealed for `owner`, it opens for nobody else at the same browser. */
export interface OwnedCookie<T> {
  /** The content, or null; also null when it was written for somebody else. */
  read(c: Context, owner: string): Promise<T | null>
  write(c: Context, owner: string, content: T): Promise<void>
  clear(c: Context): void
}

/** These are themselves what opens a case, or what somebody without an account was shown: the browser holds them. */
type BrowserLabel = 'done-cookie' | 'track-cookie'

type CookiePorts = Pick<Ports, 'keys' | 'clock'>

const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const toBytes = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (text.length > units.cookie) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
  } catch {
    return null
  }
}

const nameFor = (c: Context, name: string): string => (isSecure(c) ? `__Host-${name}` : name)

const options = (c: Context) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) }) as const

const clearNamed = (c: Context, name: CookieLabel): void => void deleteCookie(c, nameFor(c, name), options(c))

/** Takes every cookie of this file from the browser: whoever comes next finds nothing of whoever was here. */
export const clearSealedCookies = (c: Context): void => {
  for (const name of cookieLabels) clearNamed(c, name)
}

/**
 * A cookie named `name` that lives `life` ms from its last writing and opens for its owner only: the owner is part of
 * what is authenticated (AES-GCM's additional data), so no reader can forget to compare. What it is about stands in
 * its content.
 * @param name also the label of its key: one cookie never opens as another
 */
export const ownedCookie = <T>(
  { keys, clock }: CookiePorts,
  name: CookieLabel,
  life: number,
): OwnedCookie<T> => {
  const contextOf = (owner: string) => (owner === '' ? name : `${name} ${owner}`)
  return {
    async read(c, owner) {
      const bytes = toBytes(getCookie(c, nameFor(c, name)) ?? '')
      const plain = bytes && (await keys.open(name, bytes, contextOf(owner)))
      if (!plain) return null
      const { content, until } = JSON.parse(new TextDecoder().decode(plain)) as { content: T; until: number }
      return until > clock() ? content : null
    },
    async write(c, owner, content) {
      const plain = new TextEncoder().encode(JSON.stringify({ content, until: clock() + life }))
      setCookie(c, nameFor(c, name), toText(await keys.seal(name, plain, contextOf(owner))), {
        ...options(c),
        maxAge: Math.floor(life / 1000),
      })
    },
    clear: (c) => clearNamed(c, name),
  }
}

/** A sealed cookie of whoever holds the browser. */
export const sealedCookie = <T>(ports: CookiePorts, name: BrowserLabel, life: number): SealedCookie<T> => {
  const { read, write, clear } = ownedCookie<T>(ports, name, life)
  return { read: (c) => read(c, ''), write: (c, content) => write(c, '', content), clear }
}
