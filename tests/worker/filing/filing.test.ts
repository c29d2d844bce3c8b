import { beforeEach, describe, expect, it } from 'vitest'
import { codeFault } from '#domain/filing/tracking-code.ts'
import { asForm, codeOn, filer, numberOn } from '../../support/filer.ts'
import { hashes } from '../../support/masked.ts'
import {
  cookieOf,
  file,
  makeWorld,
  postForm,
  postJson,
  rightFiling,
  sendTokenOf,
  tuesday,
  type World,
} from '../../support/world.ts'

let world: World
beforeEach(() => {
  world = makeWorld()
})

const countCases = async (): Promise<number> =>
  (await world.db.prepare('SELECT count(*) AS n FROM cases').first<{ n: number }>())?.n ?? -1

const year = () => world.day().slice(0, 4)

describe('filing through the form', () => {
  it('goes from check page to slip, which shows the code only until it is confirmed', async () => {
    world = makeWorld(tuesday)
    const before = await countCases()
    const person = filer(world)
    const { html, fields } = await person.check()
    expect(html).toContain('核对一下')
    expect(html).toContain(rightFiling.narrative)
    expect(await countCases()).toBe(before)

    const sent = await person.send(fields)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/file/done'])
    const cookies = sent.headers.getSetCookie()
    expect(cookies.map((line) => line.split('=')[0])).toEqual(['__Host-done-cookie', '__Host-browser-cookie'])
    for (const line of cookies) expect(line).toMatch(/HttpOnly; Secure; SameSite=Lax/)

    const slip = await (await person.get('/file/done')).text()
    const code = codeOn(slip)
    expect(codeFault(code)).toBeNull()
    expect(slip).toMatch(/案件编号 <b class="no-break">2026-\d{6}<\/b>\u3000打电话问/)
    expect(slip).toContain('11 月 27 日（周五）前')
    expect(slip).toContain('柳湾村人民调解委员会')
    expect(slip).toContain('诉讼时效')
    expect(slip).not.toContain('已经交过')

    const noted = await person.post('/file/noted', { caseNumber: numberOn(slip) })
    expect([noted.status, noted.headers.get('location')]).toEqual([303, '/track/#noted'])
    expect(noted.headers.get('set-cookie')).toContain('Max-Age=0')
    // Back to it, or a reload, says that the slip was put away; anybody else is led to the form.
    const led = async (referer?: string) =>
      (await person.get('/file/done', referer ? { referer } : {})).headers.get('location')
    expect(await led('https://portal.example/file/check')).toBe('/track/#put-away')
    expect(await led('https://elsewhere.example/file/check')).toBe('/file/')
    expect(await led()).toBe('/file/')

    // Sent again after confirming: a notice, nothing stored, no code shown.
    const again = await person.send(fields)
    expect(again.status).toBe(200)
    const text = await again.text()
    expect(text).toContain('已经提交过了')
    expect(text).not.toContain(code.slice(0, 4))
    expect(await countCases()).toBe(before + 1)
  })

  it('gives the same code for a double or repeated submission', async () => {
    const person = filer(world)
    const { fields } = await person.check()
    const answers = await Promise.all([1, 2, 3].map(() => person.send(fields)))
    const slips = await Promise.all(
      answers.map(async (answer) =>
        codeOn(await (await world.request('/file/done', { headers: { cookie: cookieOf(answer) } })).text()),
      ),
    )
    expect(new Set(slips).size).toBe(1)
    expect(slips[0]).toHaveLength(16)
  })

  it('answers 409 on the check page if a used token comes with other answers', async () => {
    const person = filer(world)
    const { fields } = await person.check()
    await person.send(fields)
    const changed = await person.send({ ...fields, request: '请他道歉。' })
    expect(changed.status).toBe(409)
    const page = await changed.text()
    expect(page).toContain('请他道歉。')
    expect(sendTokenOf(page)).toMatch(/^[0-9a-f]{32}$/)
    expect(sendTokenOf(page)).not.toBe(fields['sendToken'])
  })

  it('shows the check page again for a missing or forged token, and stores nothing', async () => {
    const before = await countCases()
    for (const sendToken of ['', 'abc', 'g'.repeat(32)]) {
      const answer = await postForm(world, '/file/send', { ...asForm(rightFiling), sendToken })
      expect(answer.status).toBe(422)
      expect(sendTokenOf(await answer.text())).toMatch(/^[0-9a-f]{32}$/)
    }
    expect(await countCases()).toBe(before)
  })

  it('keeps every answer on the way back from the check page to the form', async () => {
    const answer = await postForm(world, '/file/check', { ...asForm(rightFiling), edit: 'narrative' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(`\n${rightFiling.narrative}</textarea>`)
    expect(html).toContain('value="13800000000"')
    expect(html).not.toContain('class="error-summary')
  })

  it('survives a connection cut after the commit: the next send gets the same case', async () => {
    const person = filer(world)
    const { fields } = await person.check()
    const before = await countCases()
    world.counted.after.call = () => {
      throw new Error('connection lost')
    }
    const lost = await person.send(fields)
    expect(lost.status).toBe(503)
    // The answers are shown again with the same token, so sending again is safe.
    const page = await lost.text()
    expect(page).toContain('这次没有交上去')
    expect(page).toContain(rightFiling.narrative)
    expect(sendTokenOf(page)).toBe(fields['sendToken'])
    world.counted.after.call = () => {}
    expect((await person.send(fields)).status).toBe(303)
    expect(await countCases()).toBe(before + 1)
  })

  it('stores nothing if the database fails, and logs no word of the input', async () => {
    world.counted.before.call = () => {
      throw new Error(`D1_ERROR near "${rightFiling.narrative}"`)
    }
    const answer = await postJson(world, '/api/v1/cases', rightFiling)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.stringify(world.logged)).not.toContain('隔壁')
    expect(world.logged).toHaveLength(1)
  })

  it('asks for a contact in danger, whatever else is posted under that name', async () => {
    for (const extra of [{ 'contact.fax': 'x' }, { 'contact.when': '　' }, { 'contact.__proto__': 'x' }]) {
      const answer = await postForm(world, '/file/check', { ...rightFiling, danger: true, ...extra })
      expect(answer.status, JSON.stringify(extra)).toBe(422)
      expect(await answer.text()).toContain('怎么联系您才安全')
    }
    const calm = await postForm(world, '/file/check', { ...rightFiling, 'contact.mayCall': 'false' })
    expect(await calm.text()).not.toContain('能不能给您打电话')
  })

  it('asks whom a complaint is about and where the person lives; the API has a default for the first', async () => {
    const { about: _, address: __, ...rest } = rightFiling
    const answer = await postForm(world, '/file/check', { ...rest, track: 'complaint' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#about"')
    expect(html).toContain('href="#address"')
    expect((await postForm(world, '/file/check', { ...rest, about: 'none' })).status).toBe(200)
    const village = await file(world, { about: undefined, category: 'village-affairs', track: 'consult' })
    expect(village['unit']).toBe('青石镇人民调解委员会')
  })

  it('shows two numbers outside the county if the case is about county staff', async () => {
    const person = filer(world)
    const { html: check } = await person.check({ about: 'county-staff' })
    const { html: slip } = await person.file({ about: 'county-staff' })
    for (const html of [check, slip]) expect(html).toMatch(/tel:12345[\s\S]*tel:12388/)
  })

  it('shows no code without its cookie, or with a changed or old one', async () => {
    const person = filer(world)
    await person.file()
    const cookie = person
      .cookies()
      .split('; ')
      .find((one) => one.includes('done')) as string
    const locations = []
    for (const value of ['', `${cookie}x`, cookie.replace('done', 'track')]) {
      const answer = await world.request('/file/done', { headers: { cookie: value } })
      locations.push([answer.status, answer.headers.get('location')])
    }
    world.time.now += 31 * 60_000
    const late = await world.request('/file/done', { headers: { cookie } })
    locations.push([late.status, late.headers.get('location')])
    expect(locations).toEqual(Array(4).fill([303, '/file/']))
  })
})

describe('the check page', () => {
  it.each<[Record<string, unknown>, string, string]>([
    [{}, '柳湾村人民调解委员会', '您写的话，对方看不到。'],
    [{ about: 'village-cadre', track: 'tip' }, '青石镇人民调解委员会', '村里看不到。您写的话，对方看不到。'],
    [{ about: 'unknown' }, '示例县矛盾纠纷调处中心', '村里、镇上看不到。您写的话，对方看不到。'],
    [{ about: 'county-staff' }, '示例县信访局', '村里、镇上和县里别的单位看不到。您写的话，对方看不到。'],
  ])('of %j says that %s gets the case', async (changes, unit, unseen) => {
    const { html } = await filer(world).check(changes)
    const text = html.replace(/<[^>]+>/g, '').replace(/\s+/g, '')
    expect(text).toContain(`这件会交给：${unit}${unseen}`)
  })

  it.each([
    ['true', '发'],
    ['false', '不发：您说了不能发短信'],
  ])(
    'says whether messages are sent to a person in danger, who said of texting: %s',
    async (mayText, says) => {
      const asks = { danger: true, notify: true, 'contact.mayCall': 'true', 'contact.mayText': mayText }
      const { html } = await filer(world).check(asks)
      expect(html).toMatch(new RegExp(`有新消息时发短信</dt><dd class="typed">${says}</dd>`))
    },
  )

  /** A page without what differs by answer, unit, number or secret. */
  const bare = (html: string) =>
    (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
      .replace(/<section class="section no-print"[\s\S]*?<\/section>/, '')
      .replace(/<dl[\s\S]*?<\/dl>/g, '')
      // Before it is sent, only to the person who just wrote that they are in danger.
      .replace(/<p>(?:<b>现在没人看|现在有人值班).*?<\/p>/, '')
      .replace(/<input type="hidden"[^>]*>/g, '')
      .replace(/<p class="visually-hidden">.*?<\/p>/g, '')
      .replace(hashes, '#')
      .replace(/示例县[^<]*?(?:中心|委员会)/g, 'UNIT')
      .replace(/tel:[\d-]+|\d[\d-]{3,}|每天[^<]*|工作日[^<]*/g, '#')

  it('and the slip of a case in danger read like those of any case at the county, whatever its track', async () => {
    world = makeWorld(tuesday)
    const danger = { danger: true, 'contact.mayCall': true, category: 'family' }
    for (const track of ['mediation', 'consult']) {
      const pages = []
      for (const changes of [{ about: 'unknown' }, danger]) {
        const person = filer(world)
        const { html } = await person.check({ ...changes, track })
        const { html: slip } = await person.file({ ...changes, track })
        pages.push([bare(html), bare(slip)])
        for (const text of [bare(html), bare(slip)]) {
          expect(text).not.toMatch(/双方|再问对方|坐下来|tel:110|12338/)
          expect(text.length).toBeGreaterThan(800)
        }
      }
      expect(pages[1]).toEqual(pages[0])
    }
  })
})

describe('filing through the API', () => {
  it('answers 201 with the documented fields', async () => {
    world = makeWorld(tuesday)
    const answer = await postJson(world, '/api/v1/cases', {
      ...rightFiling,
      colour: 'red',
      contact: { mayCall: true, x: 1 },
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await answer.json()).toEqual({
      caseNumber: expect.stringMatching(/^2026-\d{6}$/),
      trackingCode: expect.stringMatching(/^\d{16}$/),
      status: 'filed',
      level: 'village',
      unit: '柳湾村人民调解委员会',
      filedAt: '2026-11-24T10:00:00+08:00',
      next: [{ what: '告诉您受不受理、由谁办', by: '2026-11-27' }],
      lastHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      ignored: ['colour', 'contact.x'],
    })
  })

  it('repeats the same 201 for the same key and fields, also concurrently, and answers 409 for other fields', async () => {
    const headers = { 'idempotency-key': 'key-0123456789abcdef' }
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => postJson(world, '/api/v1/cases', rightFiling, headers)),
    )
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201])
    expect(new Set(bodies).size).toBe(1)
    const sameAfterNormalising = { ...rightFiling, phone: '138 0000-0000', request: ' 请他家装水槽。　' }
    expect(await (await postJson(world, '/api/v1/cases', sameAfterNormalising, headers)).text()).toBe(
      bodies[0],
    )
    const other = await postJson(world, '/api/v1/cases', { ...rightFiling, request: '别的' }, headers)
    expect(other.status).toBe(409)
  })

  it('separates its idempotency keys from the tokens of the form', async () => {
    const token = 'ab'.repeat(16)
    const headers = { 'idempotency-key': token }
    const first = await (await postJson(world, '/api/v1/cases', rightFiling, headers)).text()
    const person = filer(world)
    await person.check()
    await person.send({ ...asForm(rightFiling), sendToken: token })
    expect((await person.post('/file/noted', {})).headers.get('location')).toBe('/track/#noted')
    const again = await postJson(world, '/api/v1/cases', rightFiling, headers)
    expect([again.status, await again.text()]).toEqual([201, first])
  })

  it('forgets an idempotency key after 24 hours', async () => {
    const headers = { 'idempotency-key': 'key-that-will-expire' }
    const first = await (await postJson(world, '/api/v1/cases', rightFiling, headers)).text()
    world.time.now += 24 * 3_600_000 - 1
    expect(await (await postJson(world, '/api/v1/cases', rightFiling, headers)).text()).toBe(first)
    world.time.now += 1
    const later = await postJson(world, '/api/v1/cases', { ...rightFiling, request: '别的' }, headers)
    expect(later.status).toBe(201)
  })

  it('files equal texts of two people as two cases', async () => {
    const [one, two] = [await file(world), await file(world)]
    expect(one.caseNumber).not.toBe(two.caseNumber)
  })
})

describe('the database after a filing', () => {
  it('contains no word a person wrote and no code, in any column', async () => {
    const { trackingCode } = await file(world, {
      title: '屋檐滴水',
      otherParty: '隔壁陈家',
      contact: { mayCall: true, when: '白天' },
    })
    const { results } = await world.db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
      )
      .all<{ name: string }>()
    const dump: string[] = []
    for (const { name } of results) {
      const rows = await world.db.prepare(`SELECT * FROM "${name}"`).all()
      for (const row of rows.results)
        for (const value of Object.values(row))
          dump.push(
            Array.isArray(value)
              ? new TextDecoder().decode(Uint8Array.from(value as number[]))
              : String(value),
          )
    }
    const text = dump.join('\n')
    for (const secret of [trackingCode, '隔壁', '水槽', '吴秀兰', '13800000000', '屋檐滴水', '陈家', '白天'])
      expect(text).not.toContain(secret)
  })

  it('finds a person only by keyed fingerprints', async () => {
    await file(world, { name: '李四', phone: '0551-6000-0000' })
    const hash = await world.ports.keys.mac('blind-phone', '055160000000')
    const row = await world.db
      .prepare('SELECT field, scope FROM blind_index WHERE hash = ?')
      .bind(hash)
      .first()
    expect(row).toEqual({ field: 'phone', scope: 'party:1' })
  })

  it('has case numbers of seven digits once a fifth of the year’s numbers is used', async () => {
    await world.db
      .prepare('INSERT OR REPLACE INTO case_year (year, filed) VALUES (?, 199999)')
      .bind(year())
      .run()
    const [sixth, seventh] = [await file(world), await file(world)]
    expect(sixth.caseNumber).toMatch(new RegExp(`^${year()}-\\d{6}$`))
    expect(seventh.caseNumber).toMatch(new RegExp(`^${year()}-\\d{7}$`))
  })

  it('gets another case number if the drawn one is taken', async () => {
    const first = await file(world)
    const digits = first.caseNumber.slice(5)
    const real = world.ports.random
    let rigged = true
    // The first filing drew code then six digits; rig the six digits once.
    world.ports.random = (bytes) => {
      if (bytes !== 6 || !rigged) return real(bytes)
      rigged = false
      return Uint8Array.from(digits, Number)
    }
    const second = await file(world)
    expect(rigged).toBe(false)
    expect(second.caseNumber).not.toBe(first.caseNumber)
  })
})
