import { beforeEach, describe, expect, it } from 'vitest'
import { filesPerSide, talkDays } from '#domain/basics/bounds.ts'
import { type Bytes, bytesOf } from '#domain/evidence/bytes.ts'
import { fileFaults } from '#domain/evidence/faults.ts'
import { actions, api } from '#domain/routes/site.ts'
import { fileForm, m4a, small } from '../../support/evidence.ts'
import { holder } from '../../support/holder.ts'
import { ended } from '../../support/rating.ts'
import { cookieOf, file, makeWorld, origin, postForm, type World } from '../../support/world.ts'

/** What the form of files answers its script (site/public/files.js), and what its page allows the recorder. */

let world: World
beforeEach(async () => {
  world = makeWorld()
  await world.db.prepare('DELETE FROM case_file').run()
})

type Filed = Awaited<ReturnType<typeof file>>
const right = { sensitive: 'none', audience: 'mediator', caption: '东墙的裂缝' }
const script = { accept: 'application/json', 'sec-fetch-site': 'same-origin', origin }

const enter = async ({ trackingCode }: Pick<Filed, 'trackingCode'>) =>
  cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))

const read = async (answer: Response) => {
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const { path, detail, errors, title } = (await answer.json()) as {
    path?: string
    title?: string
    detail?: string
    errors?: { field: string; message: string }[]
  }
  if (answer.status !== 201)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return { status: answer.status, path, title, detail, fields: errors?.map(({ field }) => field), errors }
}

/** Sends one file as the script does. */
const send = async (
  cookie: string,
  bytes: Bytes = small.png,
  texts: Record<string, string> = right,
  headers: Record<string, string> = {},
) => {
  const form = fileForm(texts, bytes)
  const all = { ...script, ...form.headers, cookie, ...headers }
  return read(await world.request(actions.trackFiles, { method: 'POST', body: form.body, headers: all }))
}
/** Asks whether the other fields are right. */
const ask = async (cookie: string, texts: Record<string, string>) =>
  read(await postForm(world, actions.trackFiles, texts, { ...script, cookie }))

const listed = async (filed: Filed) => {
  const { files } = (await (await holder(world, filed).call(api.track)).json()) as { files: unknown[] }
  return files.length
}

describe('a file that is sent by the script', () => {
  it('is stored, and the page of it is named; sent again it is the same one', async () => {
    const filed = await file(world)
    const cookie = await enter(filed)
    const first = await send(cookie)
    expect(first).toMatchObject({
      status: 201,
      path: expect.stringMatching(/^\/track\/files\/[0-9a-f]{32}$/),
    })
    expect(await send(cookie)).toEqual(first)
    expect((await send(cookie, small.jpeg)).path).not.toBe(first.path)
    expect(await listed(filed)).toBe(2)
    const page = await world.request(first.path ?? '', { headers: { cookie } })
    expect(await page.text()).toContain('东墙的裂缝')
  })

  it.each([
    ['heic', m4a(['soun'], 'heic')],
    ['unknown', bytesOf('<svg/>')],
    ['broken', small.jpeg.slice(0, 300)],
  ] as const)('that cannot be taken is refused with the sentence of the page: %s', async (code, bytes) => {
    const filed = await file(world)
    expect(await send(await enter(filed), bytes)).toMatchObject({ status: 422, detail: fileFaults[code] })
    expect(await listed(filed)).toBe(0)
  })

  it('is refused with a sentence when the person has left, follows another case, or came from elsewhere', async () => {
    const [one, other] = [await file(world), await file(world)]
    const cookie = await enter(one)
    const gone = await send('')
    expect(gone).toMatchObject({ status: 403, detail: expect.stringContaining('查询已经退出') })
    expect(await ask('', right)).toMatchObject({ status: 403, detail: gone.detail })
    const elsewhere = { ...right, case: other.caseNumber }
    const lost = await send(cookie, small.png, elsewhere)
    expect(lost).toMatchObject({ status: 409, detail: expect.stringContaining('另一件事') })
    expect(await ask(cookie, elsewhere)).toMatchObject({ status: 409, detail: lost.detail })
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    expect(await send(cookie, small.png, right, foreign)).toMatchObject({ status: 403 })
    expect([await listed(one), await listed(other)]).toEqual([0, 0])
  })

  it('is refused with a sentence when it is too large, one too many, or too late', async () => {
    const filed = await ended(world)
    const cookie = await enter(filed)
    const large = await send(cookie, small.png, right, { 'content-length': '99999999' })
    expect(large).toMatchObject({ status: 413, detail: fileFaults.tooBig })
    for (let at = 0; at < filesPerSide; at += 1)
      expect((await send(cookie, small.png, { ...right, caption: String(at) })).status).toBe(201)
    expect(await send(cookie)).toMatchObject({ status: 409, detail: expect.stringContaining('不能再多') })
    world.time.now += (talkDays + 1) * 86_400_000
    const late = await send(await enter(filed))
    expect(late).toMatchObject({ status: 409, detail: expect.stringContaining('结束已经很久') })
  })
})

describe('the script asks first without a file', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['nothing else is wrong', right, ['file']],
    ['a choice is missing', { ...right, sensitive: '' }, ['sensitive']],
    ['two fields', { caption: '东'.repeat(61), sensitive: '' }, ['caption', 'sensitive']],
  ])('and is told what is wrong: %s', async (_, texts, fields) => {
    const cookie = await enter(await file(world))
    expect(await ask(cookie, texts)).toMatchObject({ status: 422, fields })
  })
})

describe('the page of files', () => {
  const policies = async (path: string, cookie: string) => {
    const { headers } = await world.request(path, { headers: { cookie } })
    return [headers.get('permissions-policy'), headers.get('content-security-policy')]
  }

  it('alone may use the microphone and play what was recorded', async () => {
    const cookie = await enter(await file(world))
    const { path = '' } = await send(cookie)
    const [permissions, csp] = await policies(actions.trackFiles, cookie)
    expect(permissions).toContain('microphone=(self)')
    expect(csp).toMatch(/; media-src 'self' blob:$/)
    for (const other of [actions.trackCase, path, `${path}/content`, actions.trackCopy, '/track/none']) {
      const [closed, plain] = await policies(other, cookie)
      expect(closed).toBe('camera=(), geolocation=(), microphone=(), browsing-topics=()')
      expect(plain).not.toContain('blob:')
    }
  })

  it('has neither form nor microphone when nothing can be given any more', async () => {
    const filed = await ended(world)
    world.time.now += (talkDays + 1) * 86_400_000
    const cookie = await enter(filed)
    const [permissions, csp] = await policies(actions.trackFiles, cookie)
    expect(permissions).toContain('microphone=()')
    expect(csp).not.toContain('blob:')
    expect(await holder(world, filed).page(actions.trackFiles)).not.toContain('recorder')
  })

  it('shows nothing of the recorder without a script, and warns people without a name beside it', async () => {
    const anonymous = await file(world, { anonymous: true, name: undefined, phone: undefined })
    const rooms = await Promise.all(
      [anonymous, await file(world)].map(async (filed) => {
        const html = await holder(world, filed).page(actions.trackFiles)
        return /<div class="field" data-recorder="300" hidden[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? ''
      }),
    )
    expect(rooms.map((room) => room.includes('声音熟人认得出来'))).toEqual([true, false])
    for (const room of rooms) expect(room).toContain('录一段音')
  })
})
