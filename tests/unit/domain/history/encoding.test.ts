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
