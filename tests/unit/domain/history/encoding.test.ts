import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex } from '#domain/basics/hex.ts'
import {
  canonicalJson,
  type EncodedEvent,
  encodeEvent,
  genesis,
  hashEvent,
} from '#domain/history/encoding.ts'

// The two test vectors of docs/adr/0016-schema.md. They must never change.
const first: EncodedEvent = {
  caseId: '00112233445566778899aabbccddeeff',
  seq: 1,
  kind: 'filed',
  actor: 'party:1',
  at: 1_795_485_600_000,
  unit: 'qingshi-liuwan-committee',
  acting: '',
  data: '{"clocks":[{"days":3,"rule":"county-tell","workdays":true}]}',
  scope: 'record',
  sealed: Uint8Array.from({ length: 40 }, (_, index) => index),
  prev: genesis,
}

const vectors = [
  { event: first, hash: '43caac33a827a1463f62f7f944a03ecc60c9e062548c84323a5d5deddad6e029' },
  {
    event: {
      ...first,
      seq: 2,
      kind: 'accepted',
      actor: 'staff:wu',
      at: 1_795_572_000_000,
      acting: 'qingshi-liuwan-committee',
      data: '{}',
      scope: '',
      sealed: new Uint8Array(),
      prev: '43caac33a827a1463f62f7f944a03ecc60c9e062548c84323a5d5deddad6e029',
    },
    hash: '18552cd4ede464f567cf0818e1aa7b581b2aa30eb001a13d78c9959fd79fe07a',
  },
]

describe('the published event encoding', () => {
  it.each(vectors)('gives test vector $event.seq its published hash', async ({ event, hash }) => {
    expect(await hashEvent(event)).toBe(hash)
    expect(readFileSync('docs/adr/0016-schema.md', 'utf8')).toContain(hash)
  })

  it('starts with the version and a length', () => {
    expect(hex(encodeEvent(first)).slice(0, 10)).toBe('0200000020')
  })

  it('is what the ADR says, of any texts and numbers (property)', () => {
    // Also texts that UTF-8 cannot encode.
    const text = fc.string({ unit: 'binary', maxLength: 40 })
    const number = fc.maxSafeNat()
    const bytes = fc.uint8Array({ maxLength: 40 })
    const whole = (value: number) => {
      const written = Buffer.alloc(8)
      written.writeBigUInt64BE(BigInt(value))
      return written
    }
    const part = (field: Uint8Array) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(field.length)
      return [length, field]
    }
    fc.assert(
      fc.property(
        fc.tuple(text, text, text, text, text, text, text),
        number,
        number,
        bytes,
        (texts, seq, at, sealed) => {
          const [caseId, kind, actor, unit, acting, data, scope] = texts
          const prev = 'ab'.repeat(32)
          const fields = [Buffer.from(caseId), whole(seq), Buffer.from(kind), Buffer.from(actor), whole(at)]
          const more = [unit, acting, data, scope].map((field) => Buffer.from(field))
          const all = [...fields, ...more, sealed, Buffer.alloc(32, 0xab)].flatMap(part)
          const event = { caseId, seq, kind, actor, at, unit, acting, data, scope, sealed, prev }
          expect(hex(encodeEvent(event))).toBe(hex(Buffer.concat([Buffer.of(2), ...all])))
        },
      ),
    )
  })

  it('separates fields: a different split gives a different hash', async () => {
    expect(await hashEvent({ ...first, kind: 'file', actor: 'dparty:1' })).not.toBe(await hashEvent(first))
    expect(await hashEvent({ ...first, scope: '', data: `${first.data}record` })).not.toBe(
      await hashEvent(first),
    )
  })

  it.each<[string, object, string]>([
    ['keys sorted, no white space', { people: 3, matter: 'other' }, '{"matter":"other","people":3}'],
    [
      'nested keys sorted as well',
      { asks: { rule: 'petition-handle', days: 30 } },
      '{"asks":{"days":30,"rule":"petition-handle"}}',
    ],
    [
      'lists keep their order',
      { ways: ['b', 'a'], clocks: [{ rule: 'x', days: 1 }] },
      '{"clocks":[{"days":1,"rule":"x"}],"ways":["b","a"]}',
    ],
    [
      'undefined values left out',
      { matter: undefined, people: 0, bySecondReturn: false },
      '{"bySecondReturn":false,"people":0}',
    ],
    ['an empty object', {}, '{}'],
  ])('writes facts as canonical JSON: %s', (_, facts, text) => {
    expect(canonicalJson(facts)).toBe(text)
  })

  it('starts a chain with 64 zeros, the length of a hash', () => {
    expect(genesis).toMatch(/^0{64}$/)
  })

  it('writes the same JSON for any insertion order of the keys (property)', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
        const reversed = Object.fromEntries(Object.entries(facts).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(facts))
      }),
    )
  })
})
