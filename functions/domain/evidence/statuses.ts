import type { FileRefusal } from './adding.ts'

/** Refusals that are not about the file itself or what was said of it. */
const statusOf: Partial<Record<string, 400 | 409 | 411 | 413 | 415 | 503>> = {
  tooBig: 413,
  length: 411,
  brokenOff: 400,
  contentType: 415,
  busy: 503,
  ended: 409,
  full: 409,
  stale: 409,
  conflict: 409,
}

/** The status of the answer to a file that was not taken; 422 if the file or what was said of it is wrong. */
export const statusOfRefusal = (why: FileRefusal): 400 | 409 | 411 | 413 | 415 | 422 | 503 =>
  (typeof why === 'string' && statusOf[why]) || 422
