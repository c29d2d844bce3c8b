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

describe('a body', () => {
  it.each([
    ['in one piece', ['twelve'], 'twelve'],
    ['in several', ['twe', 'lve'], 'twelve'],
    ['empty', [], ''],
    ['as long as allowed', ['0123456789'], '0123456789'],
    ['too long', ['01234', '56789', '0'], 'tooLarge'],
    ['broken off by its sender', ['twe', new Error('gone')], 'brokenOff'],
    ['broken off when it was too long already', ['0123456789', '0', new Error('gone')], 'brokenOff'],
  ])('%s', async (_, chunks, expected) => {
    expect(await read([...chunks])).toBe(expected)
  })

  it('without one is empty', async () => {
    const body = await readBody(new Request('https://portal.example/'), 10)
    expect(body.ok && body.value.length).toBe(0)
  })
})
