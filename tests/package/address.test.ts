import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actions, api } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { bundleBox } from '../../functions/box/bundle.ts'
import { ask, askJson, cookiesOf, ownForm } from '../support/box/ask.ts'
import { newMachine } from '../support/box-machine.ts'
import { rightJson } from '../support/http.ts'

/** A county gets another domain: what docs/box/README.md says of it. */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-address-'))
const [before, after] = ['tiaojie.old.example', 'tiaojie.new.example']
let machine: Awaited<ReturnType<typeof newMachine>>
const port = () => Number(new URL(machine.base).port)

beforeAll(async () => {
  machine = await newMachine([process.execPath, resolve(await bundleBox(join(folder, 'program')))])
})
afterAll(() => {
  machine.stop()
  rmSync(machine.place(), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const openBy = (host: string, trackingCode: string) =>
  ask(port(), host, actions.trackOpen, {
    ...{ method: 'POST', headers: ownForm, body: `trackingCode=${trackingCode}` },
  })

it('another address keeps cases, codes and links; only who is signed in does it again', async () => {
  const admin = ['--name', '张三', '--username', 'zhang.san', '--unit', 'shili-centre']
  const first = machine.firstRun('--origin', `https://${before}`, ...admin)
  const [, link = ''] = new RegExp(`https://${before}(/desk/invite/\\S+)`).exec(first.stdout) ?? []
  const server = await machine.serve()
  const filed = JSON.parse((await askJson(port(), before, api.cases, rightJson)).text)
  const opened = await openBy(before, filed.trackingCode)
  expect(opened.status).toBe(303)
  for (const line of opened.headers['set-cookie'] ?? []) expect(line).toMatch(/^__Host-(?!.*domain=)/i)
  server.kill('SIGTERM')
  await once(server, 'exit')

  const settings = machine.place('etc/box.json')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(before, after))
  await machine.serve()

  for (const path of [link, '/track/', '/lessons/?x=1']) {
    const old = await ask(port(), before, path)
    expect([old.status, old.headers.location]).toEqual([308, `https://${after}${path}`])
    expect((await ask(port(), after, path)).status).toBe(200)
  }
  const form = await openBy(before, filed.trackingCode)
  expect([form.status, form.text]).toEqual([
    421,
    expect.stringContaining(`请打开 https://${after} ，再交一次`),
  ])
  // A browser sends no cookie of the old name.
  expect((await ask(port(), after, actions.trackCase)).status).toBe(303)
  const cookie = cookiesOf(await openBy(after, filed.trackingCode))
  const seen = await ask(port(), after, actions.trackCase, { headers: { cookie } })
  expect([seen.status, seen.text]).toEqual([200, expect.stringContaining(filed.caseNumber)])
  expect(machine.run('staff', 'reset', '--username', 'zhang.san').stdout).toContain(
    `https://${after}/desk/invite/`,
  )
})

it('status says that papers and messages still name the other address', () => {
  expect(machine.run('status').stdout).toContain(
    `注意  网址：设置里是 https://${after}，印出来的纸和短信里写的是 ${county.site.url}；`,
  )
})
