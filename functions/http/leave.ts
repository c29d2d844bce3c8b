import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { leftCookie, leftLife } from '#domain/basics/bounds.ts'
import { actions } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { isSameOrigin } from './same-origin.ts'
import { isSecure } from './scheme.ts'
import { clearCookie } from './sealed-cookie.ts'

/**
 * True if the person asked for it: a post from our own pages, or a link, an entry in the address bar or an old browser
 * that sends no `Sec-Fetch-Site`. A link on another site must not end what the person does here.
 */
const isOwn = (request: Request): boolean => {
  if (request.method === 'POST') return isSameOrigin(request)
  return ['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site'))
}

/** Deletes every cookie that was sent: none of them is known here by name, so none can be forgotten. */
const clearAll = (c: Context): void => {
  for (const name of Object.keys(getCookie(c))) if (name !== leftCookie) clearCookie(c, name)
}

/**
 * /leave: the browser goes to an everyday page outside and forgets this site (rules.md R63): cookies, stored pages
 * (`cache`, which also drops the page behind the back button) and drafts (`storage`). By GET for a link, by POST for a
 * script and for `ping`, which post in the background and get 204. Works without the database, and without keys.
 * @param end ends the session of following; never rejects
 */
export const leaveRoute = (end?: (c: Context) => Promise<void>): Hono =>
  new Hono().on(['GET', 'POST'], actions.leave, async (c) => {
    c.header('cache-control', 'no-store')
    if (isOwn(c.req.raw)) {
      await end?.(c)
      clearAll(c)
      // Read by site/public/comfort.js, which leaves a page blank when it is reached by the back button.
      setCookie(c, leftCookie, '1', {
        path: '/',
        maxAge: leftLife / 1000,
        sameSite: 'Lax',
        secure: isSecure(c),
      })
      c.header('clear-site-data', '"cache", "storage"')
    }
    const inBackground = !['navigate', undefined].includes(c.req.header('sec-fetch-mode'))
    return inBackground ? c.body(null, 204) : c.redirect(county.site.leaveTo, 303)
  })
