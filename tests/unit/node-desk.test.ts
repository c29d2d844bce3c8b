import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { accountSql } from '../../functions/console/staff-sql.ts'
import { codeAt } from '../../functions/console/totp.ts'
import { nodeApp } from '../support/node-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-node-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** rules.md R54: staff can sign in on Node too, with native scrypt, in the process that serves the site. */
it('on Node with SQLite, staff accept an invitation, bind a second factor and sign in again', async () => {
  const file = join(folder, 'county.sqlite')
  const { app } = nodeApp({ database: file })
  const token = '5a'.repeat(24)
  const account = { username: 'node.lead', name: '节点', unit: 'qingshi-committee', role: 'lead' } as const
  const database = new DatabaseSync(file)
  database.exec(await accountSql(account, { id: 'node-1', token, now: Date.now() }))
  database.close()

  const jar = new Map<string, string>()
  const send = async (path: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const origin = 'http://localhost'
    const answer = await app.request(path, {
      ...(fields && { method: 'POST', body: new URLSearchParams(fields).toString() }),
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
  }

  expect(await send('/desk/')).toMatchObject({ status: 303, to: '/desk/sign-in' })
  expect((await send('/healthz')).status).toBe(200)
  const password = '檐水归沟 六尺相让 各退三尺'
  const entered = await send('/desk/invite', { token, newPassword: password, again: password })
  expect(entered).toMatchObject({ status: 303, to: '/desk/enrol' })
  const html = (await send('/desk/enrol')).text
  const secret = /secret=([A-Z2-7]{32})/.exec(html)?.[1] ?? ''
  const bound = await send('/desk/enrol', { code: await codeAt(secret, Date.now()) })
  expect(bound).toMatchObject({ status: 303, to: '/desk/' })
  expect((await send('/desk/account')).status).toBe(200)
  expect(await send('/desk/sign-out', {})).toMatchObject({ status: 303, to: '/desk/sign-in' })
  const again = await send('/desk/sign-in', { username: 'node.lead', password })
  expect(again).toMatchObject({ status: 303, to: '/desk/code' })
  const next = await codeAt(secret, Date.now() + 30_000)
  expect(await send('/desk/code', { code: next })).toMatchObject({ status: 303, to: '/desk/' })
})
