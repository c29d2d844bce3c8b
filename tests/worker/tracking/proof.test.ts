import { beforeEach, describe, expect, it } from 'vitest'
import { inFours } from '#domain/basics/hex.ts'
import { sha256 } from '#domain/basics/sha256.ts'
import { genesis, hashEvent } from '#domain/history/encoding.ts'
import { actions, anchorPage, api, pages } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { createAnchorVerify } from '#store/anchors/verifying.ts'
import { connect } from '#store/client.ts'
import { caseEvent } from '#store/schema.ts'
import { closeDays } from '../../../functions/anchors/close-days.ts'
import { filer } from '../../support/filer.ts'
import { holder } from '../../support/holder.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { file, makeWorld, postJson, tuesday, type World } from '../../support/world.ts'

/** The published roots, and what who filed a case can prove with them. */

const hour = 3_600_000
let world: World
let { make, invited } = twoSides(makeWorld())
beforeEach(async () => {
  world = makeWorld(tuesday)
  ;({ make, invited } = twoSides(world))
  // Cases of other tests of this file are not in the way, but their histories may be broken.
  for (const trigger of [
    'cases_no_delete',
    'case_event_no_delete',
    'case_event_no_update',
    'anchor_day_no_delete',
  ])
    await world.db.prepare(`DROP TRIGGER IF EXISTS ${trigger}`).run()
  for (const table of ['cases', 'case_event', 'anchor_day', 'anchor_part'])
    await world.db.prepare(`DELETE FROM ${table}`).run()
})

interface Proof {
  day: string
  root: string
  head: string
  salt: string
  index: number
  path: string[]
}
interface Answer {
  state: string
  filedHash: string
  lastHash: string
  proof: Proof | null
}

const bytes = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
/** The root of a proof by the words of the API's document alone. */
const rootBy = async ({ salt, head, index, path }: Proof): Promise<string> => {
  let node = await sha256(bytes(`00${salt}${head}`))
  for (const [level, beside] of path.entries())
    node = await sha256(bytes((index >> level) % 2 === 1 ? `01${beside}${node}` : `01${node}${beside}`))
  return node
}

/** Lets the day end, and closes it. */
const nextDay = async () => {
  world.time.now += 24 * hour
  await closeDays(world.ports)
}
const roots = async (since = '') =>
  (await (await world.request(`${api.anchors}${since && `?since=${since}`}`)).json()) as {
    days: { day: string; root: string }[]
  }
const prove = async ({ trackingCode }: Pick<Filed, 'trackingCode'>) =>
  (await (await postJson(world, api.proof, { trackingCode })).json()) as Answer
