/** What Cloudflare bounds in front of a Worker, and a box bounds itself. Durations in milliseconds. */

const second = 1000

/** Bytes of the request line and all headers: three sealed cookies of the largest size, and the rest. */
export const headerBytes = 32 * 1024
/** Bytes of a body. The largest file of evidence has 10 MB; the app reads less elsewhere and says so in words. */
export const bodyBytes = 25 * 1024 * 1024
/** Bytes of an announced body up to which it is read whole before the app is asked. */
export const readAtOnce = 64 * 1024
/** How long headers may take. */
export const headersWait = 20 * second
/** How long a connection may be silent while a request is read or answered. */
export const silence = 60 * second
/** How long a connection without a request is kept; longer than proxies keep theirs (nginx 60 s, Caddy 2 min idle). */
export const keepAlive = 150 * second
/** A body may be slow for this long at first; after that it must have had this many bytes a second on average. */
export const slowFor = 30 * second
export const slowest = 1024
/** Connections at a time; more are closed at once. */
export const connections = 1024
/** Requests that have come to the app, at a time; more are answered with 503. */
export const requests = 512
/** Bodies that have not come whole, at a time; more are cut off. Half of the requests are left to what needs no body. */
export const waitingBodies = 256
/** Of one sender: an office, or a village behind one address of its carrier, that sends at the same moment. */
export const waitingFrom = 64
/** How long requests may take to end once the process is told to stop. */
export const drain = 10 * second
