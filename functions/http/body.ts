import { drainBytes } from '../domain/limits.ts'

/**
 * Reads a body up to a number of bytes. The stream is counted as it comes, because a sender need not tell the
 * length (RFC 9112, 6.3: chunked transfer coding has none). What is too much is read on and thrown away, up to
 * `drainBytes`: an answer given while the sender still sends is lost with the connection.
 * @returns the bytes, or null when there are more than `limit`
 */
export const readBody = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
    if (size > drainBytes) break
  }
  return size > limit ? null : join(chunks, size)
}

const join = (chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