const idOf = async ({ caseNumber }: Filed) => (await world.ports.store.openCase(caseNumber))?.record.id
const pageOf = (filed: Pick<Filed, 'trackingCode'>) => holder(world, filed).page(actions.trackProof)
const masked = (text: string) =>
  text
    .replaceAll(/\d{4}-\d{6}/g, '#')
    .replaceAll(/(?:[0-9a-f]{4} ?){16}|[0-9a-f]{32}/g, '#')
    .replaceAll(/index(&quot;|"):\d+/g, 'index#')

describe('a day', () => {
  it('is closed once, ten minutes after it ended, and never again', async () => {
    await file(world)
    await closeDays(world.ports)
    expect((await roots()).days.map(({ day }) => day)).toEqual(['2026-11-23'])
    world.time.now = Date.parse('2026-11-25T00:09:00+08:00')
    await closeDays(world.ports)
    expect((await roots()).days).toHaveLength(1)
    world.time.now += 2 * 60_000
    await closeDays(world.ports)
    const closed = await roots()
    expect(closed.days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24'])
    world.time.now += hour
    await closeDays(world.ports)
    expect(await roots()).toEqual(closed)
    expect(world.logged).toEqual([])
  })

  it('that was missed is closed as it ended, one a run, the first one first', async () => {
    const filed = await file(world)
    await nextDay()
    const before = await prove(filed)
    world.time.now += 3 * 24 * hour
    await make(filed, 'accepted', { subject: '滴水' })
    for (const days of [2, 3, 4, 4]) {
      await closeDays(world.ports)
      expect((await roots()).days).toHaveLength(days)
    }
    const after = await prove(filed)
    expect(after.proof).toMatchObject({ day: '2026-11-27', head: before.lastHash })
    expect(after.lastHash).not.toBe(before.lastHash)
  })

  it('that was closed in several runs has the root of one', async () => {
    const filed = await Promise.all(Array.from({ length: 12 }, () => file(world)))
    await nextDay()
    const whole = await roots()
    await world.db.prepare('DELETE FROM anchor_day').run()
    await world.db.prepare('DELETE FROM anchor_part').run()
    let runs = 0
    for (; runs < 16 && (await roots()).days.length === 0; runs += 1) await closeDays(world.ports, 1)
    expect(runs).toBeGreaterThan(1)
    expect(await roots()).toEqual(whole)
    for (const one of filed) expect((await prove(one)).state).toBe('locked')
  })

  it('that cannot be closed is logged by its kind, and stops nothing', async () => {
    const store = { ...world.ports.store, lastAnchor: () => Promise.reject(new TypeError('secret')) }
    await closeDays({ ...world.ports, store })
    expect(world.logged).toEqual([{ event: 'anchor', kind: 'TypeError' }])
  })
})

describe('who filed a case', () => {
  it('reads first that every step fits, and from the next day on that it is locked', async () => {
    const filed = await file(world)
    const before = await pageOf(filed)
    expect(before).toContain('每一步都接得上')
    expect(await prove(filed)).toMatchObject({ state: 'waiting', proof: null, filedHash: filed['lastHash'] })
    await nextDay()
    await make(filed, 'accepted', { subject: '滴水' })
    const answer = await prove(filed)
    const [published] = (await roots()).days
    expect(answer).toMatchObject({ state: 'locked', filedHash: filed['lastHash'], proof: published ?? {} })
    expect(answer.proof?.head).toBe(filed['lastHash'])
    expect(answer.proof && (await rootBy(answer.proof))).toBe(published?.root)
    const html = await pageOf(filed)
    expect(html).toContain('<b>对得上</b>')
    for (const hash of [answer.filedHash, answer.lastHash, published?.root ?? ''])
      expect(html.replaceAll(' ', '')).toContain(hash)
    const shown = JSON.parse(/\{&quot;day.*?\}/.exec(html)?.[0].replaceAll('&quot;', '"') ?? '') as Proof
    expect(await rootBy(shown)).toBe(published?.root)
  })

  it.each([
    ['a danger', { danger: true, contact: { mayCall: false }, about: 'none' }],
    ['staff of the town', { about: 'town-staff' }],
  ])('is shown the same where it is about %s', async (_, changes) => {
    const cases = [await file(world), await file(world, changes)]
    for (const days of [0, 1]) {
      if (days > 0) await nextDay()
      const [one = '', other = ''] = (await Promise.all(cases.map(pageOf))).map(masked)
      expect(other === one).toBe(true)
      const [plain, special] = await Promise.all(cases.map(prove))
      expect(special?.state).toBe(plain?.state)
    }
  })

  it('still proves it after the words of a person were erased', async () => {
    const { filed } = await invited()
    await world.db.prepare("DELETE FROM case_key WHERE scope = 'party:2'").run()
    await nextDay()
    expect((await prove(filed)).state).toBe('locked')
  })

  it('without a session is led to the code', async () => {
    expect((await world.request(actions.trackProof)).headers.get('location')).toMatch(/^\/track\//)
    expect((await postJson(world, api.proof, { trackingCode: '0000' })).status).toBe(422)
  })
})

it('the slip prints the hash of the filing, which the check shows, and the address without a code', async () => {
  const { html, code } = await filer(world).file()
  const { filedHash } = await prove({ trackingCode: code })
  const words = html.slice(html.indexOf('登记核对码'), html.indexOf('</aside>'))
  expect(words).toContain(inFours(filedHash))
  expect(words).toContain(new URL(pages.track.path, county.site.url).href)
  expect(words).not.toMatch(/[?#]/)
  expect(await pageOf({ trackingCode: code })).toContain(inFours(filedHash))
  for (const days of [1, 2]) {
    world.time.now += days * 24 * hour
    expect((await prove({ trackingCode: code })).filedHash).toBe(filedHash)
  }
})

describe('a hash that was written down', () => {
  const noted = async (filed: Filed, hash: string) => {
    const { trackingCode } = filed
    const answer = await postJson(world, api.proof, { trackingCode, hash })
    const html = await holder(world, filed).page(`${actions.trackProof}?hash=${encodeURIComponent(hash)}`)
    return { noted: ((await answer.json()) as { noted?: string }).noted, html }
  }

  it.each<[string, (hash: string) => string, string, string]>([
    ['whole', (hash) => hash, 'known', '对得上：这一串还在'],
    ['in groups', inFours, 'known', '对得上：这一串还在'],
    ['its first sixteen digits', (hash) => hash.slice(0, 16), 'known', '对得上：这一串还在'],
    [
      'as it is read',
      (hash) => hash.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'l'),
      'known',
      '还在',
    ],
    [
      'with one digit changed',
      (hash) => `${hash[0] === 'a' ? 'b' : 'a'}${hash.slice(1)}`,
      'unknown',
      '对不上：这件事',
    ],
    ['too short', (hash) => hash.slice(0, 15), 'unreadable', '至少填前面 16 个'],
    ['no hash', () => '柳湾村的那一张', 'unreadable', '至少填前面 16 个'],
    ['of thousands of signs', () => 'a'.repeat(5000), 'unreadable', '至少填前面 16 个'],
  ])('%s', async (_, change, result, words) => {
    const filed = await file(world)
    const typed = change(String(filed['lastHash']))
    const seen = await noted(filed, typed)
    expect(seen.noted).toBe(result)
    expect(seen.html).toContain(words)
  })

  it('is found in no other case, and not any more once the step was written again and closed into a later day', async () => {
    const [filed, other] = [await file(world), await file(world)]
    const hash = String(filed['lastHash'])
    expect((await noted(other, hash)).noted).toBe('unknown')
    await world.db
      .prepare('DELETE FROM case_event WHERE case_id = (SELECT id FROM cases WHERE number = ?)')
      .bind(other.caseNumber)
      .run()
    await nextDay()
    await rechain(({ seq }) => (seq === 1 ? { sealed: new Uint8Array(9) } : {}))
    expect(world.logged).toEqual([])
    await nextDay()
    const day = (await roots()).days.at(-1)?.day
    expect(world.logged).toEqual([{ event: 'anchor', kind: 'broken', day, case: await idOf(filed) }])
    await nextDay()
    expect(world.logged).toHaveLength(1)
    expect((await prove(filed)).state).toBe('locked')
    expect((await noted(filed, hash)).noted).toBe('unknown')
  })
})

it('the other side gets no proof, the same whatever happened in the case', async () => {
  const { filed, theirs } = await invited()
  await nextDay()
  const seen = async () => {
    const answer = await postJson(world, api.proof, { trackingCode: theirs.trackingCode })
    return [answer.status, await answer.text(), await pageOf(theirs)]
  }
  const before = await seen()
  expect(before[0]).toBe(409)
  await make(filed, 'noted', { reason: '内部记一笔' })
  await nextDay()
  expect(await seen()).toEqual(before)
  expect(before[2]).not.toContain('核对记录')
})

/** Rewrites the history of a case so that its chain fits again, as somebody with the database can. */
const rechain = async (change: (row: typeof caseEvent.$inferSelect) => object) => {
  const db = connect(world.db)
  const rows = await db.select().from(caseEvent)
  await db.delete(caseEvent)
  let prev = genesis
  for (const row of rows.sort((a, b) => a.seq - b.seq)) {
    const changed = { ...row, ...change(row), prev }
    const hash = await hashEvent({ ...changed, sealed: changed.sealed ?? new Uint8Array() })
    await db.insert(caseEvent).values({ ...changed, hash })
    prev = hash
  }
}

it('a case filed on a day that was closed while the clock was ahead waits for the next root, and is not called changed', async () => {
  await file(world)
  await nextDay()
  world.time.now -= 24 * hour
  const filed = await file(world)
  expect((await prove(filed)).state).toBe('waiting')
  expect(await createAnchorVerify(world.db, world.ports.keys)()).toEqual([])
  await nextDay()
  await nextDay()
  const [{ day } = { day: '' }] = (await roots()).days.slice(-1)
  expect(world.logged).toEqual([{ event: 'anchor', kind: 'late', day, case: await idOf(filed) }])
  expect((await prove(filed)).state).toBe('locked')
})

describe('what somebody with the database does', () => {
  const run = (sql: string) => () => world.db.prepare(sql).run()
  it.each<[string, () => Promise<unknown>]>([
    ['changes a fact', run("UPDATE case_event SET data = '{}' WHERE seq = 3")],
    ['changes sealed words', run("UPDATE case_event SET sealed = x'00' WHERE seq = 1")],
    ['changes a time', run('UPDATE case_event SET at = at - 1 WHERE seq = 3')],
    ['removes a step in the middle', run('DELETE FROM case_event WHERE seq = 2')],
    ['removes the last step', run('DELETE FROM case_event WHERE seq = 3')],
    [
      'writes the whole history again',
      () => rechain(({ seq }) => (seq === 3 ? { unit: 'qingshi-centre' } : {})),
    ],
    ['writes the filing again', () => rechain(({ seq }) => (seq === 1 ? { sealed: new Uint8Array(9) } : {}))],
    ['removes the leaf', run("UPDATE anchor_part SET leaves = x'' WHERE part >= 0")],
    [
      'removes the leaf with what it leads to',
      run("UPDATE anchor_part SET leaves = x'', nodes = zeroblob(length(nodes))"),
    ],
  ])('%s: the page and the check say so', async (_, tamper) => {
    const filed = await file(world)
    await make(filed, 'accepted', { subject: '滴水' })
    await nextDay()
    const check = createAnchorVerify(world.db, world.ports.keys)
    expect(await check()).toEqual([])
    expect((await prove(filed)).state).toBe('locked')
    await tamper()
    expect((await prove(filed)).state).toBe('broken')
    expect(await pageOf(filed)).toContain('<b>对不上</b>')
  })

  it.each<[string, () => Promise<unknown>]>([
    ['a case whose history was written again', () => rechain(({ seq }) => (seq === 3 ? { unit: 'x' } : {}))],
    ['a removed last step', run('DELETE FROM case_event WHERE seq = 3')],
    ['a removed case', run('DELETE FROM cases')],
    ['a removed leaf', run("UPDATE anchor_part SET leaves = x'' WHERE part >= 0")],
    ['another root of a part', run("UPDATE anchor_part SET root = replace(root, 'a', 'b') WHERE part >= 0")],
    ['another published root', run("UPDATE anchor_day SET root = replace(root, substr(root, 1, 1), 'x')")],
  ])('the check finds %s', async (_, tamper) => {
    await make(await file(world), 'accepted', { subject: '滴水' })
    await nextDay()
    await world.db.prepare('DROP TRIGGER IF EXISTS anchor_day_no_update').run()
    const check = createAnchorVerify(world.db, world.ports.keys)
    expect(await check()).toEqual([])
    await tamper()
    expect(await check()).not.toEqual([])
  })

  it('a step that was stored late, with a time of the closed day, takes nothing away', async () => {
    const filed = await file(world)
    await nextDay()
    world.time.now -= 24 * hour
    await make(filed, 'accepted', { subject: '滴水' })
    world.time.now += 24 * hour
    expect((await prove(filed)).state).toBe('locked')
    expect(await createAnchorVerify(world.db, world.ports.keys)()).toEqual([])
  })
})

/** What an attacker with a case of their own, every root and every proof of it, can hope to learn of others. */
describe('a proof tells of no other case', () => {
  const own = async (others: number) => {
    const filed = await file(world)
    for (let count = 0; count < others; count += 1) await file(world)
    return filed
  }

  it.each([0, 1, 30])('its size is the same beside %i others', async (others) => {
    const filed = await own(others)
    await nextDay()
    const { proof } = await prove(filed)
    expect(proof?.path).toHaveLength(22)
    expect(new Set(proof?.path).size).toBe(22)
  })

  it('nor does the page of the roots, the feed or the list', async () => {
    const seen = []
    for (const others of [0, 5]) {
      await own(others)
      await nextDay()
      const texts = [anchorPage.path, anchorPage.feed, api.anchors].map(async (path) =>
        (await world.request(path)).text(),
      )
      seen.push(masked((await Promise.all(texts)).join()).replaceAll(/2[45]/g, '##'))
      await world.db.prepare('DELETE FROM anchor_day').run()
    }
    expect(seen[1]?.length).toBe(seen[0]?.length)
  })

  it.each(['nothing', 'much'])(
    'of two days nothing is the same, where %s happened elsewhere',
    async (what) => {
      const filed = await own(4)
      await nextDay()
      const first = await prove(filed)
      if (what === 'much') await own(4)
      await nextDay()
      const second = await prove(filed)
      expect(second.proof?.head).toBe(first.proof?.head)
      for (const part of ['root', 'salt'] as const) expect(second.proof?.[part]).not.toBe(first.proof?.[part])
      expect(second.proof?.path.filter((node) => first.proof?.path.includes(node))).toEqual([])
    },
  )

  it('holds no id, no head and no salt of a case', async () => {
    const filed = await own(3)
    await nextDay()
    const text = JSON.stringify(await prove(filed)) + (await pageOf(filed))
    const { results } = await world.db
      .prepare('SELECT id, head_hash FROM cases WHERE number <> ?')
      .bind(filed.caseNumber)
      .all<{ id: string; head_hash: string }>()
    expect(results).toHaveLength(3)
    for (const { id, head_hash: head } of results) {
      expect(text).not.toContain(id)
      expect(text.replaceAll(' ', '')).not.toContain(head)
    }
  })
})

describe('the published roots', () => {
  it('are listed from a day on, shown newest first, and bounded', async () => {
    const insert = world.db.prepare('INSERT INTO anchor_day (day, root) VALUES (?, ?)')
    const days = Array.from({ length: 400 }, (_, index) =>
      new Date(Date.parse('2025-10-20') + index * 24 * hour).toISOString().slice(0, 10),
    )
    await world.db.batch(days.map((day, index) => insert.bind(day, index.toString(16).padStart(64, '0'))))
    expect((await roots()).days.map(({ day }) => day)).toEqual(days.filter((day) => day >= '2026-10-24'))
    expect((await roots('2025-01-01')).days.map(({ day }) => day)).toEqual(days.slice(0, 366))
    expect((await roots('2026-11-22')).days.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-23'])
    for (const path of [anchorPage.path, anchorPage.feed]) {
      const text = (await (await world.request(path)).text()).replaceAll(' ', '')
      const shown = [...text.matchAll(/0{58}[0-9a-f]{6}/g)].map(([root]) => root)
      const wanted = (await roots()).days.map(({ root }) => root).reverse()
      expect([...new Set(shown)]).toEqual(wanted)
    }
  })

  it.each(['x', '2026-13-01', '2026-02-30', "' OR 1", ''])('since=%s is no day', async (since) => {
    const answer = await world.request(`${api.anchors}?since=${encodeURIComponent(since)}`)
    expect(answer.status).toBe(422)
  })
})
