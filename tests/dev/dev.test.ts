import { spawn } from 'node:child_process'
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../../functions/console/free-port.ts'
import { hashOf } from '../../site/build/style.ts'

/** `npm run dev` in a copy of the sources: a change is visible at the next reload, without a restart. */

// Inside the repository, so that the copy finds node_modules.
const copy = resolve('tests/.output/dev')
const sources = [
  ...['content', 'functions', 'migrations', 'site'],
  ...['astro.config.mjs', 'package.json', 'tsconfig.json', 'wrangler.toml', 'wrangler.desk.toml'],
]
const port = await freePort()
const base = `http://127.0.0.1:${port}`
let said = ''
let stop = () => {}

const get = async (path: string) => (await fetch(base + path)).text()

/** Requests a path until the answer contains a text. */
const shows = (read: string | (() => Promise<string>), text: string) =>
  expect
    .poll(async () => (await (typeof read === 'string' ? get(read) : read())).includes(text), {
      message: `${read} shows ${text}`,
      timeout: 120_000,
      interval: 300,
    })
    .toBe(true)

/** Changes a sentence in the copy, in exactly one file. */
const change = (files: string, before: string, after: string): void => {
  const found = globSync(files, { cwd: copy }).filter((file) =>
    readFileSync(join(copy, file), 'utf8').includes(before),
  )
  expect(found).toHaveLength(1)
  const file = join(copy, found.join())
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after))
}

beforeAll(async () => {
  rmSync(copy, { recursive: true, force: true })
  for (const name of sources)
    cpSync(name, join(copy, name), {
      recursive: true,
      filter: (path) => path !== join('functions', 'generated'),
    })
  const server = spawn('npm', ['run', 'dev'], {
    cwd: copy,
    detached: true,
    env: { PATH: process.env['PATH'], PORT: String(port), LIUCHIXIANG_STATE: join(copy, 'state') },
  })
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text))
  stop = () => {
    if (server.pid) process.kill(-server.pid, 'SIGKILL')
  }
  await vi.waitFor(() => expect(said).toContain(`Ready: ${base}/`), { timeout: 240_000, interval: 300 })
}, 250_000)

afterAll(() => {
  stop()
  rmSync(copy, { recursive: true, force: true })
})

/** Posts a form as a page of this site does. */
const post = (path: string, form: Record<string, string>) =>
  fetch(base + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  })
const wrongCode = async () => (await post('/track/open', { trackingCode: '1' })).text()

describe('npm run dev', () => {
  it('prints sample cases, one of which opens with its code', async () => {
    const [, code = ''] = /^\d{4}-\d{6} {2}(\d{4} \d{4} \d{4} \d{4})$/m.exec(said) ?? []
    const opened = await post('/track/open', { trackingCode: code })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/track/case')
  })

  it('has the past of a small county, so that no view is empty', () => {
    expect(readFileSync(join(copy, 'state/sample-history.txt'), 'utf8')).toMatch(
      /^240 cases of the past 18 months/,
    )
  })

  it.each([
    ['/', 200],
    ['/lessons', 307],
    ['/track/case', 303],
    ['/desk/', 303],
    ['/healthz', 200],
    ['/no-such-page', 404],
  ])('answers %s with %i, like production', async (path, status) => {
    expect((await fetch(base + path, { redirect: 'manual' })).status).toBe(status)
  })

  it('shows a changed page', async () => {
    change('site/pages/track/*.astro', 'title="查进度"', 'title="查一查进度"')
    await shows('/track/', '<title>查一查进度')
  })

  it('shows a changed style on static pages and on pages of the Worker, whose policy allows it', async () => {
    change('site/styles/**/*.css', '--paper: #fcfcfa;', '--paper: #fcfcf1;')
    await shows('/', '--paper:#fcfcf1')
    await shows('/no-such-page', '--paper:#fcfcf1')
    const answer = await fetch(`${base}/no-such-page`)
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(await answer.text()) ?? []
    expect(answer.headers.get('content-security-policy')).toContain(hashOf(style))
  })

  it('shows a changed component on static pages and on pages of the Worker', async () => {
    change('functions/**/*.tsx', '看您的事在谁手上、走到哪一步、有没有给您的话。', '看看事情走到哪一步。')
    await shows('/track/', '看看事情走到哪一步。')
    await shows(wrongCode, '看看事情走到哪一步。')
  })

  it('shows a changed rule', async () => {
    change('functions/**/*.ts', '没有这一页', '找不到这一页')
    await shows('/no-such-page', '找不到这一页')
  })

  it('shows a changed text, and the search finds it', async () => {
    expect(await get('/search?q=qixingyanjiu')).not.toContain('/lessons/debt/friend-owes/')
    change('content/lessons/debt/friend-owes.mdx', '大军跟老同学合得来', '大军跟老同学qixingyanjiu合得来')
    await shows('/lessons/debt/friend-owes/', 'qixingyanjiu')
    await shows('/search?q=qixingyanjiu', '/lessons/debt/friend-owes/')
  })

  it('shows changed data of the county on static pages and on pages of the Worker', async () => {
    change('content/site.yaml', 'organiser: 示例县矛盾纠纷调处中心', 'organiser: 另一个中心')
    await shows('/', '另一个中心')
    await shows('/no-such-page', '另一个中心')
  })

  it('reports a fault in a text, and continues once it is fixed', async () => {
    change('content/site.yaml', 'name: 六尺巷', 'nom: 六尺巷')
    await expect.poll(() => said, { timeout: 120_000 }).toMatch(/site\.yaml/)
    change('content/site.yaml', 'nom: 六尺巷', 'name: 七尺巷')
    await shows('/', '七尺巷')
  })
})
