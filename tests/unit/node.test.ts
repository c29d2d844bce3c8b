import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, it, vi } from 'vitest'
import { charactersAtOnce, lengths, shownAtOnce } from '#domain/basics/bounds.ts'
import { erasePerson } from '../../functions/desk/erase-person.ts'
import { moveCase } from '../../functions/desk/moves/move-case.ts'
import { readQuestions } from '../../site/build/questions.ts'
import { fileForm, large } from '../support/evidence.ts'
import { nodeApp } from '../support/node-app.ts'

const filing = {
  ...{
    track: 'mediation',
    category: 'neighbour',
    region: 'qingshi-liuwan',
    narrative: '经过',
    request: '诉求',
  },
  ...{ name: '吴秀兰', phone: '13800000000', danger: false, consent: true },
}

/** rules.md R54: the same app on Node and node:sqlite. */
it('on Node with SQLite, a case is filed, repeated, followed and accepted once', async () => {
  const { app, ports } = nodeApp()
  const post = (path: string, body: unknown, headers = {}) =>
    app.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  const key = { 'idempotency-key': '0123456789abcdef' }
  const filed = await post('/api/v1/cases', filing, key)
  expect(filed.status).toBe(201)
  const answer = (await filed.json()) as { caseNumber: string; trackingCode: string }
  expect(await (await post('/api/v1/cases', filing, key)).json()).toEqual(answer)
  expect((await post('/api/v1/cases', { ...filing, request: '别的' }, key)).status).toBe(409)

  const follow = async () => (await post('/api/v1/cases/track', { trackingCode: answer.trackingCode })).json()
  expect(await follow()).toMatchObject({ status: 'filed', caseNumber: answer.caseNumber })
  const request = {
    number: answer.caseNumber,
    kind: 'accepted',
    by: 'console',
    input: { message: '收到了' },
  } as const
  const outcomes = await Promise.all([moveCase(ports, request), moveCase(ports, request)])
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(await follow()).toMatchObject({ status: 'accepted', messages: [{ text: '收到了' }] })
  expect((await app.request('/healthz')).status).toBe(200)
})

it('on Node, the schedule tells the holder of a case, and a wrong configuration stops the start', async () => {
  expect(() => nodeApp({ notices: '{"since":"tomorrow"}' })).toThrow('NOTICES: since: expected an instant')
  const notices = JSON.stringify({ since: '2026-01-01T00:00:00+08:00', holders: { by: 'local' } })
  const { app, ports, schedule, close } = nodeApp({ notices })
  const filed = await app.request('/api/v1/cases', {
    method: 'POST',
    body: JSON.stringify({ ...filing, notify: true }),
    headers: { 'content-type': 'application/json' },
  })
  const { caseNumber } = (await filed.json()) as { caseNumber: string }
  await moveCase(ports, { number: caseNumber, kind: 'accepted', by: 'console', input: {} })
  const logged: string[] = []
  const warn = vi.spyOn(console, 'warn').mockImplementation((line: string) => void logged.push(line))
  const before = Date.now()
  vi.setSystemTime(before + 10 * 60_000)
  await schedule()
  vi.setSystemTime(before)
  warn.mockRestore()
  close()
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'notice', kind: 'local', text: '您有新消息，请用查询码查看。六尺巷 example.invalid' },
    { event: 'notice', kind: 'sent' },
  ])
})

/** Words as people write them: a text that repeats itself would compress to nothing. */
const prose = readQuestions('content')
  .flatMap(({ questions }) => questions.map(({ say }) => say))
  .join('')

it.each([
  ['no', []],
  ['as many messages as it shows', Array<number>(shownAtOnce - 1).fill(charactersAtOnce / shownAtOnce)],
  ['the longest message', [lengths.reply]],
])(
  'on Node, the result of a case with %s is rated and changed, and its page has at most 14 KB compressed',
  async (_, conversation) => {
    const { app, ports } = nodeApp()
    const post = async (path: string, body: unknown) => {
      const answer = await app.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
    }
    const { trackingCode, caseNumber } = (await post('/api/v1/cases', filing)).json
    const sizes = conversation
    for (const [index, size] of sizes.entries()) {
      const text = prose.slice(index * 331, index * 331 + size)
      expect((await post('/api/v1/cases/messages', { trackingCode, text })).status).toBe(201)
    }
    const input = { message: prose.slice(-200), body: '县法院' }
    await moveCase(ports, { number: `${caseNumber}`, kind: 'declined', by: 'console', input })
    const said = prose.slice(9000, 9000 + lengths.rating)
    const rate = (answer: object) => post('/api/v1/cases/rating', { trackingCode, ...answer })
    expect((await rate({ result: 'not', treated: 1, text: '话'.repeat(200) })).status).toBe(201)
    expect((await rate({ result: 'partly', treated: 3, text: said })).status).toBe(201)

    const opened = await app.request('https://county.example/track/open', {
      method: 'POST',
      body: new URLSearchParams({ trackingCode: `${trackingCode}` }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    })
    const cookie = opened.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .join('; ')
    const page = await (
      await app.request('https://county.example/track/case', { headers: { cookie } })
    ).text()
    expect(page).toContain(said)
    const weight = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
    expect(weight).toBeLessThanOrEqual(14 * 1024)
    console.warn('page of a case that was rated:', weight)
  },
)

it('on Node, a file is given, kept sealed in its folder, read in parts, and gone with its person', async () => {
  const { app, ports } = nodeApp()
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  const filed = (await (await post('/api/v1/cases', filing)).json()) as Record<string, string>
  const { trackingCode = '', caseNumber = '' } = filed
  const form = fileForm({ trackingCode }, large(200_000))
  const answer = await app.request('/api/v1/cases/files', { method: 'POST', ...form })
  const { id, size } = (await answer.json()) as { id: string; size: number }
  expect([answer.status, readFileSync(`tests/.output/files/${id}`).length > size]).toEqual([201, true])
  const part = await post('/api/v1/cases/files/read', { trackingCode, id }, { range: 'bytes=65000-70999' })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 6_000])
  const erasures = { add: async () => {}, all: async () => [] }
  expect((await erasePerson({ ...ports, erasures }, caseNumber, 1)).ok).toBe(true)
  expect(await ports.files.sweep(ports.clock())).toBe(1)
  expect(existsSync(`tests/.output/files/${id}`)).toBe(false)
})
