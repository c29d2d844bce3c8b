/**
 * Requests and responses that keep their body as it is. Node makes a stream of every body and reads it again, which is an
 * eighth of what following costs (docs/adr/0070-bodies-of-a-box.md). To whoever asks for the body they are like any other
 * (tests/unit/box/kept-body.test.ts).
 */

const NativeRequest = globalThis.Request
const NativeResponse = globalThis.Response
const plain = 'text/plain;charset=UTF-8'
/** A response with one of these has no body, and is refused with one (Fetch, 2.2.3 and 5.5). */
const withoutBody = new Set([101, 103, 204, 205, 304])

/** A request whose body was read before. */
export class BytesRequest extends NativeRequest {
  readonly #bytes: Uint8Array<ArrayBuffer>
  #taken = false
  #native: Request | undefined

  constructor(url: URL, init: RequestInit, bytes: Uint8Array<ArrayBuffer>) {
    super(url, init)
    this.#bytes = bytes
  }

  /** The request as Node makes it, whose body is the one that was taken or not. */
  native(): Request {
    if (this.#native === undefined) {
      const { method, headers } = this
      this.#native = new NativeRequest(this.url, { method, headers, body: this.#bytes })
      if (this.#taken) this.#native.arrayBuffer().catch(() => undefined)
    }
    return this.#native
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.#taken || this.#native) return this.native().arrayBuffer()
    this.#taken = true
    return this.#bytes.buffer
  }
}

/** A response of a text. */
export class TextResponse extends NativeResponse {
  readonly #text: string | undefined
  #native: Response | undefined

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const text = typeof body === 'string' && !withoutBody.has(init?.status ?? 200) ? body : undefined
    super(text === undefined ? body : null, init)
    this.#text = text
    if (text !== undefined && !this.headers.has('content-type')) this.headers.set('content-type', plain)
  }

  /** The text, if nobody has asked for the body yet. */
  get unread(): string | undefined {
    return this.#native ? undefined : this.#text
  }

  /** The response as Node makes it, which has the body from now on. */
  native(): Response {
    if (this.#text === undefined) return this
    const { status, headers } = this
    this.#native ??= new NativeResponse(this.#text, { status, headers })
    return this.#native
  }
}

/** Who asks for the body in one of these ways gets that of the native one. */
const ways = ['arrayBuffer', 'blob', 'body', 'bodyUsed', 'bytes', 'clone', 'formData', 'json', 'text']

const passOn = (own: Request | Response, native: Request | Response): void => {
  for (const way of ways.filter((name) => !Object.hasOwn(own, name))) {
    const { get, value } = Object.getOwnPropertyDescriptor(native, way) ?? {}
    const ask: (this: Request | Response) => unknown = get ?? value
    const asked = function (this: BytesRequest | TextResponse) {
      return ask.call(this.native())
    }
    Object.defineProperty(own, way, get ? { get: asked } : { value: asked })
  }
}
passOn(BytesRequest.prototype, NativeRequest.prototype)
passOn(TextResponse.prototype, NativeResponse.prototype)
