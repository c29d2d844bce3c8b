import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { fileBytes } from '#domain/basics/bounds.ts'
import { actions, api } from '#domain/routes/site.ts'
import { fileForm, large, small } from '../support/evidence.ts'
import { base, rightForm, visit } from '../support/http.ts'

/** Files over HTTP, with the lengths that browsers announce and connections that end. */

const filed = async () => {
  const answer = await fetch(base() + api.cases, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...rightForm, danger: false, consent: true }),
  })
  return (await answer.json()) as { caseNumber: string; trackingCode: string }
}
type Filed = Awaited<ReturnType<typeof filed>>

/** Gives a file as a program does that knows nothing of this site. */
const add = async ({ trackingCode }: Filed, bytes: Uint8Array<ArrayBuffer>) => {
  const form = new FormData()
  form.set('trackingCode', trackingCode)
  form.set('file', new Blob([bytes]), '照片.jpg')
  const answer = await fetch(base() + api.files, { method: 'POST', body: form })
  return { status: answer.status, json: (await answer.json()) as { id: string; size: number } }
}
const call = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(base() + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const listed = async ({ trackingCode }: Filed) =>
  ((await (await call(api.track, { trackingCode })).json()) as { files: { id: string }[] }).files

describe('a program', () => {
  it('gives ten megabytes, and reads them in parts', async () => {
    const one = await filed()
    const { status, json } = await add(one, large(fileBytes))
    expect(status).toBe(201)
    const { trackingCode } = one
    const range = await call(api.readFile, { trackingCode, id: json.id }, { range: 'bytes=1000000-1999999' })
    expect([range.status, (await range.arrayBuffer()).byteLength]).toEqual([206, 1_000_000])
    const whole = await call(api.readFile, { trackingCode, id: json.id })
    expect(whole.headers.get('content-security-policy')).toContain('sandbox')
    expect((await whole.arrayBuffer()).byteLength).toBe(json.size)
  })

  it('is answered, and not cut off, when a file is far too large', async () => {
    const { status } = await add(await filed(), new Uint8Array(15 * 1024 * 1024))
    expect(status).toBe(413)
  })

  it('that goes away in the middle leaves nothing, and can give the file again', async () => {
    const one = await filed()
    const { body, headers } = fileForm({ trackingCode: one.trackingCode }, large(500_000))
    const { hostname, port } = new URL(base())
    await new Promise<void>((done) => {
      const socket = connect(Number(port), hostname, () => {
        const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
        socket.write(`POST ${api.files} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${head.join('')}\r\n`)
        socket.write(body.slice(0, 200_000))
        setTimeout(() => socket.destroy(), 500)
      })
      socket.on('close', () => done())
      socket.on('error', () => undefined)
    })
    expect(await listed(one)).toEqual([])
    expect((await add(one, large(500_000))).status).toBe(201)
    expect(await listed(one)).toHaveLength(1)
  })
})

it('a person gives a photograph by the form and sees it', async () => {
  const one = await filed()
  const person = visit()
  await person.post(actions.trackOpen, { trackingCode: one.trackingCode })
  const form = new FormData()
  const [, mark = ''] = /name="case" value="(\w+)"/.exec((await person.get(actions.trackFiles)).text) ?? []
  form.set('case', mark)
  form.set('caption', '东墙的裂缝')
  form.set('sensitive', 'none')
  form.set('audience', 'mediator')
  form.set('file', new Blob([small.jpeg]), 'IMG_1.JPG')
  const given = await person.post(actions.trackFiles, form)
  expect([given.status, given.headers.get('location')]).toEqual([303, `${actions.trackFiles}#added`])
  const page = await person.get(actions.trackFiles)
  const [, path = ''] = /href="(\/track\/files\/[0-9a-f]{32})"/.exec(page.text) ?? []
  const bytes = await person.get(`${path}/content`)
  expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
})

it('both Workers have the same bucket', () => {
  const [site, desk] = ['wrangler.toml', 'wrangler.desk.toml'].map(
    (config) => /\[\[r2_buckets\]\]\n.*\n.*/.exec(readFileSync(config, 'utf8'))?.[0],
  )
  expect(site).toContain('FILES')
  expect(desk).toBe(site)
})
