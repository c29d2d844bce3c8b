import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { units } from '../domain/limits.ts'
import type { SealLabel } from '../keys.ts'
import type { Ports } from '../ports.ts'
import { isSecure } from './scheme.ts'

/** A cookie whose content only we can read or make; it needs no row in the database. */
export interface SealedCookie<T> {
  /** The content, or null when there is none, it is past its life, or it was changed. */
  read(c: Context): Promise<T | null>
  write(c: Context, content: T): Promise<void>
  clear(c: Context): void
}

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

/**
 * A sealed cookie named `name` that lives `life` ms from its last writing.
 * @param name also the label of its key: one cookie never opens as another
 */
export const sealedCookie = <T>(
  { keys, clock }: CookiePorts,
  name: Exclude<SealLabel, 'case-key'>,
  life: number,
): SealedCookie<T> => {
  const options = (c: Context) =>
    ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) }) as const
  return {
    async read(c) {
      const bytes = toBytes(getCookie(c, nameFor(c, name)) ?? '')
      const plain = bytes && (await keys.open(name, bytes, name))
      if (!plain) return null
      const { content, until } = JSON.parse(new TextDecoder().decode(plain)) as { content: T; until: number }
      return until > clock() ? content : null
    },
    async write(c, content) {
      const plain = new TextEncoder().encode(JSON.stringify({ content, until: clock() + life }))
      setCookie(c, nameFor(c, name), toText(await keys.seal(name, plain, name)), {
        ...options(c),
        maxAge: Math.floor(life / 1000),
      })
    },
    clear: (c) => void deleteCookie(c, nameFor(c, name), options(c)),
  }
}
