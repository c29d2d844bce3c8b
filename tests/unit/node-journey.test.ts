import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { day, minute } from '#domain/basics/bounds.ts'
import { cleanFile } from '#domain/evidence/clean.ts'
import * as calls from '../generated/client/index.ts'
import { done } from '../support/client.ts'
import { exif, jpegWith, mark, segment } from '../support/evidence.ts'
import { nodeClient } from '../support/node-app.ts'

/** rules.md R54: what the holder of a code can do, played on Node with the client made from the OpenAPI document. */

const files = 'tests/.output/files-journey'
const notices = JSON.stringify({ since: '2026-01-01T00:00:00+08:00', holders: { by: 'local' } })

const logged: Record<string, unknown>[] = []
const start = Date.now()
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void logged.push(JSON.parse(line)))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.setSystemTime(start)
})

const onNode = () => nodeClient({ files, notices })
const wait = (time: number) => vi.setSystemTime(Date.now() + time)

it('on Node, a case is filed, written to, shown a photograph, urged, settled, told of, rated and copied', async () => {
  const { client, schedule, file, move } = onNode()
  const { caseNumber, trackingCode } = await file()
  const track = () => done(calls.followCase({ client, body: { trackingCode } }))
  await done(calls.writeMessage({ client, body: { trackingCode, text: '雨又漏进来了。' } }))

  const taken = jpegWith([segment(0xe1, exif(6)), segment(0xfe, new TextEncoder().encode(mark))])
  const photo = { trackingCode, file: new Blob([taken]), caption: '东墙' }
  const { id, size } = await done(calls.addFile({ client, body: photo }))
  const cleaned = cleanFile(taken)
  const kept = cleaned.ok && Buffer.concat(cleaned.value.parts)
  const read = await done(calls.readFile({ client, body: { trackingCode, id } }))
  expect(Buffer.from(await read.arrayBuffer())).toEqual(kept)
  // The folder holds it sealed: longer, and without the start that every JPEG has.
  const sealed = readFileSync(`${files}/${id}`)
  expect([sealed.length > size, sealed.includes(mark), sealed.includes('JFIF')]).toEqual([true, false, false])

  const urge = () => calls.urgeDesk({ client, body: { trackingCode } })
  expect((await urge()).error?.status).toBe(409)
  const [clock] = (await track()).clocks
  const [from, to] = [clock?.startedAt, clock?.dueAt].map((instant) => Date.parse(instant ?? ''))
  // Whole days, so that it is no hour of the night.
  wait(Math.ceil(((to ?? 0) - (from ?? 0)) / 2 / day) * day)
  expect((await done(urge())).units).toHaveLength(1)
  expect((await urge()).error?.status).toBe(409)

  await move(caseNumber, 'accepted', { subject: '屋檐滴水', message: '收到了，周六来看。' })
  wait(10 * minute)
  await schedule()
  expect(logged.filter(({ event }) => event === 'notice')).toEqual([
    { event: 'notice', kind: 'local', text: '您有新消息，请用查询码查看。六尺巷 example.invalid' },
    { event: 'notice', kind: 'sent', to: 'holder', id: expect.any(String) },
  ])
  await move(caseNumber, 'mediating')
  await move(caseNumber, 'settled')
  const rating = { result: 'solved', treated: 5, text: '来了三趟' } as const
  await done(calls.rateCase({ client, body: { trackingCode, ...rating } }))

  const copy = await done(calls.copyCase({ client, body: { trackingCode } }))
  expect(copy).toMatchObject({ ...(await track()), files: [{ id, caption: '东墙' }], ratings: [rating] })
  expect([copy.status, copy.messages.map(({ text }) => text).sort()]).toEqual([
    'settled',
    ['收到了，周六来看。', '雨又漏进来了。'].sort(),
  ])
})

it('on Node, a case is withdrawn a week after its holder asked, unless they take it back', async () => {
  const { client, schedule, file } = onNode()
  const codes = [await file(), await file()].map(({ trackingCode }) => trackingCode)
  for (const trackingCode of codes)
    await done(calls.withdrawCase({ client, body: { trackingCode, confirm: true } }))
  const [, kept = ''] = codes
  await done(calls.withdrawCase({ client, body: { trackingCode: kept, cancel: true } }))
  const statuses = () =>
    Promise.all(
      codes.map(
        async (code) => (await done(calls.followCase({ client, body: { trackingCode: code } }))).status,
      ),
    )
  await schedule()
  expect(await statuses()).toEqual(['filed', 'filed'])
  wait(8 * day)
  await schedule()
  expect(await statuses()).toEqual(['withdrawn', 'filed'])
})
