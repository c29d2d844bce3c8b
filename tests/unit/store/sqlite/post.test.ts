import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatOutcomes, pile, reader, readOutcomes } from '#store/sqlite/post.ts'
import type { Command, Outcome } from '#store/sqlite/run.ts'

/** What goes between the threads arrives as it was given, whatever the texts and values. */

/** As a message to another thread. */
const sent = <T>(message: T): T => {
  const { port1, port2 } = new MessageChannel()
  port1.postMessage(message)
  const received = receiveMessageOnPort(port2)?.message as T
  port1.close()
  return received
}

const bytes = fc
  .tuple(fc.uint8Array({ maxLength: 40 }), fc.nat(10))
  // A part of a larger array, as buffers of a pool are.
  .map(([array, from]) => array.subarray(Math.min(from, array.length)))
const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.integer(), fc.constant(null), bytes)
const command = fc.record({
  sql: fc.oneof(fc.constantFrom('SELECT 1', 'SELECT ?', ''), fc.string()),
  values: fc.array(value, { maxLength: 5 }),
})
const pieces = fc.array(fc.array(command, { maxLength: 5 }), { maxLength: 5 })

const plain = (commands: Command[]) =>
  commands.map(({ sql, values }) => ({
    sql,
    values: values.map((one) => (one instanceof Uint8Array ? [...one] : one)),
  }))

describe('statements', () => {
  it('arrive as they were given, message after message', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 4 }), (messages) => {
        const asked = pile()
        const read = reader()
        let piece = 0
        for (const message of messages) {
          const first = piece
          for (const commands of message) {
            asked.add(piece, commands)
            piece += 1
          }
          const got = read(sent(asked.take()))
          expect(got.map((one) => one.piece)).toEqual(message.map((_, index) => first + index))
          expect(got.map(({ commands }) => plain(commands))).toEqual(message.map(plain))
        }
      }),
    )
  })

  it('send a text once, and the bytes without the pool that they are part of', () => {
    const asked = pile()
    const text = `INSERT INTO p VALUES (${'?, '.repeat(200)}?)`
    const pool = new Uint8Array(65_536).fill(7)
    const sizes = [1, 2].map((piece) => {
      asked.add(piece, [{ sql: text, values: [pool.subarray(3, 6), 'x'] }])
      const taken = asked.take()
      expect(taken.bytes.buffer.byteLength).toBe(3)
      return JSON.stringify(taken.flat).length
    })
    expect(sizes[0]).toBeGreaterThan(text.length)
    expect(sizes[1]).toBeLessThan(30)
  })

  it('of more texts than are remembered still arrive', () => {
    const asked = pile()
    const read = reader()
    const texts = Array.from({ length: 1_200 }, (_, index) => `SELECT ${index % 600}`)
    const got = texts.flatMap((sql) => {
      asked.add(1, [{ sql, values: [] }])
      return read(sent(asked.take())).flatMap(({ commands }) => commands.map((one) => one.sql))
    })
    expect(got).toEqual(texts)
  })
})

it('outcomes arrive as they were', () => {
  const outcomes: Outcome[] = [
    { columns: [], rows: [], changes: 3, lastRow: 7 },
    { columns: ['a', 'b'], rows: [], changes: 0, lastRow: 7 },
    { columns: ['a'], rows: [['x'], [null], [new Uint8Array([1, 2])]], changes: 1, lastRow: 8 },
  ]
  expect(readOutcomes(sent(flatOutcomes(outcomes)))).toEqual(outcomes)
  expect(readOutcomes(flatOutcomes([]))).toEqual([])
})
