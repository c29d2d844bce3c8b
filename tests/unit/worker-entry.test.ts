import { describe, expect, it } from 'vitest'
import worker from '../../functions/worker.ts'

/** The public Worker forwards the desk's paths, and works without a desk that answers. */

const secret = Buffer.alloc(32, 1).toString('base64')
const complete = {
  MASTER_KEY: secret,
  CODE_PEPPER: secret,
  DB: { prepare: () => ({}) } as never,
  FILES: {} as never,
}
const ask = async (path: string, env: object) =>
  worker.fetch(new Request(`https://portal.example${path}`), env)

describe('the public Worker', () => {
  const desk = { fetch: async (request: Request) => new Response(`desk ${new URL(request.url).pathname}`) }

  it.each(['/desk', '/desk/', '/desk/cases/2026-483071'])('forwards %s to the desk', async (path) => {
    expect(await (await ask(path, { ...complete, DESK: desk })).text()).toBe(`desk ${path}`)
  })

  it.each(['/desktop', '/desk.html', '/api/v1/vocabulary'])(
    'does not forward %s to the desk',
    async (path) => {
      expect(await (await ask(path, { ...complete, DESK: desk })).text()).not.toMatch(/^desk /)
    },
  )

  it.each([
    ['is not bound', complete],
    ['fails', { ...complete, DESK: { fetch: async () => Promise.reject(new Error('gone')) } }],
  ])('answers 503 with a page when the desk %s, and still serves the site', async (_, env) => {
    const answer = await ask('/desk/', env)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('暂时办不了')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await ask('/api/v1/vocabulary', env)).status).toBe(200)
  })
})
