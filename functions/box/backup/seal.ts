import {
  createCipheriv,
  createDecipheriv,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { publicKey, rawPublic } from './keys.ts'

/**
 * The format of a sealed backup (docs/adr/0060-package-and-backups.md): a header, then pieces of one MiB, each sealed
 * with AES-256-GCM under a key that only the holder of the private key can derive. The number of a piece and whether
 * it is the last are part of its nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway, Vizár 2015), the
 * header is authenticated with every piece: what is cut, moved, repeated or changed does not open.
 */

const magic = Buffer.from('LCXBAK1\n')
const keyLength = 32
/** Magic, the receiver's public key, the public key of this backup alone. */
export const headerLength = magic.length + 2 * keyLength
export const pieceLength = 1 << 20
const tagLength = 16
const sealedPieceLength = pieceLength + tagLength

/** A backup that cannot be opened as it is. */
export class DamagedBackup extends Error {}

/** Header and key of one backup. */
export interface Session {
  header: Buffer
  key: Buffer
}

const derive = (header: Buffer, own: KeyObject, other: KeyObject): Session => {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  const key = hkdfSync('sha256', shared, header, 'liuchixiang/backup', keyLength)
  return { header, key: Buffer.from(key) }
}

/** A session for a new backup, under a key pair of its own. */
export const newSession = (receiver: KeyObject): Session => {
  const own = generateKeyPairSync('x25519').privateKey
  return derive(Buffer.concat([magic, rawPublic(receiver), rawPublic(own)]), own, receiver)
}

/**
 * The session of an existing backup.
 * @param header its first `headerLength` bytes
 * @returns `noBackup` if it does not begin as a backup, `otherKey` if it was made for another key
 */
export const sessionOf = (
  header: Buffer,
  privateKey: KeyObject,
): Result<Session, 'noBackup' | 'otherKey'> => {
  if (header.length !== headerLength || !header.subarray(0, magic.length).equals(magic))
    return fail('noBackup')
  const [receiver, sender] = [0, 1].map((index) => {
    const start = magic.length + index * keyLength
    return header.subarray(start, start + keyLength)
  }) as [Buffer, Buffer]
  if (!receiver.equals(rawPublic(privateKey))) return fail('otherKey')
  try {
    return ok(derive(header, privateKey, publicKey(sender)))
  } catch {
    // A point of small order, which OpenSSL refuses: the header was changed.
    return fail('noBackup')
  }
}

const nonceOf = (index: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Cuts a stream into pieces of a length; the last has 0 to `length` bytes and is marked. */
async function* piecesOf(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let waiting = Buffer.alloc(0)
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes])
    // One byte more than a piece: only then is it known that the piece is not the last.
    while (waiting.length > length) {
      yield { piece: waiting.subarray(0, length), last: false }
      waiting = waiting.subarray(length)
    }
  }
  yield { piece: waiting, last: true }
}

/** Seals a stream: the header, then the pieces. */
export async function* seal(
  { header, key }: Session,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield header
  let index = 0
  for await (const { piece, last } of piecesOf(source, pieceLength)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last)).setAAD(header)
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

/**
 * Opens what follows the header. Each piece is checked before it is passed on; only the end of the stream says that
 * nothing is missing.
 * @throws DamagedBackup
 */
export async function* open(
  { header, key }: Session,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let index = 0
  for await (const { piece, last } of piecesOf(source, sealedPieceLength)) {
    if (piece.length < tagLength) throw new DamagedBackup('不完整，后面少了一截')
    const opener = createDecipheriv('aes-256-gcm', key, nonceOf(index, last)).setAAD(header)
    opener.setAuthTag(piece.subarray(-tagLength))
    const plain = opener.update(piece.subarray(0, -tagLength))
    try {
      opener.final()
    } catch {
      throw new DamagedBackup(`第 ${index + 1} 块被改过、挪过，或者不完整`)
    }
    yield plain
    index += 1
  }
}
