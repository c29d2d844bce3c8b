import { beforeEach, describe, expect, it } from 'vitest'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { actions, api } from '#domain/routes/site.ts'
import { fileForm, jpegWith } from '../../support/evidence.ts'
import { holder } from '../../support/holder.ts'
import { drawing, moveOn, rate } from '../../support/rating.ts'
import { file, makeWorld, postForm, postJson, rightFiling, tuesday, type World } from '../../support/world.ts'

/** A copy of the case: all that its holder gave and was told, after the code was entered once more, and nothing else. */

let world: World
beforeEach(async () => {
  world = makeWorld(tuesday)
  await world.db.prepare('DELETE FROM guess_mark').run()
})

const given = [rightFiling.narrative, rightFiling.request, rightFiling.name, rightFiling.phone]
/** A case with more messages and steps than a page shows, a note of the desk, and another person. */
const long = async (filing: Record<string, unknown> = {}) => {
  const filed = await file(world, { ...filing, otherParty: '隔壁陈家' })
  await moveOn(world, filed, [['accepted', { subject: '滴水', message: '收到了' }]])
  for (let count = 0; count < 14; count += 1)
    await moveOn(world, filed, [['message', { message: `第 ${count} 句` }]])
  await holder(world, filed).call(api.messages, { text: '昨夜又漏了。' })
  await moveOn(world, filed, [
    ['noted', { reason: '内部的话' }],
    ['party', { otherName: '陈大山' }],
    ['mediating'],
    ['settled', { message: '谈成了。' }],
  ])
  await rate(drawing(world, false), filed, { result: 'partly', treated: 4, text: '墙没有补' })
  return filed
}
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const copyOf = async (
  { trackingCode }: { trackingCode: string },
  filed: Awaited<ReturnType<typeof file>>,
) => {
  const answer = await holder(world, filed).post(actions.trackCopy, { trackingCode })
  return { answer, main: mainOf(await answer.text()) }
}

describe('a copy', () => {
  it('names the files that were given, with what they were called', async () => {
    const filed = await file(world)
    const form = fileForm({ trackingCode: filed.trackingCode, caption: '东墙的裂缝' }, jpegWith([]))
    const added = await world.request(api.files, { method: 'POST', body: form.body, headers: form.headers })
    expect(added.status).toBe(201)
    expect((await copyOf(filed, filed)).main).toContain('东墙的裂缝')
    const copy = (await (await holder(world, filed).call(api.copy)).json()) as { files: object[] }
    expect(copy.files).toMatchObject([{ kind: 'jpeg', from: '您', caption: '东墙的裂缝' }])
  })

  it('has every message and step, the filing and the rating, on the page and in the answer of the API', async () => {
    const filed = await long()
    const { answer, main } = await copyOf(filed, filed)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const json = await holder(world, filed).call(api.copy)
    expect(json.headers.get('cache-control')).toBe('no-store')
    const text = await json.text()
    const words = [...given, '隔壁陈家', '第 0 句', '第 13 句', '昨夜又漏了。', '谈成了。', '墙没有补']
    for (const word of words) {
      expect(main, word).toContain(word)
      expect(text, word).toContain(word)
    }
    const copy = JSON.parse(text) as {
      messages: unknown[]
      timeline: unknown[]
      more: unknown
      ratings: unknown[]
    }
    expect(copy).toMatchObject({
      more: null,
      filedAt: '2026-11-24T10:00:00+08:00',
      ratings: [{ period: 'end', result: 'partly', treated: 4, text: '墙没有补' }],
    })
    // What the page of the case says of time limits and of the history is in the copy as well.
    const { clocks, lastHash } = JSON.parse(text) as { clocks: { name: string }[]; lastHash: string }
    expect(clocks.length).toBeGreaterThan(0)
    for (const { name } of clocks) expect(main).toMatch(new RegExp(`期限<[\\s\\S]*${name}：`))
    expect(main.replaceAll(/<[^>]*>|\s/g, '')).toContain(lastHash)
    expect(copy.messages).toHaveLength(17)
    for (const hidden of ['内部的话', '陈大山']) {
      expect(main).not.toContain(hidden)
      expect(text).not.toContain(hidden)
    }
  })

  it('is not shown by the session alone, a wrong code or the code of another case', async () => {
    const [filed, other] = [await file(world), await file(world)]
    const by = holder(world, filed)
    const shown = [mainOf(await by.page(actions.trackCopy))]
    for (const code of ['', makeTrackingCode(world.ports.random), other.trackingCode]) {
      const { answer, main } = await copyOf({ trackingCode: code }, filed)
      expect(answer.status).toBe(422)
      shown.push(main)
    }
    // Whoever finds the slip has the code, but no session of this browser.
    const without = await postForm(world, actions.trackCopy, { trackingCode: filed.trackingCode })
    expect(without.status).toBe(403)
    shown.push(mainOf(await without.text()))
    for (const main of shown) for (const word of given) expect(main).not.toContain(word)
    const unknown = { trackingCode: makeTrackingCode(world.ports.random) }
    expect((await postJson(world, api.copy, unknown)).status).toBe(404)
  })

  it('says nothing of danger or of the person complained of', async () => {
    const seen = []
    const start = world.time.now
    for (const filing of [
      { about: 'town-staff' },
      { danger: true, contact: { mayCall: false, when: '中午' } },
      { danger: true, contact: {}, about: 'village-cadre' },
    ]) {
      world.time.now = start
      const filed = await file(world, { category: 'family', ...filing })
      await moveOn(world, filed, [['accepted', { subject: '一件事', message: '收到了' }]])
      const json = await (await holder(world, filed).call(api.copy)).text()
      seen.push(
        [(await copyOf(filed, filed)).main, json].map((text) =>
          text.replaceAll(/\d{4}-\d{6}/g, '#').replaceAll(/[0-9a-f]{64}/g, '#'),
        ),
      )
    }
    expect(seen[0]?.join('')).toContain(rightFiling.narrative)
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })
})
