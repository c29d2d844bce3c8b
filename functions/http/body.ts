import { drainBytes, units } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'

/** Why a body could not be read: it has too many bytes, or the sender disconnected before the end. */
export type BodyFault = 'tooLarge' | 'brokenOff'

/** The media type of the `Content-Type` header, in lower case, without parameters. */
export const mediaType = (request: Request): string => {
  const named = request.headers.get('content-type') ?? ''
  return named.length > units.header ? '' : (named.split(';')[0] ?? '').trim().toLowerCase()
}

/**
 * Reads a body up to a number of bytes. The bytes of the stream are counted, because a sender need not declare the
 * length (RFC 9112, 6.3: chunked transfer coding has none). An excess of up to `drainBytes` is read and discarded:
 * an answer sent while the sender is still sending is lost with the connection.
 */
export const readBody = async (
  request: Request,
  bound: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyFault>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  // A body fails when its sender disconnects: this is no fault of the Worker and is not logged.
  try {
    // A declared length is the length (RFC 9112, 6.3; RFC 9113, 8.1.1), and reading at once takes no stream.
    if (isWithin(request, bound)) return ok(new Uint8Array(await request.arrayBuffer()))
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size <= bound) chunks.push(chunk)
      else chunks.length = 0
      if (size > drainBytes) break
    }
  } catch {
    return fail('brokenOff')
  }
  return size > bound ? fail('tooLarge') : ok(join(chunks, size))
}

const isWithin = ({ headers }: Request, bound: number): boolean =>
  headers.has('content-length') && Number(headers.get('content-length')) <= bound

const join = (chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
