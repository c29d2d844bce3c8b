import { describe, expect, it } from 'vitest'
import { actions, api } from '#domain/routes/site.ts'
import { base, postApi, rightForm, rightJson, sendToken, visit } from '../support/http.ts'

const texts = ['narrative', 'request', 'title', 'otherParty', 'name'] as const
const longest = { narrative: 4000, request: 1000, title: 40, otherParty: 100, name: 60 }
const markup = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
const sql = `'); DROP TABLE cases; --`

/** Inputs for each field, and the status of form and API. */
const inputs: [string, (field: (typeof texts)[number]) => string, { form: number; api: number }][] = [
  ['emoji', () => '😀👨‍👩‍👧', { form: 200, api: 201 }],
  ['right to left', () => 'مرحبا עברית', { form: 200, api: 201 }],
  ['direction overrides', () => 'ab\u202ecd\u2066ef', { form: 200, api: 201 }],
  ['control characters', () => '甲\u0000乙\u001b丙\u007f', { form: 200, api: 201 }],
  ['markup', () => markup.slice(0, 30), { form: 200, api: 201 }],
  ['SQL', () => sql, { form: 200, api: 201 }],
  ['as long as allowed', (field) => '字'.repeat(longest[field]), { form: 200, api: 201 }],
  ['one character too long', (field) => '字'.repeat(longest[field] + 1), { form: 422, api: 422 }],
]

describe.each(inputs)('text input (%s)', (_, value, status) => {
  it.each(texts)('in the field %s gets the expected status from form and API', async (field) => {
    const text = value(field)
    const form = await visit().post(actions.fileCheck, { ...rightForm, [field]: text })
    expect(form.status).toBe(status.form)
    const json = await postApi(api.cases, { ...rightJson, [field]: text })
    expect(json.status).toBe(status.api)
    if (status.form !== 422) return
    expect(form.text).toContain('<title>错误：')
    expect(form.text).toContain(`href="#${field}"`)
    expect(form.text).toContain(text)
    expect(json.json()).toMatchObject({
      errors: [{ field, code: 'tooLong', message: expect.stringContaining('最多') }],
    })
  })
})

it('markup is shown as text, on the check page and in the form', async () => {
  const all = Object.fromEntries(texts.map((field) => [field, markup.slice(0, 30)]))
  for (const more of [{}, { track: '' }]) {
    const { text } = await visit().post(actions.fileCheck, { ...rightForm, ...all, ...more })
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert')
  }
})

describe('empty and missing input', () => {
  it('an empty form is refused with a fault for every required field, and nothing is stored', async () => {
    const { status, text } = await visit().post(actions.fileCheck, {})
    expect(status).toBe(422)
    const asked = [
      'danger',
      'about',
      'track',
      'category',
      'region',
      'narrative',
      'request',
      'name',
      'consent',
    ]
    for (const field of asked) expect(text, field).toContain(`href="#${field}"`)
    expect(text).toContain('有 9 处')
  })

  it('an empty JSON object gets the same faults', async () => {
    const { errors } = (await postApi(api.cases, {})).json() as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field)).toEqual([
      'danger',
      'track',
      'category',
      'region',
      'narrative',
      'request',
      'name',
      'consent',
    ])
  })

  it('each error in the summary links to an existing element', async () => {
    const { text } = await visit().post(actions.fileCheck, { danger: 'true', phone: 'x' })
    const summary = text.slice(text.indexOf('class="error-summary"'), text.indexOf('class="page-head"'))
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string)
    expect(targets.length).toBeGreaterThan(5)
    for (const id of targets) expect(text, id).toContain(`id="${id}"`)
  })
})

describe('choice fields', () => {
  it.each([
    ['track', 'lawsuit'],
    ['category', 'nothing'],
    ['category', '__proto__'],
    ['region', 'atlantis'],
    ['region', 'constructor'],
    ['about', 'nobody'],
    ['danger', 'maybe'],
  ])('refuse %s = %s on that field', async (field, value) => {
    const form = await visit().post(actions.fileCheck, { ...rightForm, [field]: value })
    expect(form.status).toBe(422)
    expect(form.text).toContain(`href="#${field}"`)
    expect((await postApi(api.cases, { ...rightJson, [field]: value })).status).toBe(422)
  })

  it.each(['track', 'category', 'region', 'about', 'danger', 'phone', 'consent'])(
    'refuse markup and SQL in %s',
    async (field) => {
      for (const value of [markup, sql, '😀', '\u0000', '字'.repeat(5000)]) {
        const form = await visit().post(actions.fileCheck, { ...rightForm, [field]: value })
        expect(form.status, value.slice(0, 20)).toBe(value === '\u0000' && field === 'phone' ? 200 : 422)
        expect(form.text).not.toContain('<script>alert')
        const json = await postApi(api.cases, { ...rightJson, [field]: value })
        expect(json.status, value.slice(0, 20)).toBe(value === '\u0000' && field === 'phone' ? 201 : 422)
      }
    },
  )

  it('ask for a contact and show help lines if there is danger without one', async () => {
    const { status, text } = await visit().post(actions.fileCheck, { ...rightForm, danger: 'true' })
    expect(status).toBe(422)
    for (const number of ['110', '12338', '12356']) expect(text).toContain(`href="tel:${number}"`)
    expect(text).toContain('马上离开')
    expect(text).toContain('name="contact.mayCall"')
    const panel = text.slice(text.indexOf('id="danger-panel"'), text.indexOf('id="danger-panel"') + 40)
    expect(panel).not.toContain('hidden')
    const answered = { ...rightForm, danger: 'true', 'contact.mayCall': 'false', 'contact.mayText': 'false' }
    expect((await visit().post(actions.fileCheck, answered)).status).toBe(200)
  })
})

