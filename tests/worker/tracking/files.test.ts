import { beforeEach, describe, expect, it } from 'vitest'
import {
  fileBytes,
  filesPerSide,
  guessesPerAddress,
  guessWindow,
  incomingLife,
  talkDays,
} from '#domain/basics/bounds.ts'
import { type Bytes, bytesOf } from '#domain/evidence/bytes.ts'
import { fileFaults } from '#domain/evidence/faults.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, api } from '#domain/routes/site.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import {
  fileForm,
  jpegWith,
  large,
  m4a,
  mark,
  mp3,
  pdf,
  pngOf,
  pngWith,
  segment,
  small,
  webpWith,
} from '../../support/evidence.ts'
import { ended } from '../../support/rating.ts'
import { cookieOf, file, makeWorld, postForm, postJson, type World } from '../../support/world.ts'

/** Files of the holder of a code: given by a form or a program, cleaned, sealed, read again. */

let world: World
beforeEach(async () => {
  world = makeWorld()
  const { objects } = await bucket()
  if (objects.length > 0) await files().delete(objects.map(({ key }) => key))
  for (const table of ['case_file', 'guess_mark']) await world.db.prepare(`DELETE FROM ${table}`).run()
})

type Filed = Awaited<ReturnType<typeof file>>
const files = () => world.bucket
const bucket = () => files().list()

const photo = jpegWith([segment(0xe1, bytesOf('Exif\0\0')), segment(0xfe, bytesOf(mark))], bytesOf(mark))
const browser = { 'sec-fetch-site': 'same-origin', origin: 'https://portal.example' }
const right = { sensitive: 'none', audience: 'mediator', caption: '东墙的裂缝' }

