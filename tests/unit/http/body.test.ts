import { describe, expect, it } from 'vitest'
import { readBody } from '#http/body.ts'

const request = (chunks: (string | Error)[]): Request =>
  new Request('https://portal.example/', {
    method: 'POST',
    duplex: 'half',
    body: new ReadableStream({
      pull(controller) {
        const chunk = chunks.shift()
        if (chunk === undefined) controller.close()
        else if (typeof chunk === 'string') controller.enqueue(new TextEncoder().encode(chunk))
        else controller.error(chunk)
      },
    }),
  } as RequestInit)

const read = async (chunks: (string | Error)[]) => {
  const body = await readBody(request(chunks), 10)
  return body.ok ? new TextDecoder().decode(body.value) : body.error
}

describe('reading a request body', () => {
  it.each([
    ['sent in one chunk', ['twelve'], 'twelve'],
    ['sent in several chunks', ['twe', 'lve'], 'twelve'],
    ['that is empty', [], ''],
    ['of the longest allowed length', ['0123456789'], '0123456789'],
    ['that is too long', ['01234', '56789', '0'], 'tooLarge'],
    ['that the sender aborts', ['twe', new Error('gone')], 'brokenOff'],
    ['that the sender aborts after it was too long', ['0123456789', '0', new Error('gone')], 'brokenOff'],
  ])('%s (%j) gives %s', async (_, chunks, expected) => {
    expect(await read([...chunks])).toBe(expected)
  })

  it('of a request without a body gives an empty body', async () => {
    const body = await readBody(new Request('https://portal.example/'), 10)
    expect(body.ok && body.value.length).toBe(0)
  })
})
