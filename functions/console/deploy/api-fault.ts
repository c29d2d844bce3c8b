/** A request to Cloudflare's API that did not do what it should. */
export interface ApiFault {
  /** `refused`: the token may not do it; `network`: no answer, so nobody knows whether it was done. */
  kind: 'network' | 'rate' | 'refused' | 'missing' | 'other'
  method: string
  path: string
  status: number
  /** Cloudflare's own number of the fault; 0 without one. */
  code: number
  message: string
}
