import { drainBytes, units } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'

/** Why there is no body: too many bytes, or the sender went away before the end. */
export type BodyFault = 'tooLarge' | 'brokenOff'

/** The media type a body is said to have, without its parameters, in small letters. */
export const mediaType = (request: Request): string => {
  const named = request.headers.get('content-type') ?? ''
  return named.length > units.header ? '' : (named.split(';')[0] ?? '').trim().toLowerCase()
}

/**
 * Reads a body up to a number of bytes. The stream is counted as it comes, because a sender need not tell the
 * length (RFC 9112, 6.3: chunked transfer coding has none). What is too much is read on and thrown away, up to
 * `drainBytes`: an answer given while the sender still sends is lost with the connection.
 */
export const readBody = async (
  request: Request,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyFault>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  // A stream fails when its sender goes away: nobody's fault here, and nothing for the log of faults.
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (size > drainBytes) break
    }
  } catch {
    return fail('brokenOff')
  }
  return size > limit ? fail('tooLarge') : ok(join(chunks, size))
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
