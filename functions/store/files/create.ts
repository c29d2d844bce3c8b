import type { D1Database } from '@cloudflare/workers-types'
import { incomingLife } from '#domain/basics/bounds.ts'
import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'
import { fail, ok } from '#domain/basics/result.ts'
import { type Keys, sealingKey } from '#keys'
import type { FileBox, FileStore } from '#store/ports/files.ts'
import { places } from './places.ts'
import { openStream, sealedLength, sealedRange, sealStream } from './seal.ts'
import { objectsOf, sweepDue } from './sweep.ts'

/**
 * The bytes of a body, and whether it was the sender who failed: they broke off, or sent fewer or more bytes than they
 * announced. Otherwise it was the box that did not take them.
 */
const watched = (body: ReadableStream<Uint8Array>, length: number) => {
  const state = { broken: false }
  const source = async function* () {
    let counted = 0
    try {
      for await (const bytes of body) {
        counted += bytes.length
        state.broken = counted > length
        yield bytes
      }
      state.broken = counted !== length
    } catch (error) {
      state.broken = true
      throw error
    }
  }
  return { state, source }
}

const ownerSql = 'SELECT case_id FROM case_file WHERE id = ?1'

/** Reads a stream of a known length into one buffer. */
const wholeOf = async (stream: ReadableStream<Uint8Array>, length: number) => {
  const whole = new Uint8Array(length)
  let at = 0
  for await (const bytes of stream) {
    whole.set(bytes, at)
    at += bytes.length
  }
  return whole
}

/** Makes the store of files over a database, which has the row of each, and a box of objects. */
export const createFileStore = (d1: D1Database, keys: Keys, random: Random, box: FileBox): FileStore => {
  const context = (caseId: string, id: string) => `file/${caseId}/${id}`

  const end = async (id: string, stored: boolean) => {
    // A case may have the file although the answer of the database was lost.
    const rows = stored ? [] : (await d1.prepare(ownerSql).bind(id).all<{ case_id: string }>()).results
    const owned = stored || rows.some(({ case_id: caseId }) => caseId !== '')
    await box.delete(owned ? objectsOf(id).slice(0, 1) : objectsOf(id))
    // The row of a stored file stays: it says when the file goes.
    if (!owned) await d1.prepare("DELETE FROM case_file WHERE id = ?1 AND case_id = ''").bind(id).run()
  }

  return {
    async receive(body, length, now) {
      const id = hex(random(16))
      const name = `in/${id}`
      const key = await sealingKey(random(32))
      await d1
        .prepare("INSERT INTO case_file (id, case_id, scope, kind, due_at) VALUES (?1, '', '', '', ?2)")
        .bind(id, now + incomingLife)
        .run()
      const { state, source } = watched(body, length)
      try {
        await box.put(name, sealStream(keys, key, source(), length, name), sealedLength(length))
      } catch (error) {
        await end(id, false)
        if (state.broken) return fail('brokenOff')
        throw error
      }
      return ok({
        id,
        read: async () => {
          const sealed = await box.get(name, 0, sealedLength(length))
          if (!sealed) throw new Error('an upload is gone')
          return wholeOf(openStream(key, sealed, length, name, 0, length), length)
        },
        end: (stored) => end(id, stored),
      })
    },

    inTurn: places(),

    async keep(id, stored, scope, { parts, size }) {
      const key = await stored.keys.of(scope)
      if (!key) return false
      await box.put(id, sealStream(keys, key, parts, size, context(stored.record.id, id)), sealedLength(size))
      return true
    },

    async open({ record, keys: caseKeys }, { id, size, scope }, from, to) {
      const key = await caseKeys.of(scope)
      const range = sealedRange(size, from, to)
      const sealed = key && (await box.get(id, range.from, range.length))
      return key && sealed ? openStream(key, sealed, size, context(record.id, id), from, to) : null
    },

    sweep: (now) => sweepDue(d1, box, now),
  }
}
