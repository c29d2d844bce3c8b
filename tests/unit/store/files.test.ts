import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { incomingLife } from '#domain/basics/bounds.ts'
import { makeKeys, openWith, type SealingKey, sealingKey } from '#keys'
import { createFileStore } from '#store/files/create.ts'
import { places } from '#store/files/places.ts'
import { openStream, sealedLength, sealedRange, sealStream } from '#store/files/seal.ts'
import type { StoredCase } from '#store/ports/case.ts'
import type { FileBox } from '#store/ports/files.ts'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { folderBox } from '../../../functions/file-folder.ts'

/** Files on Node: sealed in pieces, kept in a folder, swept by their rows. */

const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const keys = makeKeys({ masterKey: random(32), codePepper: random(32) }, random)
const now = Date.parse('2026-11-24T10:00:00+08:00')
const piece = 65_536

const read = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const bytes of stream) pieces.push(bytes.slice())
  return Buffer.concat(pieces)
}
const streamOf = (...pieces: Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const one of pieces) controller.enqueue(one)
      controller.close()
    },
  })

describe('sealing in pieces', () => {
  let key: SealingKey
  beforeAll(async () => {
    key = await sealingKey(random(32))
  })
  const bytes = random(2 * piece + 1_000)
  const seal = async (plain: Uint8Array, context = 'one') =>
    new Uint8Array(await read(sealStream(keys, key, [plain], plain.length, context)))
  const open = (sealed: Uint8Array, size: number, from = 0, to = size, context = 'one') => {
    const range = sealedRange(size, from, to)
    const part = sealed.slice(range.from, range.from + range.length)
    return read(openStream(key, streamOf(part), size, context, from, to))
  }

  it.each([0, 1, piece - 1, piece, piece + 1, 3 * piece])('gives back %i bytes', async (size) => {
    const plain = new Uint8Array(size).fill(7)
    const sealed = await seal(plain)
    expect(sealed.length).toBe(sealedLength(size))
    if (size > 0) expect((await open(sealed, size)).equals(Buffer.from(plain))).toBe(true)
  })

  it('gives back any range, whatever the pieces it comes in', async () => {
    const sealed = await seal(bytes)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: bytes.length }),
        async (from, length) => {
          const to = Math.min(bytes.length, from + length)
          expect(
            (await open(sealed, bytes.length, from, to)).equals(Buffer.from(bytes.slice(from, to))),
          ).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })

  const width = piece + 28
  it.each<[string, (sealed: Uint8Array) => Uint8Array]>([
    ['cut inside a piece', (sealed) => sealed.slice(0, -1)],
    ['cut between pieces', (sealed) => sealed.slice(0, width)],
    ['emptied', () => new Uint8Array()],
    ['changed in one bit', (sealed) => sealed.with(width + 40, (sealed[width + 40] ?? 0) ^ 1)],
    [
      'put in another order',
      (sealed) => {
        const swapped = sealed.slice()
        swapped.set(sealed.slice(width, 2 * width))
        swapped.set(sealed.slice(0, width), width)
        return swapped
      },
    ],
  ])('does not open what was %s', async (_, change) => {
    await expect(open(change(await seal(bytes)), bytes.length)).rejects.toThrow()
  })

  it('does not open as a shorter file, or as another', async () => {
    const sealed = await seal(bytes)
    await expect(open(sealed, 2 * piece)).rejects.toThrow()
    await expect(open(sealed, bytes.length, 0, 10, 'other')).rejects.toThrow()
    expect(await openWith(key, sealed.slice(0, width), 'one')).toBeNull()
  })
})

