import { beforeEach, describe, expect, it } from 'vitest'
import { lengths, readSpan } from '#domain/basics/bounds.ts'
import { startOfDay } from '#domain/basics/time.ts'
import type { Bytes } from '#domain/evidence/bytes.ts'
import { casePath, evidencePath, fileBytesPath, filePath, filesPath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { fileForm, jpegWith, m4a, mark, pdf, segment, small } from '../../support/evidence.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { countUnsealed } from '../../support/unsealing.ts'
import { cookieOf, file, postForm, postJson, rightFiling } from '../../support/world.ts'

/** Files of a case at its desk: seen, named, listed, added; and by whom they are never seen. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld()
  for (const table of ['case_listing', 'staff_session', 'staff_user', 'case_file'])
    await world.db.prepare(`DELETE FROM ${table}`).run()
})

const village = 'qingshi-liuwan-committee'
const photo = jpegWith([segment(0xfe, new TextEncoder().encode(mark))])

const at = async (unit: string, role: Who['role'] = 'handler') => {
  const who = await signInAs(world, { unit, role })
  const visit = visitDesk(world, who.cookie)
  return { ...visit, ...who, text: async (path: string) => (await visit.get(path)).text() }
}
type Visit = Awaited<ReturnType<typeof at>>

/** A file of the holder of a code. */
const given = async (
  { trackingCode }: { trackingCode: string },
  bytes: Bytes = photo,
  caption = '东墙的裂缝',
): Promise<string> => {
  const form = fileForm({ trackingCode, caption }, bytes)
  const answer = await world.request(api.files, { method: 'POST', ...form })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

const right = { source: 'record', caption: '现场拍的院墙', audience: 'mediator', sure: 'true' }

/** Staff put a file to a case by the form. */
const put = async (
  by: Visit,
  number: string,
  texts: Record<string, string> = right,
  bytes: Bytes = photo,
) => {
  const form = fileForm(texts, bytes, bytes.length > 0 ? 'a.jpg' : '')
  return world.desk(filesPath(number), {
    method: 'POST',
    body: form.body,
    headers: { ...form.headers, cookie: by.cookie, 'sec-fetch-site': 'same-origin' },
  })
}

const track = async ({ trackingCode }: { trackingCode: string }) =>
  (await (await postJson(world, api.track, { trackingCode })).json()) as {
    files: { id: string; from: string }[]
    turn: string
  }

describe('a file of the holder', () => {
  it('is on the page of the case, and waits on Today until somebody answers', async () => {
    const filed = await file(world)
    const { caseNumber: number } = filed
    const handler = await at(village)
    await moveCase(world.ports, { number, kind: 'accepted', by: 'console', input: { subject: '裂缝' } })
    const id = await given(filed)
    const html = await handler.text(casePath(number))
    expect(html).toContain('材料（1）')
    expect(html).toContain(`<a href="${filePath(number, id)}">东墙的裂缝</a>`)
    expect(html).toContain('申请人来话了，还没有回')
    expect(await handler.text('/desk/')).toContain('申请人来话了')
    await moveCase(world.ports, { number, kind: 'message', by: 'console', input: { message: '看到了' } })
    expect(await handler.text(casePath(number))).not.toContain('还没有回')
    expect((await track(filed)).turn).toBe('desk')
  })

  it('is shown in large under a policy of its own, and each look is in the log', async () => {
    const filed = await file(world)
    const { caseNumber: number } = filed
    const id = await given(filed)
    const handler = await at(village)
    const page = await handler.get(filePath(number, id))
    expect(page.headers.get('content-security-policy')).toContain("media-src 'self'")
    const html = await page.text()
    expect(html).toContain(`src="${fileBytesPath(number, id)}"`)
    expect(html).toMatch(/<span class="typed">[0-9a-f]{64}</)
    const bytes = await handler.get(fileBytesPath(number, id))
    expect(bytes.headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    )
    expect(new TextDecoder('latin1').decode(await bytes.arrayBuffer())).not.toContain(mark)
    expect((await handler.get(evidencePath(number))).status).toBe(200)
    const { results } = await world.db
      .prepare('SELECT kind FROM read_log WHERE staff = ? ORDER BY kind')
      .bind(handler.id)
      .all()
    // The bytes on the page are the same look as the page.
    expect(results.map(({ kind }) => kind)).toEqual(['open', 'print'])
  })

  it('is shown without unsealing what else was written', async () => {
    const filed = await file(world)
    const { caseNumber: number, trackingCode } = filed
    const id = await given(filed)
    const handler = await at(village)
    const unsealed = await countUnsealed()
    const costs = async () => {
      const made = []
      for (const path of [filePath(number, id), fileBytesPath(number, id), evidencePath(number)]) {
        unsealed.mockClear()
        expect((await handler.get(path)).status).toBe(200)
        made.push(unsealed.mock.calls.length)
      }
      return made
    }
    const [page = 0, bytes = 0, list = 0] = await costs()
    for (const text of ['一', '二', '三']) await postJson(world, api.messages, { trackingCode, text })
    await given(filed, m4a(), '她说的话')
    // The list has the caption of one more file.
    expect(await costs()).toEqual([page, bytes, list + 1])
    expect(list).toBeGreaterThan(0)
    unsealed.mockRestore()
  })

  it('played part by part is one read in ten minutes of a day, for each who does', async () => {
    world = makeDeskWorld('2026-11-24T23:40:00+08:00')
    const filed = await file(world)
    const path = fileBytesPath(filed.caseNumber, await given(filed, m4a()))
    const [one, other] = [await at(village), await at(village)]
    const play = async (by: typeof one) => {
      for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=20-'])
        expect((await by.get(path, { range })).status).toBe(206)
    }
    const reads = async () => {
      const ofCase = '(SELECT id FROM cases WHERE number = ?)'
      const log = world.db.prepare(`SELECT staff FROM read_log WHERE case_id = ${ofCase} ORDER BY id`)
      const { results } = await log.bind(filed.caseNumber).all()
      return results.map(({ staff }) => staff)
    }
    await play(one)
    await play(other)
    expect(await reads()).toEqual([one.id, other.id])
    world.time.now += readSpan
    await play(one)
    expect((await reads()).length).toBe(2)
    world.time.now += 1
    await play(one)
    expect((await reads()).length).toBe(3)
    world.time.now = startOfDay('2026-11-25') - 1
    await play(one)
    expect((await reads()).length).toBe(3)
    // The holder is told which unit read the case on which day.
    world.time.now += 1
    await play(one)
    expect((await reads()).length).toBe(4)
  })

  it.each([
    ['sound is played', m4a(), '<audio controls'],
    ['a PDF is only saved, with a warning', pdf(), '里面的链接还在'],
  ] as const)('%s', async (_, bytes, text) => {
    const filed = await file(world)
    const id = await given(filed, bytes)
    const handler = await at(village)
    expect(await handler.text(filePath(filed.caseNumber, id))).toContain(text)
  })

  it('gets the fact it shows, which the printed list has; the last one counts', async () => {
    const filed = await file(world)
    const { caseNumber: number } = filed
    const id = await given(filed)
    const handler = await at(village)
    const say = (fact: string) => handler.post(filePath(number, id), { fact })
    expect((await say('')).status).toBe(422)
    expect((await say('字'.repeat(lengths.fact + 1))).status).toBe(422)
    expect((await say('墙裂了')).status).toBe(303)
    expect((await say('墙从上到下裂开，宽一指')).status).toBe(303)
    for (const path of [casePath(number), filePath(number, id), evidencePath(number)])
      expect(await handler.text(path)).toContain('墙从上到下裂开，宽一指')
    const list = await handler.text(evidencePath(number))
    expect(list).toContain('证据清单')
    expect(list).not.toContain('证明：墙裂了')
    expect(list).toContain(`申请人：${rightFiling.name}`)
    const { results } = await world.db.prepare('SELECT * FROM case_event').all()
    expect(JSON.stringify(results)).not.toContain('墙裂了')
  })
})

it('the printed list counts its files through, has lines to write on, and is signed part by part', async () => {
  const filed = await file(world)
  const { caseNumber: number } = filed
  const handler = await at(village)
  await given(filed)
  await given(filed, photo, '')
  await put(handler, number)
  const list = await handler.text(evidencePath(number))
  const [, first = '', second = ''] = list.split('<section')
  expect([...list.matchAll(/<li>(\d)．/g)].map(([, count]) => count)).toEqual(['1', '2', '3'])
  expect(first).toMatch(/证明：<span class="to-write"><\/span>/)
  expect(first).toMatch(/提交人（签名）：<span class="to-write">.*接收人（签名）：<span class="to-write">/)
  expect(first).not.toContain('照片（照片')
  expect(second).toContain('制作人（签名）')
  expect(second).not.toContain('提交人')
})

describe('a file of staff', () => {
  it('that was not taken names every question, the file among them, and says that it is chosen anew', async () => {
    const { caseNumber: number } = await file(world)
    const answer = await put(await at(village), number, { audience: 'mediator' }, new Uint8Array())
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const text of ['请选这份材料从哪里来的', '请写一写这是什么', 'href="#file"', '文件要再选一次'])
      expect(html).toContain(text)
    expect(html).not.toContain('没有丢')
  })

  it('made by them is in the record, and not the holder’s', async () => {
    const filed = await file(world)
    const { caseNumber: number } = filed
    const handler = await at(village)
    expect(await handler.text(filesPath(number))).toContain('没有偷拍偷录')
    const answer = await put(handler, number)
    expect(answer.status).toBe(303)
    expect(await handler.text(answer.headers.get('location') ?? '')).toContain('办案单位做的')
    expect(await handler.text(evidencePath(number))).toContain('办案单位做的、调来的')
    expect((await track(filed)).files).toEqual([])
    const id = answer.headers.get('location')?.split('/').at(-1)
    expect((await postJson(world, api.readFile, { trackingCode: filed.trackingCode, id })).status).toBe(404)
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode: filed.trackingCode }))
    expect((await world.request(`${actions.trackFiles}/${id}/content`, { headers: { cookie } })).status).toBe(
      404,
    )
  })

  it('handed over by the complainant is theirs too', async () => {
    const filed = await file(world)
    const handler = await at(village)
    expect((await put(handler, filed.caseNumber, { ...right, source: 'party' })).status).toBe(303)
    const [only] = (await track(filed)).files
    expect(only?.from).not.toBe('您')
    expect(
      (await postJson(world, api.readFile, { trackingCode: filed.trackingCode, id: only?.id })).status,
    ).toBe(200)
  })

  it.each([
    ['that nobody vouched for', { ...right, sure: '' }, photo, '偷拍偷录'],
    ['without a name', { ...right, caption: '' }, photo, '请写一写这是什么'],
    ['from nowhere', { ...right, source: 'elsewhere' }, photo, '请选这份材料从哪里来的'],
    ['of another kind', right, new TextEncoder().encode('PK\x03\x04'), 'Word'],
  ] as const)('%s is not taken, and the words stay', async (_, texts, bytes, text) => {
    const { caseNumber } = await file(world)
    const handler = await at(village)
    const answer = await put(handler, caseNumber, texts, bytes)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(text)
    expect(html).toContain(`value="${texts.caption}"`)
  })

  it('is taken from the script of the form, which first asks whether the rest is right', async () => {
    const { caseNumber } = await file(world)
    const script = { accept: 'application/json' }
    const handler = await at(village)
    const path = filesPath(caseNumber)
    const ask = async (by: Visit, to: string, texts: Record<string, string>) => {
      const answer = await postForm({ request: world.desk }, to, texts, { ...script, cookie: by.cookie })
      const { errors = [] } = (await answer.json()) as { errors?: { field: string }[] }
      return [answer.status, ...errors.map(({ field }) => field)]
    }
    expect(await ask(handler, path, { audience: 'mediator' })).toEqual([422, 'source', 'caption', 'sure'])
    expect(await ask(handler, path, right)).toEqual([422, 'file'])
    const form = fileForm(right, photo)
    const headers = { ...form.headers, ...script, cookie: handler.cookie, 'sec-fetch-site': 'same-origin' }
    const stored = await world.desk(path, { method: 'POST', body: form.body, headers })
    expect(stored.status).toBe(201)
    const { path: page } = (await stored.json()) as { path: string }
    expect(await handler.text(page)).toContain(right.caption)
    // A case that this person may not see is answered like one that does not exist.
    const stranger = await at('shili-petition')
    for (const number of [caseNumber, '2026-000000'])
      expect(await ask(stranger, filesPath(number), right)).toEqual([404])
  })

  it('is never recorded: the page has no recorder and no microphone', async () => {
    const { caseNumber } = await file(world)
    const page = await (await at(village)).get(filesPath(caseNumber))
    expect(page.headers.get('permissions-policy')).toContain('microphone=()')
    expect(page.headers.get('content-security-policy')).not.toContain('blob:')
    expect(await page.text()).not.toContain('recorder')
  })

  it('is not kept of somebody who is erased while it is sealed', async () => {
    const { caseNumber: number } = await file(world)
    const handler = await at(village)
    const names = async () => (await world.bucket.list()).objects.map(({ key }) => key)
    const before = await names()
    const { files } = world.ports
    const { keep } = files
    files.keep = async (...given) => {
      const kept = await keep(...given)
      const erasures = { add: async () => undefined, all: async () => [] }
      expect((await erasePerson({ ...world.ports, erasures }, number, 1)).ok).toBe(true)
      return kept
    }
    const answer = await put(handler, number, { ...right, source: 'party' })
    expect(answer.status).toBe(409)
    expect(await names()).toEqual(before)
    const rows = await world.db.prepare('SELECT * FROM case_file').all()
    expect(rows.results).toEqual([])
    const stored = await world.ports.store.openCase(number)
    expect(stored?.events.map(({ kind }) => kind)).not.toContain('file-recorded')
  })

  it('is not taken from another site', async () => {
    const { caseNumber } = await file(world)
    const { cookie } = await at(village)
    const form = fileForm(right, photo)
    const answer = await world.desk(filesPath(caseNumber), {
      method: 'POST',
      body: form.body,
      headers: { ...form.headers, cookie, 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('who never sees a file', () => {
  /** What a person is answered on every path of a file, and on a post to each. */
  const answers = async (by: Visit, number: string, id: string) => [
    (await by.get(filesPath(number))).status,
    (await by.get(filePath(number, id))).status,
    (await by.get(fileBytesPath(number, id))).status,
    (await by.get(evidencePath(number))).status,
    (await by.post(filePath(number, id), { fact: '' })).status,
    (await put(by, number)).status,
  ]
  const none = [404, 404, 404, 404, 404, 404]
  const recuse = async (by: Visit, number: string) => {
    const input = { staff: by.id, reason: '他是我舅舅' }
    const done = await moveCase(world.ports, { number, kind: 'recusal-recorded', by: 'console', input })
    if (!done.ok) throw new Error(done.error)
  }

  it.each<[string, string, Who['role'], Record<string, unknown>]>([
    ['another village', 'qingshi-songping-committee', 'handler', {}],
    ['an admin', 'qingshi-centre', 'admin', {}],
    ['the village of somebody in danger', village, 'handler', { danger: true, contact: { mayCall: false } }],
    ['the village of a complaint about its cadre', village, 'lead', { about: 'village-cadre' }],
    ['the town of a complaint about its staff', 'qingshi-committee', 'lead', { about: 'town-staff' }],
  ])('%s', async (_, unit, role, filing) => {
    const filed = await file(world, filing)
    const id = await given(filed)
    const by = await at(unit, role)
    expect(await answers(by, filed.caseNumber, id)).toEqual(none)
  })

  it('a member of staff who must keep out of the case', async () => {
    const filed = await file(world)
    await moveCase(world.ports, {
      number: filed.caseNumber,
      kind: 'accepted',
      by: 'console',
      input: { subject: '墙' },
    })
    const id = await given(filed)
    const by = await at(village)
    expect((await by.get(fileBytesPath(filed.caseNumber, id))).status).toBe(200)
    await recuse(by, filed.caseNumber)
    expect(await answers(by, filed.caseNumber, id)).toEqual(none)
  })

  it('the handler of another case, under its number', async () => {
    const [one, other] = [await file(world), await file(world)]
    const id = await given(one, small.png)
    const by = await at(village)
    expect((await by.get(fileBytesPath(other.caseNumber, id))).status).toBe(404)
    expect((await by.get(filePath(other.caseNumber, id))).status).toBe(404)
    expect((await by.post(filePath(other.caseNumber, id), { fact: '墙裂了' })).status).toBe(404)
    const kinds = (await world.ports.store.openCase(other.caseNumber))?.events.map(({ kind }) => kind)
    expect(kinds).not.toContain('file-fact')
  })
})
