import { describe, expect, it } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import { base, rightForm, visit } from '../support/http.ts'

/** The second Worker behind the first, over HTTP with a browser's headers. */

describe('the desk without a session', () => {
  it.each(['/desk/', '/desk/account', '/desk/cases/', '/desk/staff/', '/desk/enrol', '/desk/nothing'])(
    '%s redirects to the sign-in',
    async (path) => {
      const answer = await visit().get(path)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/sign-in'])
    },
  )

  it('the path /desk redirects to /desk/', async () => {
    expect((await visit().get('/desk')).headers.get('location')).toBe('/desk/')
  })

  it('sets no cookie before a sign-in', async () => {
    expect((await visit().get('/desk/sign-in')).headers.get('set-cookie')).toBeNull()
  })
})

describe('security headers of the desk', () => {
  const answers: [string, () => ReturnType<ReturnType<typeof visit>['get']>][] = [
    ['the sign-in', () => visit().get('/desk/sign-in')],
    ['a refused sign-in', () => visit().post('/desk/sign-in', { username: '', password: '' })],
    ['a redirect', () => visit().get('/desk/')],
    ['an unknown link', () => visit().get('/desk/invite/0')],
    ['a cross-site post', () => visit().post('/desk/code', {}, { 'sec-fetch-site': 'cross-site' })],
  ]

  it.each(answers)('are on %s', async (_, ask) => {
    const { headers } = await ask()
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('allow the page’s own style, which differs from the site’s', async () => {
    const [desk, site] = [await visit().get('/desk/sign-in'), await visit().get('/track/')]
    const style = /<style>([\s\S]*?)<\/style>/.exec(desk.text)?.[1] ?? ''
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    const hash = `'sha256-${Buffer.from(digest).toString('base64')}'`
    expect(desk.headers.get('content-security-policy')).toContain(hash)
    expect(site.headers.get('content-security-policy')).not.toContain(hash)
  })
})

it('a cross-site post to the desk is refused in its layout and keeps the input except the password', async () => {
  const fields = { username: 'zhang.san', password: 'secret secret' }
  const answer = await visit().post('/desk/sign-in', fields, { 'sec-fetch-site': 'cross-site' })
  expect(answer.status).toBe(403)
  expect(answer.text).toContain('调解工作台')
  expect(answer.text).toContain('value="zhang.san"')
  expect(answer.text).not.toContain('secret secret')
})

it('a wrong password is refused with real scrypt', async () => {
  const fields = { username: 'nobody', password: 'wrong wrong wrong' }
  const answer = await visit().post('/desk/sign-in', fields)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('用户名或者密码不对')
})

it('the public Worker answers its own paths beside the desk', async () => {
  expect((await visit().post(actions.fileCheck, rightForm)).status).toBe(200)
  expect((await fetch(`${base()}/healthz`)).status).toBe(200)
})
