import { describe, expect, it } from 'vitest'
import { olderEncoding, pairsIn } from '#http/form-encoding.ts'
import { gbkEscaped, toGbk } from '../../support/gbk.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

const plain = 'application/x-www-form-urlencoded'

describe('a body is UTF-8, or in an older encoding', () => {
  it.each([
    ['percent-encoded text', bytes('a=%E9%9A%94%e5%a3%81&b=+%26'), undefined],
    ['raw text', bytes('a=隔壁😀'), undefined],
    ['an empty body', bytes(''), undefined],
    ['a sent replacement character', bytes('a=%EF%BF%BD'), undefined],
    ['a sign that is no escape', bytes('a=100%&b=%zz&c=%4'), undefined],
    ['an escape that ends the body', bytes('a=%'), undefined],
    ['GBK, percent-encoded', bytes('a=%B8%F4%B1%DA'), 'gb18030'],
    ['GBK, raw', bytes('a=', [0xb8, 0xf4, 0xb1, 0xda]), 'gb18030'],
    ['UTF-16 with its mark', bytes([0xff, 0xfe, 0x61, 0x00, 0x3d, 0x00, 0x94, 0x96]), 'gb18030'],
    ['half a surrogate pair', bytes('a=%ED%A0%BD'), 'gb18030'],
    ['a character cut short', bytes('a=%E9%9A&b=1'), 'gb18030'],
  ])('%s', (_, body, expected) => {
    expect(olderEncoding(body, plain)).toBe(expected)
  })

  it.each([
    ['GBK', bytes('a=%B8%F4'), `${plain}; charset=GBK`, 'gbk'],
    ['GB 2312, which is in GBK', bytes('a=%B8%F4'), `${plain};charset="gb2312"`, 'gbk'],
    ['Big5', bytes('a=%B9j'), `${plain}; charset=big5`, 'big5'],
    ['GBK that would be UTF-8 too', bytes('a=%C4%A3'), `${plain}; charset=gbk`, 'gbk'],
    ['ASCII, the same in all of them', bytes('a=1'), `${plain}; charset=gbk`, undefined],
    ['UTF-8', bytes('a=%E9%9A%94'), `${plain}; charset=utf-8`, undefined],
    ['UTF-8 that is none', bytes('a=%B8%F4'), `${plain}; charset=utf-8`, 'gb18030'],
    ['an encoding that is none', bytes('a=%E9%9A%94'), `${plain}; charset=nonsense`, undefined],
    ['a header without end', bytes('a=1'), `${plain}; charset=${'g'.repeat(10_000)}`, undefined],
  ])('declared as %s', (_, body, header, expected) => {
    expect(olderEncoding(body, header)).toBe(expected)
  })
})

describe('the pairs of an older encoding', () => {
  const text = '隔壁 & 丂丄 = 100%+'

  it.each([
    ['escaped', bytes(`a=${gbkEscaped(text)}&b=&${gbkEscaped('名')}=1&c&&d=x=y+z`)],
    [
      'raw',
      Uint8Array.of(
        ...bytes('a='),
        ...toGbk('隔壁+%26+丂丄+%3d+100%25%2b'),
        ...bytes('&b=&'),
        ...toGbk('名'),
        ...bytes('=1&c&&d=x=y+z'),
      ),
    ],
  ])('are read, %s', (_, body) => {
    expect([...pairsIn(body, 'gb18030')]).toEqual([
      ['a', text],
      ['b', ''],
      ['名', '1'],
      ['c', ''],
      ['d', 'x=y z'],
    ])
  })

  it('stay in sight where the encoding was guessed wrong', () => {
    expect([...pairsIn(bytes('a=%FF%FF隔'), 'gb18030')][0]?.[1]).toContain('\uFFFD')
  })
})
