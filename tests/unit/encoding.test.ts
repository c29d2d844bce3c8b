import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  type EncodedEvent,
  encodeEvent,
  genesis,
  hashEvent,
  hex,
} from '../../functions/domain/encoding.ts'

// The two vectors of docs/adr/0004-history.md. They may never change.
const first: EncodedEvent = {
  caseId: '00112233445566778899aabbccddeeff',
  seq: 1,
  kind: 'filed',
  actor: 'party:1',
  at: 1_795_485_600_000,
  unit: 'qingshi-liuwan-committee',
  data: '{"clocks":[{"days":3,"rule":"county-tell","workdays":true}]}',
  scope: 'record',
  sealed: Uint8Array.from({ length: 40 }, (_, index) => index),
  prev: genesis,
}

const vectors = [
  { event: first, hash: '19fc87630fedd5977df20b7a0ad480a6458b1b601d48a19f39daa65e11388f60' },
  {
    event: {
      ...first,
      seq: 2,
      kind: 'accepted',
      actor: 'console',
      at: 1_795_572_000_000,
      data: '{}',
      scope: '',
      sealed: new Uint8Array(),
      prev: '19fc87630fedd5977df20b7a0ad480a6458b1b601d48a19f39daa65e11388f60',
    },
    hash: '4891129e834d33a3e17d9d84a345462d71fee19d0dbd59fc5a8d3967d3e3dec7',
  },
]

describe('the published encoding', () => {
  it.each(vectors)('hashes vector $event.seq', async ({ event, hash }) => {
    expect(await hashEvent(event)).toBe(hash)
    expect(readFileSync('docs/adr/0004-history.md', 'utf8')).toContain(hash)
  })

  it('begins with the version and a length', () => {
    expect(hex(encodeEvent(first)).slice(0, 10)).toBe('0100000020')
  })

  it('moves nothing between fields: another split is another hash', async () => {
    expect(await hashEvent({ ...first, kind: 'file', actor: 'dparty:1' })).not.toBe(await hashEvent(first))
    expect(await hashEvent({ ...first, scope: '', data: `${first.data}record` })).not.toBe(
      await hashEvent(first),
    )
  })

  it('writes facts in one way, whatever the order they were made in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
        const reversed = Object.fromEntries(Object.entries(facts).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(facts))
      }),
    )
  })
})
