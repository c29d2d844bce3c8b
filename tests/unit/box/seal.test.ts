import { describe, expect, it } from 'vitest'
import { makeBackupKeys, readPrivateKey, readPublicKey } from '../../../functions/box/backup/keys.ts'
import {
  DamagedBackup,
  headerLength,
  newSession,
  open,
  pieceLength,
  seal,
  sessionOf,
} from '../../../functions/box/backup/seal.ts'

const pair = () => {
  const { privateText, publicText } = makeBackupKeys()
  const [privateKey, receiver] = [readPrivateKey(privateText), readPublicKey(publicText)]
  if (!privateKey || !receiver) throw new Error('keys')
  return { privateKey, receiver }
}
const { privateKey, receiver } = pair()

async function* chunked(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const whole = async (source: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
const sealed = (plain: Buffer) => whole(seal(newSession(receiver), chunked(plain, 70_001)))
const opened = async (bytes: Buffer, key = privateKey) => {
  const session = sessionOf(bytes.subarray(0, headerLength), key)
  return session.ok
    ? whole(open(session.value, chunked(bytes.subarray(headerLength), 65_536)))
    : session.error
}

const text = Buffer.alloc(2 * pieceLength + 100, '六尺巷')
const tag = 16
const piece = pieceLength + tag

describe('a sealed backup', () => {
  it.each([0, 1, pieceLength - 1, pieceLength, pieceLength + 1, 2 * pieceLength, 2 * pieceLength + 100])(
    'of %i bytes opens to the same bytes',
    async (length) => {
      const plain = text.subarray(0, length)
      expect((await opened(await sealed(plain))).toString('hex')).toBe(plain.toString('hex'))
    },
  )

  it('says that it was made for another key', async () => {
    expect(await opened(await sealed(text), pair().privateKey)).toBe('otherKey')
  })

  it('has no two equal pieces, and no two backups have', async () => {
    const bytes = await sealed(Buffer.alloc(2 * pieceLength))
    const pieces = [0, 1].map((index) => bytes.subarray(headerLength + index * piece).subarray(0, piece))
    expect(pieces[0]?.equals(pieces[1] as Buffer)).toBe(false)
    expect((await sealed(Buffer.alloc(2 * pieceLength))).equals(bytes)).toBe(false)
  })

  const at = (index: number) => headerLength + index * piece
  const flipped = (offset: number) => (bytes: Buffer) => {
    const changed = Buffer.from(bytes)
    changed[offset] = (changed[offset] ?? 0) ^ 1
    return changed
  }
  const without = (from: number, to: number) => (bytes: Buffer) =>
    Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['the public key of the backup', flipped(headerLength - 2)],
    ['the first byte of the first piece', flipped(at(0))],
    ['the tag of the first piece', flipped(at(1) - 1)],
    ['a middle piece', flipped(at(1) + 5000)],
    ['the last piece', flipped(at(2) + 50)],
    ['the tag of the last piece', flipped(at(2) + 100 + tag - 1)],
    ['a cut in the middle of a piece', (bytes) => bytes.subarray(0, at(1) + 777)],
    ['a cut at the end of a piece', (bytes) => bytes.subarray(0, at(2))],
    ['a cut after the header', (bytes) => bytes.subarray(0, headerLength)],
    ['a missing byte at the end', (bytes) => bytes.subarray(0, -1)],
    ['a byte too many', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ['a missing piece', without(at(0), at(1))],
    ['a missing byte', without(at(1), at(1) + 1)],
    [
      'two pieces in the other order',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, at(0)),
          bytes.subarray(at(1), at(2)),
          bytes.subarray(at(0), at(1)),
          bytes.subarray(at(2)),
        ]),
    ],
    ['a repeated piece', (bytes) => Buffer.concat([bytes.subarray(0, at(1)), bytes.subarray(at(0))])],
  ])('with %s changed does not open', async (_, change) => {
    const bytes = change(await sealed(text))
    await expect(opened(bytes)).rejects.toThrow(DamagedBackup)
  })

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['another beginning', flipped(3), 'noBackup'],
    ['another receiver', flipped(10), 'otherKey'],
    ['less than a header', (bytes) => bytes.subarray(0, headerLength - 1), 'noBackup'],
    ['nothing', () => Buffer.alloc(0), 'noBackup'],
  ])('with %s is refused before anything is read', async (_, change, fault) => {
    expect(await opened(change(await sealed(text)))).toBe(fault)
  })
})

describe('keys of backups', () => {
  it.each(['', 'no key', 'AAAA', `${Buffer.alloc(31, 1).toString('base64')}`])(
    'reads no key from %j',
    (text) => {
      expect(readPrivateKey(text)).toBeUndefined()
      expect(readPublicKey(text)).toBeUndefined()
    },
  )

  it('takes a key with the line break of its file', () => {
    expect(readPrivateKey(`${makeBackupKeys().privateText}\n`)).toBeDefined()
  })
})
