import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { macLabels, makeKeys } from '#keys'
import { nodeKeys } from '../../functions/node-keys.ts'

const secrets = { masterKey: new Uint8Array(32).fill(1), codePepper: new Uint8Array(32).fill(2) }
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const [onNode, onWorkers] = [nodeKeys(secrets, random), makeKeys(secrets, random)]

describe('fingerprints made by node:crypto', () => {
  it.each(macLabels)('are those of WebCrypto under the label %s', async (label) => {
    // Also texts that UTF-8 cannot encode: both replace half a character.
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect(await onNode.mac(label, text)).toBe(await onWorkers.mac(label, text))
      }),
      { numRuns: 20, examples: [[''], ['\ud800'], ['吴秀兰 🏘']] },
    )
  })

  it('differ by label and by secret', async () => {
    const macs = await Promise.all(macLabels.map((label) => onNode.mac(label, 'x')))
    expect(new Set(macs).size).toBe(macLabels.length)
    const others = nodeKeys({ ...secrets, masterKey: new Uint8Array(32) }, random)
    expect(await others.mac('blind-name', 'x')).not.toBe(await onNode.mac('blind-name', 'x'))
    expect(await others.mac('tracking-code', 'x')).toBe(await onNode.mac('tracking-code', 'x'))
  })

  it('leave sealing as it is: what one seals, the other opens', async () => {
    const plain = new Uint8Array([1, 2, 3])
    expect(await onWorkers.open('case-key', await onNode.seal('case-key', plain, 'c'), 'c')).toEqual(plain)
  })
})
