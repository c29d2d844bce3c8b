import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { units } from '#domain/basics/bounds.ts'
import { type CookieLabel, cookieLabels } from '#keys'
import type { Ports } from '#ports'
import { isSecure } from './scheme.ts'

/** A cookie with encrypted and authenticated content; it needs no row in the database. */
export interface SealedCookie<T> {
  /** The content, or null if there is none, it expired, or it was changed. */
  read(c: Context): Promise<T | null>
  write(c: Context, content: T): Promise<void>
  clear(c: Context): void
}

/** A sealed cookie bound to a person: sealed for `owner`, it opens for no other user of the same browser. */
export interface OwnedCookie<T> {
  /** The content, or null; also null if it was written for another owner. */
  read(c: Context, owner: string): Promise<T | null>
  write(c: Context, owner: string, content: T): Promise<void>
  clear(c: Context): void
}

/** Cookies without an owner: they open a case themselves, or contain what a person without an account was shown. */
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

/** Deletes all sealed cookies, so that the next user of the machine sees nothing of the previous one. */
export const clearSealedCookies = (c: Context): void => {
  for (const name of cookieLabels) clearNamed(c, name)
}

/**
 * A cookie that expires `life` ms after its last write and opens only for its owner. The owner is part of the
 * authenticated data (AES-GCM's additional data), so no caller can forget to compare it. The content must name its
 * subject.
 * @param name name of the cookie, also the label of its key: one cookie never opens as another
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

/** A sealed cookie without an owner: it opens for every user of the browser. */
export const sealedCookie = <T>(ports: CookiePorts, name: BrowserLabel, life: number): SealedCookie<T> => {
  const { read, write, clear } = ownedCookie<T>(ports, name, life)
  return { read: (c) => read(c, ''), write: (c, content) => write(c, '', content), clear }
}
