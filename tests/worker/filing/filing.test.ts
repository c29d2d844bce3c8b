import { beforeEach, describe, expect, it } from 'vitest'
import { codeFault } from '#domain/filing/tracking-code.ts'
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

const formOf = (filing: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(filing).map(([name, value]) => [name, String(value)]))

describe('filing through the form', () => {
  it('goes from check page to slip, which shows the code only until it is confirmed', async () => {
    world = makeWorld(tuesday)
    const before = await countCases()
    const check = await postForm(world, '/file/check', rightFiling)
    expect(check.status).toBe(200)
    const html = await check.text()
    expect(html).toContain('核对一下')
    expect(html).toContain(rightFiling.narrative)
    expect(await countCases()).toBe(before)

    const fields = { ...formOf(rightFiling), sendToken: sendTokenOf(html) }
    const sent = await postForm(world, '/file/send', fields)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/file/done'])
    const cookie = cookieOf(sent)
    expect(cookie).toMatch(/^__Host-done-cookie=/)
    expect(sent.headers.get('set-cookie')).toMatch(/HttpOnly.*Secure|Secure.*HttpOnly/)

    const done = await world.request('/file/done', { headers: { cookie } })
    const slip = await done.text()
    const code = [...slip.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
    expect(codeFault(code)).toBeNull()
    expect(slip).toMatch(/案件编号 <b class="no-break">2026-\d{6}<\/b>\u3000打电话问/)
    expect(slip).toContain('11 月 27 日（周五）前')
    expect(slip).toContain('柳湾村人民调解委员会')
    expect(slip).toContain('诉讼时效')

    const noted = await postForm(world, '/file/noted', {}, { cookie })
    expect([noted.status, noted.headers.get('location')]).toEqual([303, '/track/'])
    expect(noted.headers.get('set-cookie')).toContain('Max-Age=0')

    // Sent again after confirming: a notice, nothing stored, no code shown.
    const again = await postForm(world, '/file/send', fields)
    expect(again.status).toBe(200)
    const text = await again.text()
    expect(text).toContain('已经提交过了')
    expect(text).not.toContain(code.slice(0, 4))
    expect(await countCases()).toBe(before + 1)
  })

  it('gives the same code for a double or repeated submission', async () => {
    const html = await (await postForm(world, '/file/check', rightFiling)).text()
    const fields = { ...formOf(rightFiling), sendToken: sendTokenOf(html) }
    const answers = await Promise.all([1, 2, 3].map(() => postForm(world, '/file/send', fields)))
    const slips = await Promise.all(
      answers.map(async (answer) => {
        const page = await world.request('/file/done', { headers: { cookie: cookieOf(answer) } })
        return [...(await page.text()).matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
      }),
    )
    expect(new Set(slips).size).toBe(1)
    expect(slips[0]).toHaveLength(16)
  })

  it('answers 409 on the check page if a used token comes with other answers', async () => {
    const html = await (await postForm(world, '/file/check', rightFiling)).text()
    const fields = { ...formOf(rightFiling), sendToken: sendTokenOf(html) }
    await postForm(world, '/file/send', fields)
    const changed = await postForm(world, '/file/send', { ...fields, request: '请他道歉。' })
    expect(changed.status).toBe(409)
    const page = await changed.text()
    expect(page).toContain('请他道歉。')
    expect(sendTokenOf(page)).not.toBe(fields.sendToken)
  })

  it('shows the check page again for a missing or forged token, and stores nothing', async () => {
    const before = await countCases()
    for (const sendToken of ['', 'abc', 'g'.repeat(32)]) {
      const answer = await postForm(world, '/file/send', { ...formOf(rightFiling), sendToken })
      expect(answer.status).toBe(422)
      expect(sendTokenOf(await answer.text())).toMatch(/^[0-9a-f]{32}$/)
    }
    expect(await countCases()).toBe(before)
  })

  it('keeps every answer on the way back from the check page to the form', async () => {
    const answer = await postForm(world, '/file/check', { ...formOf(rightFiling), edit: 'narrative' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(`\n${rightFiling.narrative}</textarea>`)
    expect(html).toContain('value="13800000000"')
    expect(html).not.toContain('role="alert"')
  })

  it('survives a connection cut after the commit: the next send gets the same case', async () => {
    const html = await (await postForm(world, '/file/check', rightFiling)).text()
    const fields = { ...formOf(rightFiling), sendToken: sendTokenOf(html) }
    const before = await countCases()
    world.counted.after.call = () => {
      throw new Error('connection lost')
    }
    const lost = await postForm(world, '/file/send', fields)
    expect(lost.status).toBe(503)
    // The answers are shown again with the same token, so sending again is safe.
    const page = await lost.text()
    expect(page).toContain('这次没有交上去')
    expect(page).toContain(rightFiling.narrative)
    expect(sendTokenOf(page)).toBe(fields.sendToken)
    world.counted.after.call = () => {}
    expect((await postForm(world, '/file/send', fields)).status).toBe(303)
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

  it('confirms only the code on the screen when two tabs share one cookie', async () => {
    const send = async (changes = {}) => {
      const html = await (await postForm(world, '/file/check', { ...rightFiling, ...changes })).text()
      const fields = { ...formOf({ ...rightFiling, ...changes }), sendToken: sendTokenOf(html) }
      const cookie = cookieOf(await postForm(world, '/file/send', fields))
      const slip = await (await world.request('/file/done', { headers: { cookie } })).text()
      return { cookie, number: /name="caseNumber" value="([\d-]+)"/.exec(slip)?.[1] ?? '' }
    }
    const first = await send()
    const second = await send({ request: '别的' })
    const stale = await postForm(
      world,
      '/file/noted',
      { caseNumber: first.number },
      { cookie: second.cookie },
    )
    expect([stale.status, stale.headers.get('location')]).toEqual([303, '/file/done'])
    const shown = () => world.request('/file/done', { headers: { cookie: second.cookie } })
    expect((await shown()).status).toBe(200)
    await postForm(world, '/file/noted', { caseNumber: second.number }, { cookie: second.cookie })
    // A saved cookie opens nothing once the code was confirmed.
    expect((await shown()).status).toBe(303)
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

  it('shows two numbers outside the county if the case is about county staff', async () => {
    const about = { ...rightFiling, about: 'county-staff' }
    const check = await (await postForm(world, '/file/check', about)).text()
    const cookie = cookieOf(
      await postForm(world, '/file/send', { ...formOf(about), sendToken: sendTokenOf(check) }),
    )
    const slip = await (await world.request('/file/done', { headers: { cookie } })).text()
    for (const html of [check, slip]) expect(html).toMatch(/tel:12345[\s\S]*tel:12388/)
  })

  it('shows no code without its cookie, or with a changed or old one', async () => {
    const html = await (await postForm(world, '/file/check', rightFiling)).text()
    const sent = await postForm(world, '/file/send', { ...formOf(rightFiling), sendToken: sendTokenOf(html) })
    const cookie = cookieOf(sent)
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
    const cookie = cookieOf(await postForm(world, '/file/send', { ...formOf(rightFiling), sendToken: token }))
    await postForm(world, '/file/noted', {}, { cookie })
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