describe('repeated and unknown fields', () => {
  it('an equal answer given twice counts once, and two different ones are refused', async () => {
    const twice = (value: string) => new URLSearchParams([...Object.entries(rightForm), ['track', value]])
    expect((await visit().post(actions.fileCheck, twice('mediation'))).status).toBe(200)
    const { status, text } = await visit().post(actions.fileCheck, twice('tip'))
    expect(status).toBe(422)
    expect(text).toContain('href="#track"')
  })

  it('unknown fields are ignored and reported', async () => {
    const more = JSON.parse(`{"__proto__":{"consent":true},"constructor":1,"status":"closed","unit":"x"}`)
    const answer = await postApi(
      api.cases,
      JSON.stringify(rightJson).replace('{', `${JSON.stringify(more).slice(0, -1)},`),
    )
    expect(answer.status).toBe(201)
    expect(answer.json()).toMatchObject({
      status: 'filed',
      ignored: ['__proto__', 'constructor', 'status', 'unit'],
    })
    expect(
      (await visit().post(actions.fileCheck, { ...rightForm, __proto__x: '1', status: 'closed' })).status,
    ).toBe(200)
  })

  it('consent in a prototype is not accepted', async () => {
    const { consent: _, ...rest } = rightJson
    const body = JSON.stringify(rest).replace('{', '{"__proto__":{"consent":true},')
    expect((await postApi(api.cases, body)).status).toBe(422)
  })
})

describe('request bodies', () => {
  const big = 'x'.repeat(5 * 1024 * 1024)

  it('a body of 5 MB is refused, with a length or chunked', async () => {
    const form = await visit().post(actions.fileCheck, { ...rightForm, narrative: big })
    expect(form.status).toBe(413)
    expect(form.text).toContain('内容太多了')
    expect((await postApi(api.cases, { ...rightJson, narrative: big })).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 80; i += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(65_536)))
        controller.close()
      },
    })
    const init = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    }
    expect((await fetch(base() + api.cases, init as RequestInit)).status).toBe(413)
  })

  it('a text far too long is shown again whole, with a message', async () => {
    const narrative = '很长的话'.repeat(5000)
    const { status, text } = await visit().post(actions.fileCheck, { ...rightForm, narrative })
    expect(status).toBe(422)
    expect(text).toContain(narrative)
  })

  it.each([
    ['text/plain', 415],
    ['application/xml', 415],
    ['application/x-www-form-urlencoded', 415],
    ['', 415],
  ])('JSON sent as %s gets %i', async (type, status) => {
    const answer = await postApi(api.cases, rightJson, { 'content-type': type })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it.each(['', '{', 'null', '[]', '"text"', '5', '{"a":1}{"b":2}', '\ufeff{', '{"narrative": "\u0001"}'])(
    'the JSON body %j gets 400',
    async (body) => {
      expect((await postApi(api.cases, body)).status).toBe(400)
    },
  )

  it('bytes that are not UTF-8 get 400', async () => {
    const body = Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
    expect((await postApi(api.cases, body)).status).toBe(400)
  })

  it('a lone surrogate is replaced and accepted', async () => {
    const answer = await postApi(api.cases, JSON.stringify(rightJson).replace('今年', '\\ud83d今年'))
    expect(answer.status).toBe(201)
  })

  it('a form sent as JSON or plain text gets a page with 415', async () => {
    for (const type of ['application/json', 'text/plain']) {
      const { status, text } = await visit().post(actions.fileCheck, JSON.stringify(rightForm), {
        'content-type': type,
      })
      expect(status).toBe(415)
      expect(text).toContain('主导航')
    }
  })

  it('a multipart form is read like a URL-encoded one', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries(rightForm)) form.set(name, value)
    form.set('photo', new Blob(['x']), 'x.png')
    expect((await visit().post(actions.fileCheck, form)).status).toBe(200)
  })

  it('a broken multipart form is refused without a server fault', async () => {
    const { status } = await visit().post(actions.fileCheck, 'nonsense', {
      'content-type': 'multipart/form-data; boundary=x',
    })
    expect(status).toBe(415)
  })
})

