import { describe, expect, it } from 'vitest'
import { BytesRequest, TextResponse } from '../../../functions/box/http/kept-body.ts'

/** What keeps its body is, to whoever asks for the body, what Node makes itself. */

const text = '{"answer":"水落到我家院子里"}'
const url = new URL('http://127.0.0.1/api?a=1')
const init = { method: 'POST', headers: { 'content-type': 'application/json', 'x-more': 'a' } }
const bytes = () => new TextEncoder().encode(text)

type Body = Request | Response
const pairs: [string, () => Body, () => Body][] = [
  [
    'a request',
    () => new BytesRequest(url, init, bytes()),
    () => new Request(url, { ...init, body: bytes() }),
  ],
  ['a response', () => new TextResponse(text, { status: 201 }), () => new Response(text, { status: 201 })],
  [
    'one without a body',
    () => new TextResponse(null, { status: 204 }),
    () => new Response(null, { status: 204 }),
  ],
  ['one of bytes', () => new TextResponse(bytes()), () => new Response(bytes())],
  ['one of a given type', () => new TextResponse(text, init), () => new Response(text, init)],
]

const streamed = async ({ body }: Body) => {
  const chunks: number[] = []
  for await (const chunk of body ?? []) chunks.push(...chunk)
  return chunks
}
const ways: Record<string, (body: Body) => unknown> = {
  arrayBuffer: async (body) => [...new Uint8Array(await body.arrayBuffer())],
  blob: async (body) => (await body.blob()).text(),
  bytes: async (body) => [...(await body.bytes())],
  text: (body) => body.text(),
  json: (body) => body.json(),
  body: streamed,
  clone: (body) => body.clone().text(),
}
/** The value, or the name of the error. */
const outcome = async (ask: () => unknown): Promise<unknown> => {
  try {
    return await ask()
  } catch (error) {
    return (error as Error).name
  }
}

describe.each(pairs)('%s', (_, make, native) => {
  it.each(Object.keys(ways))('gives its body by %s, once, and says whether it was used', async (way) => {
    const seen = async (body: Body) => [
      body.bodyUsed,
      await outcome(() => ways[way]?.(body)),
      body.bodyUsed,
      await outcome(() => body.text()),
      await outcome(() => body.arrayBuffer()),
      await outcome(() => ways[way]?.(body)),
    ]
    expect(await seen(make())).toEqual(await seen(native()))
  })

  it('gives its bytes at once, and then no more, in whatever way', async () => {
    const seen = async (body: Body, way: string) => [
      await outcome(() => ways['arrayBuffer']?.(body)),
      body.bodyUsed,
      await outcome(() => ways[way]?.(body)),
      await outcome(() => ways['arrayBuffer']?.(body)),
    ]
    for (const way of Object.keys(ways))
      expect(await seen(make(), way), way).toEqual(await seen(native(), way))
  })

  it('has the head of the native one', () => {
    const head = (body: Body) => ({
      headers: [...body.headers],
      ...(body instanceof Request
        ? { url: body.url, method: body.method }
        : { status: body.status, ok: body.ok }),
    })
    expect(head(make())).toEqual(head(native()))
    expect(make()).toBeInstanceOf(native().constructor)
  })
})

it('is copied with its body, and with headers that were set since', async () => {
  const answer = new TextResponse(text)
  answer.headers.set('x-set', 'later')
  const copy = new Response(answer.body, answer)
  expect([copy.headers.get('x-set'), await copy.text()]).toEqual(['later', text])
})

it('is sent as it is only until somebody asks for the body', () => {
  const answer = new TextResponse(text)
  expect(answer.unread).toBe(text)
  expect(answer.bodyUsed).toBe(false)
  expect(answer.unread).toBeUndefined()
})

it('is refused with a status that has no body, as Node refuses it', () => {
  for (const status of [204, 205, 304]) expect(() => new TextResponse(text, { status })).toThrow(TypeError)
})
