import type { Context } from 'hono'
import { browserLife } from '#domain/basics/bounds.ts'
import { hex } from '#domain/basics/hex.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { canonicalFiling } from '#domain/filing/filing.ts'
import { fieldValue, type PostedForm } from '#http/form.ts'
import { sealedCookie } from '#http/sealed-cookie.ts'
import type { Ports } from '#ports'

/** Name of the field with which the check page sends its token. */
export const sendTokenField = 'sendToken'

/** The token a form posted, or null if it is not one of ours. */
export const sendTokenIn = (form: PostedForm): string | null => {
  const token = fieldValue(form, sendTokenField)
  return /^[0-9a-f]{32}$/.test(token) ? token : null
}

/** Form and API have separate idempotency keys: the token of a form never equals the key of an API caller. */
export const formKey = (token: string): string => `form:${token}`

/** A token that no earlier filing has. */
export const newToken = ({ random }: Pick<Ports, 'random'>): string => hex(random(16))

/** `filed`: this browser has filed since the cookie was made, so `/file/done` already names another slip. */
interface Browser {
  id: string
  filed: boolean
}

/**
 * The cookie by which a repeated filing is recognised: a random number and nothing about the person. The check page sets
 * it; if it does not come back with the filing, the browser keeps no cookies.
 */
export const browserCookie = (ports: Pick<Ports, 'keys' | 'clock' | 'random'>) => {
  const cookie = sealedCookie<Browser>(ports, 'browser-cookie', browserLife)
  return {
    ...cookie,

    /** The browser's content, kept for another day; a new one if it sent none. */
    async meet(c: Context): Promise<Browser> {
      const browser = (await cookie.read(c)) ?? { id: newToken(ports), filed: false }
      await cookie.write(c, browser)
      return browser
    },

    /**
     * The send token of these answers from this browser: the same answers are one case, however often they are sent or
     * checked. 128 bits, in hex.
     */
    tokenFor: async ({ id }: Browser, filing: Filing): Promise<string> =>
      (await ports.keys.mac('send-token', `${id} ${canonicalFiling(filing)}`)).slice(0, 32),
  }
}