describe('the store of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const database = new DatabaseSync(':memory:')
  for (const name of readdirSync('migrations').sort())
    if (name.endsWith('.sql')) database.exec(readFileSync(`migrations/${name}`, 'utf8'))
  const store = createFileStore(d1FromSqlite(database), keys, random, folderBox(folder))
  const left = () => ({
    rows: database.prepare('SELECT count(*) AS n FROM case_file').get()?.['n'],
    objects: readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
      .length,
  })
  const nothing = { rows: 0, objects: 0 }
  const bytes = random(100_000)
  const stored = {
    record: { id: 'c1' },
    keys: { of: async () => sealingKey(new Uint8Array(32)) },
  } as unknown as StoredCase

  it('keeps a file and gives it back', async () => {
    const incoming = await store.receive(streamOf(bytes.slice(0, 7), bytes.slice(7)), bytes.length, now)
    if (!incoming.ok) throw new Error('not taken')
    const { id, read: whole, end } = incoming.value
    expect(Buffer.from(await whole()).equals(Buffer.from(bytes))).toBe(true)
    const size = bytes.length
    expect(await store.keep(id, stored, 'party:1', { parts: [bytes], size })).toBe(true)
    await end(true)
    const opened = await store.open(stored, { id, size, scope: 'party:1' }, 10, 90_000)
    expect(opened && (await read(opened)).equals(Buffer.from(bytes.slice(10, 90_000)))).toBe(true)
    expect(left()).toEqual({ rows: 1, objects: 1 })
    await end(false)
    expect(left()).toEqual(nothing)
    expect(await store.open(stored, { id, size, scope: 'party:1' }, 0, 1)).toBeNull()
  })

  it('keeps a file that its case has, though nobody heard so', async () => {
    const incoming = await store.receive(streamOf(bytes), bytes.length, now)
    if (!incoming.ok) throw new Error('not taken')
    const { id, end } = incoming.value
    await store.keep(id, stored, 'party:1', { parts: [bytes], size: bytes.length })
    database.prepare("UPDATE case_file SET case_id = 'c1' WHERE id = ?").run(id)
    await end(false)
    expect(left()).toEqual({ rows: 1, objects: 1 })
    expect(await store.open(stored, { id, size: bytes.length, scope: 'party:1' }, 0, 1)).not.toBeNull()
    database.prepare("UPDATE case_file SET case_id = '' WHERE id = ?").run(id)
    await end(false)
    expect(left()).toEqual(nothing)
  })

  it('keeps nothing of somebody whose key is gone', async () => {
    const erased = { ...stored, keys: { of: async () => null } } as unknown as StoredCase
    const part = { parts: [bytes], size: bytes.length }
    expect(await store.keep('0'.repeat(32), erased, 'party:1', part)).toBe(false)
    expect(left()).toEqual(nothing)
  })

  it('stores nothing readable', async () => {
    const words = new TextEncoder().encode('不要给人看'.repeat(50))
    const incoming = await store.receive(streamOf(words), words.length, now)
    const [file] = readdirSync(join(folder, 'in'))
    expect(readFileSync(join(folder, 'in', file ?? '')).includes(Buffer.from('不要'))).toBe(false)
    if (incoming.ok) await incoming.value.end(false)
    expect(left()).toEqual(nothing)
  })

  it.each([0, 1, 65_536, 99_999])('an upload cut after %i bytes leaves nothing', async (at) => {
    const cut = await store.receive(streamOf(bytes.slice(0, at)), bytes.length, now)
    expect(cut).toEqual({ ok: false, error: 'brokenOff' })
    expect(left()).toEqual(nothing)
  })

  it.each([0, 1])(
    'a box that takes %i pieces and fails is no fault of the sender, and leaves nothing',
    async (taken) => {
      const full: FileBox = {
        ...folderBox(folder),
        async put(_, body) {
          const reader = body.getReader()
          for (let piecesRead = 0; piecesRead < taken; piecesRead += 1) await reader.read()
          await reader.cancel()
          throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
        },
      }
      const failing = createFileStore(d1FromSqlite(database), keys, random, full)
      await expect(failing.receive(streamOf(bytes), bytes.length, now)).rejects.toThrow('no space left')
      expect(left()).toEqual(nothing)
    },
  )

  it('an upload that is longer than announced leaves nothing', async () => {
    expect((await store.receive(streamOf(bytes), 99_999, now)).ok).toBe(false)
    expect(left()).toEqual(nothing)
  })

  it('an upload whose sender goes away leaves nothing', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 10))
        controller.error(new Error('gone'))
      },
    })
    expect((await store.receive(body, bytes.length, now)).ok).toBe(false)
    expect(left()).toEqual(nothing)
  })

  it('an upload that was left behind is swept after some hours, and a strange file is not touched', async () => {
    await store.receive(streamOf(bytes), bytes.length, now)
    writeFileSync(join(folder, 'note'), 'mine')
    // What a process leaves that ends while an object comes.
    const { id } = database.prepare('SELECT id FROM case_file').get() as { id: string }
    for (const name of [`in/${id}.part`, `${id}.part`]) writeFileSync(join(folder, name), 'half')
    expect(await store.sweep(now + incomingLife - 1)).toBe(0)
    expect(await store.sweep(now + incomingLife)).toBe(1)
    expect(left()).toEqual({ rows: 0, objects: 1 })
  })
})

describe('places', () => {
  it('lets no more work run than there are, and says so when none becomes free', async () => {
    const inTurn = places(2, 200)
    let running = 0
    let most = 0
    const work = (time: number) =>
      inTurn(async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setTimeout(resolve, time))
        running -= 1
      })
    const ends = await Promise.all([work(150), work(600), work(600), work(10)])
    expect(most).toBe(2)
    expect(ends.filter(({ ok }) => !ok).length).toBe(1)
    await expect(inTurn(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault')
    expect((await inTurn(async () => 1)).ok).toBe(true)
  })
})

it('a place that is never given back counts as lost once four have been turned away', async () => {
  const inTurn = places(1, 0)
  void inTurn(() => new Promise(() => undefined))
  for (let left = 4; left > 0; left -= 1)
    expect(await inTurn(async () => 1)).toEqual({ ok: false, error: 'busy' })
  expect(await inTurn(async () => 1)).toEqual({ ok: true, value: 1 })
})
