import { createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { macLabels, makeKeys } from '#keys'

const secrets = { masterKey: new Uint8Array(32).fill(1), codePepper: new Uint8Array(32).fill(2) }
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const keys = makeKeys(secrets, random)

describe('fingerprints', () => {
  it.each(macLabels)('under %s are HMACs by the key of that label', async (label) => {
    const secret = label.startsWith('blind-') ? secrets.masterKey : secrets.codePepper
    const key = new Uint8Array(hkdfSync('sha256', secret, '', `liuchixiang/${label}`, 32))
    for (const text of ['', '吴秀兰 🏘'])
      expect(await keys.mac(label, text)).toBe(createHmac('sha256', key).update(text).digest('hex'))
  })

  it('differ by label and by secret', async () => {
    const macs = await Promise.all(macLabels.map((label) => keys.mac(label, 'x')))
    expect(new Set(macs).size).toBe(macLabels.length)
    const others = makeKeys({ ...secrets, masterKey: new Uint8Array(32) }, random)
    expect(await others.mac('blind-name', 'x')).not.toBe(await keys.mac('blind-name', 'x'))
    expect(await others.mac('tracking-code', 'x')).toBe(await keys.mac('tracking-code', 'x'))
  })
})

describe('sealed values', () => {
  const plain = new Uint8Array([1, 2, 3])

  it('open under their label and context only', async () => {
    const sealed = await keys.seal('case-key', plain, 'c')
    expect(await keys.open('case-key', sealed, 'c')).toEqual(plain)
    expect(await keys.open('case-key', sealed, 'd')).toBeNull()
    expect(await keys.open('log-reason', sealed, 'c')).toBeNull()
    expect(await keys.open('case-key', sealed.slice(0, 5), 'c')).toBeNull()
  })

  it('never repeat', async () => {
    const sealed = await Promise.all([1, 2, 3].map(() => keys.seal('case-key', plain, 'c')))
    expect(new Set(sealed.map(String)).size).toBe(3)
  })
})