describe('input that once took twenty seconds or more', () => {
  const spaces = '+'.repeat(3200)
  const addresses = [
    `/deadlines/when?limit=civil-limitation&from=2026${spaces}1${spaces}xx`,
    `/deadlines/when.ics?limit=civil-limitation&from=2026${spaces}1${spaces}xx`,
    `/search?q=${encodeURIComponent(`${'十零'.repeat(140)}1条`)}`,
    `/api/v1/search?q=${encodeURIComponent(`${'零十'.repeat(140)}1条`)}`,
  ]
  it.each(addresses)('the path %.40s is answered', async (path) => {
    expect([200, 422]).toContain((await visit().get(path)).status)
  })

  it.each(['\u0301\u0323', '\u1100\u1161\u11a8', '\u3000', '\r\n', '１'])(
    '40,000 characters of %j are shown again unchanged',
    async (unit) => {
      const text = `a${unit.repeat(40_000 / unit.length)}b`
      for (const field of ['narrative', 'name', 'region', 'phone']) {
        const { status, text: html } = await visit().post(actions.fileCheck, { ...rightForm, [field]: text })
        expect(status, field).toBe(422)
        if (field === 'narrative') expect(html).toContain(text)
      }
      expect((await postApi(api.cases, { ...rightJson, narrative: text })).status).toBe(422)
      const signIn = { username: text, password: 'x' }
      expect((await visit().post('/desk/sign-in', signIn)).status).toBe(422)
      expect((await visit().post('/desk/sign-in', { ...signIn, username: 'x', password: text })).status).toBe(
        422,
      )
    },
  )
})

describe('flows left half-finished', () => {
  it('sending without the check page shows the check page', async () => {
    const { status, text } = await visit().post(actions.fileSend, rightForm)
    expect(status).toBe(422)
    expect(sendToken(text)).toMatch(/^[0-9a-f]{32}$/)
  })

  it('sending invalid answers shows the form with the answers', async () => {
    const check = await visit().post(actions.fileCheck, rightForm)
    const broken = { ...rightForm, region: 'gone', sendToken: sendToken(check.text) }
    const { status, text } = await visit().post(actions.fileSend, broken)
    expect(status).toBe(422)
    expect(text).toContain('href="#region"')
    expect(text).toContain(rightForm['narrative'])
  })

  it('confirming without a slip, leaving without a session and a slip without a filing redirect', async () => {
    const landed = async (answer: Promise<{ status: number; headers: Headers }>) => {
      const { status, headers } = await answer
      return [status, headers.get('location')]
    }
    expect(await landed(visit().post(actions.fileNoted, {}))).toEqual([303, '/track/'])
    expect(await landed(visit().post(actions.trackLeave, {}))).toEqual([303, '/track/'])
    expect(await landed(visit().get(actions.fileDone))).toEqual([303, '/file/'])
    expect(await landed(visit().get(actions.trackCase))).toEqual([303, '/track/'])
  })

  it('a filled honeypot shows the form with all answers, and emptying it lets the filing through', async () => {
    const { status, text } = await visit().post(actions.fileCheck, {
      ...rightForm,
      website: 'http://spam.example',
    })
    expect(status).toBe(422)
    expect(text).toContain('href="#website"')
    expect(text).toContain(rightForm['narrative'])
    expect(text).not.toContain('spam.example')
  })

  it.each([
    ['too short', 'short'],
    ['too long', 'x'.repeat(65)],
    ['with a space', 'key with a space in it'],
  ])('an idempotency key that is %s gets 400', async (_, key) => {
    expect((await postApi(api.cases, rightJson, { 'idempotency-key': key })).status).toBe(400)
  })
})

describe('a resident over HTTP', () => {
  it('files a case, confirms the code, follows the case and leaves', async () => {
    const person = visit()
    const check = await person.post(actions.fileCheck, rightForm)
    const sent = await person.post(actions.fileSend, { ...rightForm, sendToken: sendToken(check.text) })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/file/done'])
    const done = await person.get(actions.fileDone)
    const code = [...done.text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
    expect(code).toHaveLength(16)
    expect((await person.get(actions.fileDone)).text).toContain(code.slice(0, 4))
    await person.post(actions.fileNoted, {})
    expect((await person.get(actions.fileDone)).status).toBe(303)

    const later = visit()
    const opened = await later.post(actions.trackOpen, { trackingCode: code.replace(/(....)/g, '$1 ') })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/track/case'])
    const page = await later.get(actions.trackCase)
    expect(page.status).toBe(200)
    expect(page.text).toContain('柳湾村人民调解委员会')
    expect(page.text).not.toContain('屋顶')
    await later.post(actions.trackLeave, {})
    expect((await later.get(actions.trackCase)).status).toBe(303)
  })
})