/** Gives a file as a program. */
const add = async (
  filed: Pick<Filed, 'trackingCode'>,
  bytes: Bytes = photo,
  texts: Record<string, string> = {},
  headers: Record<string, string> = {},
) => {
  const form = fileForm({ trackingCode: filed.trackingCode, ...texts }, bytes)
  const answer = await world.request(api.files, {
    method: 'POST',
    body: form.body,
    headers: { ...form.headers, ...headers },
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

const enter = async ({ trackingCode }: Pick<Filed, 'trackingCode'>) =>
  cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))

/** Gives a file by the form. */
const give = async (
  cookie: string,
  bytes: Bytes = photo,
  texts: Record<string, string> = right,
  headers: Record<string, string> = {},
  name = 'a.jpg',
) => {
  const form = fileForm(texts, bytes, name)
  return world.request(actions.trackFiles, {
    method: 'POST',
    body: form.body,
    headers: { ...browser, ...form.headers, cookie, ...headers },
  })
}

const track = async (filed: Pick<Filed, 'trackingCode'>) =>
  (await (await postJson(world, api.track, { trackingCode: filed.trackingCode })).json()) as {
    can: string[]
    turn: string
    files: { id: string; kind: string; size: number; from: string; audience: string; caption: string }[]
  }

const read = (filed: Pick<Filed, 'trackingCode'>, id: unknown, range?: string) =>
  postJson(world, api.readFile, { trackingCode: filed.trackingCode, id }, range ? { range } : {})

const left = async () => ({
  objects: (await bucket()).objects.length,
  rows: (await world.db.prepare('SELECT count(*) AS n FROM case_file').first<{ n: number }>())?.n,
})

describe('a program', () => {
  it.each([
    ['jpeg', photo],
    ['png', pngWith([])],
    ['webp', webpWith([])],
    ['pdf', pdf()],
    ['m4a', m4a()],
    ['mp3', mp3()],
  ] as const)('gives a file of kind %s, and reads what is kept of it', async (kind, bytes) => {
    const filed = await file(world)
    const { status, json } = await add(filed, bytes, { caption: '欠条', audience: 'both' })
    expect([status, json['kind']]).toEqual([201, kind])
    const { files: listed, turn, can } = await track(filed)
    expect(listed).toMatchObject([{ id: json['id'], kind, size: json['size'], from: '您', audience: 'both' }])
    expect(listed[0]?.caption).toBe('欠条')
    expect([turn, can.slice(0, 2)]).toEqual(['desk', ['message', 'file']])
    const answer = await read(filed, json['id'])
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(fileKinds[kind].type)
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(answer.headers.get('content-disposition')).toMatch(kind === 'pdf' ? /^attachment; / : /^inline; /)
    const kept = new Uint8Array(await answer.arrayBuffer())
    expect(kept.length).toBe(json['size'])
    expect(new TextDecoder('latin1').decode(kept)).not.toContain(mark)
  })

  it('reads a part of a file', async () => {
    const filed = await file(world)
    const { json } = await add(filed, large(200_000))
    const whole = new Uint8Array(await (await read(filed, json['id'])).arrayBuffer())
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 1],
      ['bytes=65530-131080', 65_530, 131_081],
      ['bytes=199000-', 199_000, whole.length],
      ['bytes=-5', whole.length - 5, whole.length],
    ] as const) {
      const answer = await read(filed, json['id'], range)
      expect(answer.status).toBe(206)
      expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${whole.length}`)
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(whole.slice(from, to))
    }
    expect((await read(filed, json['id'], 'bytes=9999999-')).status).toBe(416)
    expect((await read(filed, json['id'], 'lines=1')).status).toBe(200)
  })

  it('gives the same file with the same key once, also twice at the same time', async () => {
    const filed = await file(world)
    const key = { 'idempotency-key': '0123456789abcdef' }
    const [one, other] = await Promise.all([add(filed, photo, {}, key), add(filed, photo, {}, key)])
    const again = await add(filed, photo, {}, key)
    expect([one.status, other.status, again.status]).toEqual([201, 201, 201])
    expect(other.json).toEqual(one.json)
    expect(again.json).toEqual(one.json)
    expect(await left()).toEqual({ objects: 1, rows: 1 })
    expect((await add(filed, small.png, {}, key)).status).toBe(409)
    for (const said of [{ caption: '别的墙' }, { audience: 'both' }])
      expect((await add(filed, photo, said, key)).status).toBe(409)
    expect((await track(filed)).files).toHaveLength(1)
  })

  it('without a key the same file with the same words is the same, and with other words another', async () => {
    const filed = await file(world)
    const first = await add(filed)
    expect((await add(filed)).json).toEqual(first.json)
    expect((await add(filed, photo, { caption: '别的墙' })).json['id']).not.toBe(first.json['id'])
    expect((await add(filed, photo, { audience: 'both' })).json['id']).not.toBe(first.json['id'])
    expect(await left()).toEqual({ objects: 3, rows: 3 })
  })

  it.each([
    ['heic', m4a(['soun'], 'heic')],
    ['moving', m4a(['soun', 'vide'], 'isom')],
    ['office', bytesOf('PK\x03\x04')],
    ['script', pdf('/S /JavaScript')],
    ['pixels', pngOf(50_000, 50_000)],
    ['unknown', bytesOf('<svg/>')],
    ['broken', small.jpeg.slice(0, 300)],
    ['empty', bytesOf('')],
  ] as const)('is told why a file is not taken: %s', async (code, bytes) => {
    const { status, json } = await add(await file(world), bytes)
    expect([status, json['errors']]).toEqual([422, [{ field: 'file', code, message: fileFaults[code] }]])
    expect(await left()).toEqual({ objects: 0, rows: 0 })
  })

  it('is refused what is no form with a file, a wrong field, an unknown code', async () => {
    const filed = await file(world)
    const { trackingCode } = filed
    expect((await postJson(world, api.files, { trackingCode })).status).toBe(415)
    const { body, headers } = fileForm({ trackingCode }, photo)
    const { 'content-length': _, ...unannounced } = headers
    const noLength = await world.request(api.files, { method: 'POST', body, headers: unannounced })
    expect(noLength.status).toBe(411)
    const broken = await world.request(api.files, {
      method: 'POST',
      ...{ body: body.slice(0, -20), headers: { ...headers, 'content-length': String(body.length - 20) } },
    })
    expect(broken.status).toBe(415)
    expect((await add(filed, photo, { audience: 'all' })).status).toBe(422)
    expect((await add(filed, photo, { caption: '字'.repeat(61) })).status).toBe(422)
    expect((await add({ trackingCode: '1234' })).status).toBe(422)
    const stranger = await add({ trackingCode: '0000000000000001' })
    expect([404, 422]).toContain(stranger.status)
    expect((await read(filed, 'x')).status).toBe(404)
    expect((await read(filed, ['x'])).status).toBe(404)
    expect(await left()).toEqual({ objects: 0, rows: 0 })
  })

  it('cannot read the file of another case', async () => {
    const [filed, other] = [await file(world), await file(world)]
    const { json } = await add(filed)
    expect((await read(other, json['id'])).status).toBe(404)
  })

  it('is refused a file that is too large, by what it announces and by what it is', async () => {
    const filed = await file(world)
    const said = await add(filed, photo, {}, { 'content-length': String(11 * 1024 * 1024) })
    expect(said.status).toBe(413)
    const sent = await add(filed, large(fileBytes + 1))
    expect([sent.status, sent.json['detail']]).toEqual([413, fileFaults.tooBig])
    expect((await add(filed, large(fileBytes))).status).toBe(201)
  })

  it('an upload that ends at any byte leaves nothing', async () => {
    const filed = await file(world)
    const { body, headers } = fileForm({ trackingCode: filed.trackingCode }, photo)
    for (let at = 0; at < body.length; at = at < 4 ? at + 1 : Math.ceil(at * 1.6)) {
      const answer = await world.request(api.files, { method: 'POST', body: body.slice(0, at), headers })
      expect([400, 415]).toContain(answer.status)
    }
    expect(await left()).toEqual({ objects: 0, rows: 0 })
    expect((await track(filed)).files).toEqual([])
  })

  it('receives nothing from an address that guesses codes, and takes files on the page there', async () => {
    const filed = await file(world)
    for (let count = 0; count < guessesPerAddress; count += 1) {
      const trackingCode = makeTrackingCode(world.ports.random)
      expect([404, 429]).toContain((await postJson(world, api.track, { trackingCode })).status)
    }
    const { files } = world.ports
    const { receive } = files
    let received = 0
    files.receive = (...given) => {
      received += 1
      return receive(...given)
    }
    const { status, json } = await add(filed, photo, { caseNumber: filed.caseNumber })
    expect([status, json['detail']]).toEqual([429, expect.stringContaining('在网页上交')])
    expect([received, await left()]).toEqual([0, { objects: 0, rows: 0 }])
    const { trackingCode, caseNumber } = filed
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode, caseNumber }))
    expect((await give(cookie)).status).toBe(303)
    expect(received).toBe(1)
    world.time.now += guessWindow
    expect((await add(filed, photo, { caption: '再来' })).status).toBe(201)
  })

  it(`gives at most ${filesPerSide} files`, async () => {
    const filed = await file(world)
    for (let at = 0; at < filesPerSide; at += 1)
      expect((await add(filed, photo, { caption: String(at) })).status).toBe(201)
    expect((await track(filed)).can).not.toContain('file')
    expect((await add(filed, photo, { caption: '多一份' })).status).toBe(409)
    expect(await left()).toEqual({ objects: filesPerSide, rows: filesPerSide })
  })

  it('gives files while it can write, and reads them longer', async () => {
    const filed = await ended(world)
    const { json } = await add(filed)
    world.time.now += (talkDays + 1) * 86_400_000
    expect((await add(filed, small.png)).status).toBe(409)
    expect((await give(await enter(filed), small.png)).status).toBe(409)
    expect((await track(filed)).files).toHaveLength(1)
    expect((await read(filed, json['id'])).status).toBe(200)
  })

  it('a fault of the database while the file is stored leaves nothing that is not swept', async () => {
    const filed = await file(world)
    let trips = 0
    world.counted.before.call = () => {
      trips += 1
      if (trips === 4) throw new Error('fault')
    }
    const { status } = await add(filed)
    world.counted.before.call = () => {}
    expect(status).toBe(503)
    await world.ports.files.sweep(world.time.now + incomingLife)
    expect(await left()).toEqual({ objects: 0, rows: 0 })
  })
})

describe('the page', () => {
  it('takes a file, and shows it under a policy of its own', async () => {
    const filed = await file(world)
    const cookie = await enter(filed)
    const answer = await give(cookie)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${actions.trackFiles}#added`])
    const html = await (await world.request(actions.trackFiles, { headers: { cookie } })).text()
    expect(html).toContain('东墙的裂缝')
    expect(html).toContain('原件自己留好')
    const [, path = ''] = /href="(\/track\/files\/[0-9a-f]{32})"/.exec(html) ?? []
    const page = await world.request(path, { headers: { cookie } })
    expect(page.headers.get('content-security-policy')).toContain("media-src 'self'")
    expect(await page.text()).toContain(`<img class="evidence" src="${path}/content" alt="东墙的裂缝"`)
    const bytes = await world.request(`${path}/content`, { headers: { cookie } })
    expect(bytes.headers.get('content-security-policy')).toContain('sandbox')
    expect((await bytes.arrayBuffer()).byteLength).toBeGreaterThan(500)
    expect(await (await world.request(actions.trackCase, { headers: { cookie } })).text()).toContain(
      '已交 1 份',
    )
    // Only the holder: without the session, and with that of another case, there is nothing.
    expect((await world.request(`${path}/content`)).status).toBe(303)
    const other = await enter(await file(world))
    expect((await world.request(`${path}/content`, { headers: { cookie: other } })).status).toBe(404)
    expect((await world.request(path, { headers: { cookie: other } })).status).toBe(404)
  })

  it('pressed twice stores one file', async () => {
    const cookie = await enter(await file(world))
    await Promise.all([give(cookie), give(cookie)])
    await give(cookie)
    expect(await left()).toEqual({ objects: 1, rows: 1 })
  })

  it.each<[string, number, string, Parameters<typeof give> extends [string, ...infer Rest] ? Rest : never]>([
    ['no answer about what it shows', 422, '不满十四岁', [photo, { caption: '东墙' }]],
    ['a caption that is too long', 422, '最多 60', [photo, { ...right, caption: '东'.repeat(61) }]],
    ['nothing chosen', 422, fileFaults.none, [bytesOf(''), right, {}, '']],
    ['a photograph in HEIC', 422, fileFaults.heic, [m4a(['soun'], 'heic'), right]],
  ])('says what is wrong and keeps the words: %s', async (_, status, text, rest) => {
    const cookie = await enter(await file(world))
    const answer = await give(cookie, ...rest)
    expect(answer.status).toBe(status)
    const html = await answer.text()
    expect(html).toContain('<title>错误：')
    expect(html).toContain(text)
    expect(html).toContain(`value="${rest[1]?.['caption']}"`)
    expect(await left()).toEqual({ objects: 0, rows: 0 })
  })

  it('takes no file for another case than the one that is open', async () => {
    const [one, other] = [await file(world), await file(world)]
    const cookie = await enter(one)
    const answer = await give(cookie, photo, { ...right, case: other.caseNumber })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('东墙的裂缝')
    expect((await track(one)).files).toEqual([])
    expect((await track(other)).files).toEqual([])
    expect(await left()).toEqual({ objects: 0, rows: 0 })
  })

  it('takes no file from another site, without a session, or that is too large', async () => {
    const cookie = await enter(await file(world))
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    expect((await give(cookie, photo, right, foreign)).status).toBe(403)
    expect((await give('', photo)).status).toBe(303)
    const announced = await give(cookie, photo, right, { 'content-length': '99999999' })
    expect(announced.status).toBe(413)
    expect(await announced.text()).toContain('超过 10 MB')
    expect(await left()).toEqual({ objects: 0, rows: 0 })
  })

  it('says before a file is given for both that this is for good', async () => {
    const cookie = await enter(await file(world))
    const page = await (await world.request(actions.trackFiles, { headers: { cookie } })).text()
    expect(page).toContain('选了“也可以给对方看”，交了就改不回来。')
  })

  it('warns people without a name about their voice, and asks for no identity cards', async () => {
    const anonymous = await enter(await file(world, { anonymous: true, name: undefined, phone: undefined }))
    const named = await enter(await file(world))
    const pages = await Promise.all(
      [anonymous, named].map(async (cookie) =>
        (await world.request(actions.trackFiles, { headers: { cookie } })).text(),
      ),
    )
    expect(pages.map((html) => html.includes('熟人认得出来'))).toEqual([true, false])
    for (const html of pages) expect(html).toContain('身份证')
  })
})

