import { createHash, createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as onNode from '../../functions/crypto/node.ts'
import * as onWeb from '../../functions/crypto/web.ts'

/** The operations of both platforms give the same results, and those of their standards. */

const bytes = (limits: { minLength?: number; maxLength?: number }) =>
  fc.uint8Array(limits).map((drawn) => Uint8Array.from(drawn))
const exactly = (length: number) => bytes({ minLength: length, maxLength: length })
// Also texts that UTF-8 cannot encode: both replace half a character.
const text = fc.string({ unit: 'binary', maxLength: 200 })
const both = [onNode, onWeb] as const
const makers = [
  ['node', onNode, onWeb],
  ['web', onWeb, onNode],
] as const

describe('hashes and derived bytes', () => {
  it('digest and sha256 are SHA-256, of few bytes and of many', async () => {
    const many = new Uint8Array(300_000).fill(7)
    await fc.assert(
      fc.asyncProperty(bytes({ maxLength: 200 }), async (data) => {
        const expected = new Uint8Array(createHash('sha256').update(data).digest())
        for (const { digest, sha256 } of both) {
          expect(await digest(data)).toEqual(expected)
          expect(await sha256(data)).toBe(Buffer.from(expected).toString('hex'))
        }
      }),
      { examples: [[new Uint8Array()], [many]], numRuns: 50 },
    )
  })

  it('derive is HKDF-SHA-256', async () => {
    await fc.assert(
      fc.asyncProperty(exactly(32), text, text, async (secret, salt, info) => {
        const expected = new Uint8Array(hkdfSync('sha256', secret, salt, info, 32))
        for (const { derive } of both) expect(await derive(secret, salt, info)).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })

  it('mac is HMAC-SHA-256', async () => {
    await fc.assert(
      fc.asyncProperty(exactly(32), text, async (key, message) => {
        const expected = createHmac('sha256', key).update(message).digest('hex')
        for (const { mac, macKey } of both) expect(await mac(await macKey(key), message)).toBe(expected)
      }),
      { examples: [[new Uint8Array(32), '']], numRuns: 50 },
    )
  })

  it.each(makers)('results of %s have their memory to themselves', async (_, { digest, derive }) => {
    const key = new Uint8Array(32)
    for (const made of [await digest(key), await derive(key, '', '')])
      expect([made.constructor, made.byteLength, made.buffer.byteLength]).toEqual([Uint8Array, 32, 32])
  })
})

describe.each(makers)('what %s seals', (_, sealing, opening) => {
  const drawn = [exactly(32), exactly(12), bytes({ maxLength: 300 }), text] as const

  it('is opened by both, and is the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(...drawn, async (raw, nonce, plain, context) => {
        const key = await sealing.sealingKey(raw)
        const sealed = await sealing.encrypt(key, nonce, plain, context)
        expect(sealed).toHaveLength(12 + plain.length + 16)
        expect(sealed.slice(0, 12)).toEqual(nonce)
        const other = await opening.sealingKey(raw)
        expect(await opening.encrypt(other, nonce, plain, context)).toEqual(sealed)
        expect(await sealing.decrypt(key, sealed, context)).toEqual(plain)
        expect(await opening.decrypt(other, sealed, context)).toEqual(plain)
      }),
      { examples: [[new Uint8Array(32), new Uint8Array(12), new Uint8Array(), '']], numRuns: 50 },
    )
  })

  it('does not open when anything of it is changed', async () => {
    const [raw, nonce, plain] = [new Uint8Array(32), new Uint8Array(12), new Uint8Array([1, 2, 3])]
    const key = await sealing.sealingKey(raw)
    const sealed = await sealing.encrypt(key, nonce, plain, 'context')
    const flipped = (data: Uint8Array, at: number) => data.map((byte, i) => (i === at ? byte ^ 1 : byte))
    for (const { decrypt, sealingKey } of both) {
      const own = await sealingKey(raw)
      for (let at = 0; at < sealed.length; at += 1)
        expect(await decrypt(own, flipped(sealed, at), 'context')).toBeNull()
      expect(await decrypt(own, sealed, 'other')).toBeNull()
      expect(await decrypt(await sealingKey(flipped(raw, 0)), sealed, 'context')).toBeNull()
      for (let length = 0; length < sealed.length; length += 1)
        expect(await decrypt(own, sealed.slice(0, length), 'context'), `${length}`).toBeNull()
    }
  })
})
