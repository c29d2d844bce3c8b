import type { Context } from 'hono'
import { drainBytes, fileFormBytes } from '#domain/basics/bounds.ts'
import { fileField } from '#domain/evidence/adding.ts'
import type { Bytes } from '#domain/evidence/bytes.ts'
import type { Ports } from '#ports'
import { boundaryIn, type FileForm, readFileForm } from './multipart.ts'

/**
 * Why an upload cannot be looked at: its length is not announced, is too large, it broke off, is no form with a file, or
 * too many came at once.
 */
export type UploadFault = 'length' | 'tooBig' | 'brokenOff' | 'contentType' | 'busy'

/** A form with a file that has arrived. It stays until the work with it ends. */
export interface Upload extends FileForm {
  /** Id of the file if it is kept. */
  id: string
  /** Says that the file belongs to a case now; without it nothing of the upload stays. */
  stored: () => void
}

/** Reads and drops a body: an answer sent while the sender is still sending is lost with the connection. */
export const drain = async (request: Request): Promise<void> => {
  let size = 0
  try {
    for await (const bytes of request.body ?? []) {
      size += bytes.length
      if (size > drainBytes) return
    }
  } catch {
    // The sender has gone; nobody waits for an answer.
  }
}

const announced = (request: Request): number => {
  const header = request.headers.get('content-length') ?? ''
  return /^\d{1,12}$/.test(header) ? Number(header) : Number.NaN
}

/**
 * Receives a form with a file and does something with it, a few at a time (docs/adr/0040-evidence.md). The upload is gone
 * afterwards, and the file too unless `use` says that it is stored.
 * @param refuse answers an upload that cannot be looked at
 */
export const receiveUpload = async (
  c: Context,
  { files, clock }: Pick<Ports, 'files' | 'clock'>,
  refuse: (fault: UploadFault) => Response | Promise<Response>,
  use: (upload: Upload) => Response | Promise<Response>,
): Promise<Response> => {
  const request = c.req.raw
  const boundary = boundaryIn(request.headers.get('content-type') ?? '')
  const length = announced(request)
  const early: UploadFault | null = !boundary
    ? 'contentType'
    : !(length >= 0)
      ? 'length'
      : length > fileFormBytes
        ? 'tooBig'
        : null
  if (early || !request.body || !boundary) {
    await drain(request)
    return refuse(early ?? 'contentType')
  }
  const incoming = await files.receive(request.body, length, clock())
  if (!incoming.ok) return refuse(incoming.error)
  const { id, read, end } = incoming.value
  let stored = false
  try {
    const done = await files.inTurn(async () => {
      const body: Bytes = await read()
      const form = readFileForm(body, boundary, fileField)
      const isStored = () => {
        stored = true
      }
      return form && use({ ...form, id, stored: isStored })
    })
    if (!done.ok) return refuse(done.error)
    return done.value ?? refuse('contentType')
  } finally {
    await end(stored)
  }
}