describe('what is kept', () => {
  it('is sealed, and says nothing in the database or the bucket', async () => {
    const filed = await file(world)
    await add(filed, m4a(), { caption: '谁都不能看' })
    for (const { key } of (await bucket()).objects) {
      const bytes = new Uint8Array(
        await ((await files().get(key)) as { arrayBuffer(): Promise<ArrayBuffer> }).arrayBuffer(),
      )
      expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/ftyp|moov/)
    }
    const { results } = await world.db.prepare('SELECT * FROM case_event').all()
    expect(JSON.stringify(results)).not.toContain('谁都不能看')
  })

  it('is not served when it was cut off or exchanged in the bucket', async () => {
    const filed = await file(world)
    const { json } = await add(filed, large(200_000))
    const { json: second } = await add(filed, large(200_001))
    const id = json['id'] as string
    const sealed = new Uint8Array(
      await ((await files().get(id)) as { arrayBuffer(): Promise<ArrayBuffer> }).arrayBuffer(),
    )
    const theirs = (await files().get(second['id'] as string)) as { arrayBuffer(): Promise<ArrayBuffer> }
    for (const changed of [sealed.slice(0, 65_564), new Uint8Array(await theirs.arrayBuffer())]) {
      await files().put(id, changed)
      await expect(read(filed, id).then((answer) => answer.arrayBuffer())).rejects.toThrow()
    }
  })

  it('goes with the person: the key at once, the objects with the next run', async () => {
    const filed = await file(world)
    const { json } = await add(filed)
    const erasures = { add: async () => {}, all: async () => [] }
    expect((await erasePerson({ ...world.ports, erasures }, filed.caseNumber, 1)).ok).toBe(true)
    expect((await read(filed, json['id'])).status).toBe(404)
    expect(await world.ports.files.sweep(world.time.now)).toBe(1)
    expect(await left()).toEqual({ objects: 0, rows: 0 })
  })

  it('stays while the case is open, and goes some time after its end', async () => {
    const [open, over] = [await file(world), await ended(world)]
    const { json } = await add(open, m4a())
    await add(over, m4a())
    world.time.now += fileKinds.m4a.keptDays * 86_400_000
    expect(await world.ports.files.sweep(world.time.now)).toBe(1)
    expect((await read(open, json['id'])).status).toBe(200)
    expect(await left()).toEqual({ objects: 1, rows: 1 })
    expect(await world.ports.files.sweep(world.time.now)).toBe(0)
  })
})
