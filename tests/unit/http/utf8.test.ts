import { expect, it } from 'vitest'
import { isUtf8Form } from '#http/utf8.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

it.each([
  ['percent-encoded text', bytes('a=%E9%9A%94%e5%a3%81&b=+%26'), true],
  ['raw text', bytes('a=隔壁😀'), true],
  ['an empty body', bytes(''), true],
  ['a sent replacement character', bytes('a=%EF%BF%BD'), true],
  ['a sign that is no escape', bytes('a=100%&b=%zz&c=%4'), true],
  ['an escape that ends the body', bytes('a=%'), true],
  ['GBK, percent-encoded', bytes('a=%B8%F4%B1%DA'), false],
  ['GBK, raw', bytes('a=', [0xb8, 0xf4, 0xb1, 0xda]), false],
  ['UTF-16 with its mark', bytes([0xff, 0xfe, 0x61, 0x00, 0x3d, 0x00, 0x94, 0x96]), false],
  ['half a surrogate pair', bytes('a=%ED%A0%BD'), false],
  ['a character cut short', bytes('a=%E9%9A&b=1'), false],
])('%s', (_, body, expected) => {
  expect(isUtf8Form(body)).toBe(expected)
})
