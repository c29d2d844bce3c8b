import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { minute, units } from '#domain/basics/bounds.ts'
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
type BrowserLabel = 'done-cookie' | 'track-cookie' | 'browser-cookie'

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

/** Cookies with the same kind of content side by side, each in a slot with a name; the slot '' is the plain cookie. */
export interface SlottedCookie<T> {
  /** The content of a slot, or null. */
  read(c: Context, slot: string): Promise<T | null>
  /** Writes one slot; deletes the oldest if there would be more than the cookie allows. */
  write(c: Context, slot: string, content: T): Promise<void>
  clear(c: Context, slot: string): void
}

const slotName = (name: CookieLabel, slot: string): string => (slot === '' ? name : `${name}.${slot}`)

/** The slots that the browser sent, oldest first (RFC 6265, 5.4). */
const slotsIn = (c: Context, name: CookieLabel): string[] => {
  const plain = nameFor(c, name)
  return Object.keys(getCookie(c)).flatMap((sent) => {
    if (sent === plain) return ['']
    return sent.startsWith(`${plain}.`) ? [sent.slice(plain.length + 1)] : []
  })
}

/** Deletes a cookie of ours by its name as sent; one with a prefix must stay `Secure`, or browsers refuse it. */
export const clearCookie = (c: Context, name: string): void =>
  void deleteCookie(c, name, { ...options(c), secure: isSecure(c) || name.startsWith('__') })

const clearNamed = (c: Context, name: string): void => clearCookie(c, nameFor(c, name))

/** Deletes all sealed cookies, so that the next user of the machine sees nothing of the previous one. */
export const clearSealedCookies = (c: Context): void => {
  for (const name of cookieLabels)
    for (const slot of new Set(['', ...slotsIn(c, name)])) clearNamed(c, slotName(name, slot))
}

/**
 * A cookie that expires `life` ms after its last write and opens only for its owner. The owner is part of the
 * authenticated data (AES-GCM's additional data), so no caller can forget to compare it. The content must name its
 * subject.
 * @param name name of the cookie, also the label of its key: one cookie never opens as another
 * @param slot distinguishes cookies of one name; part of the authenticated data too
 */
export const ownedCookie = <T>(
  { keys, clock }: CookiePorts,
  name: CookieLabel,
  life: number,
  slot = '',
): OwnedCookie<T> => {
  const cookie = slotName(name, slot)
  const contextOf = (owner: string) => (owner === '' ? cookie : `${cookie} ${owner}`)
  return {
    async read(c, owner) {
      const bytes = toBytes(getCookie(c, nameFor(c, cookie)) ?? '')
      const plain = bytes && (await keys.open(name, bytes, contextOf(owner)))
      if (!plain) return null
      const { content, until } = JSON.parse(new TextDecoder().decode(plain)) as { content: T; until: number }
      const left = until - clock()
      // Longer than it can live: written while the clock was ahead, and it would be open for as long as that.
      return left > 0 && left <= life + minute ? content : null
    },
    async write(c, owner, content) {
      const plain = new TextEncoder().encode(JSON.stringify({ content, until: clock() + life }))
      setCookie(c, nameFor(c, cookie), toText(await keys.seal(name, plain, contextOf(owner))), {
        ...options(c),
        maxAge: Math.floor(life / 1000),
      })
    },
    clear: (c) => clearNamed(c, cookie),
  }
}

/** A sealed cookie without an owner: it opens for every user of the browser. */
export const sealedCookie = <T>(ports: CookiePorts, name: BrowserLabel, life: number): SealedCookie<T> => {
  const { read, write, clear } = ownedCookie<T>(ports, name, life)
  return { read: (c) => read(c, ''), write: (c, content) => write(c, '', content), clear }
}

/** Sealed cookies without an owner, one for each slot. @param most how many the browser keeps at a time */
export const slottedCookie = <T>(
  ports: CookiePorts,
  name: BrowserLabel,
  life: number,
  most: number,
): SlottedCookie<T> => {
  const at = (slot: string) => ownedCookie<T>(ports, name, life, slot)
  return {
    read: (c, slot) => at(slot).read(c, ''),
    async write(c, slot, content) {
      const others = slotsIn(c, name).filter((other) => other !== slot)
      for (const oldest of others.slice(0, Math.max(0, others.length + 1 - most))) at(oldest).clear(c)
      await at(slot).write(c, '', content)
    },
    clear: (c, slot) => at(slot).clear(c),
  }
}
