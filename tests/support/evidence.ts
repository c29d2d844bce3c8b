import { type Bytes, bytesOf, joined } from '#domain/evidence/bytes.ts'

/** Files as people send them, and as somebody would who means harm; small enough to stand here. */

const fromBase64 = (text: string): Bytes => bytesOf(atob(text))

/** Pictures of 32 by 24 points, drawn by Chromium. */
export const small = {
  jpeg: fromBase64(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAYACADASIAAhEBAxEB/8QAGQAAAwEBAQAAAAAAAAAAAAAAAAIDAQQF/8QAFhABAQEAAAAAAAAAAAAAAAAAAAEC/8QAFwEBAQEBAAAAAAAAAAAAAAAABQQCBv/EABcRAQEBAQAAAAAAAAAAAAAAAAMAAQL/2gAMAwEAAhEDEQA/APC1U9VuqnqtAV1DLZqk1Rqk1TQFEst0aqeqAlDnKhutk1U9UA0HORLdbf/Z',
  ),
  png: fromBase64(
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAYAAACbU/80AAADe0lEQVR4AYyVIbBOURDHd945rwiSICmSIAmSICmKohgzFGYozBiBGSMYMxRmKMxQCJogCZIgCZKiKJIgCd45s/Z39u49537v+x5h53/P7v/897977/fe1h/J+lv26S/Zrz/lgP6Qg/pdDuk3Oaxf5Yh+kaP6WY7pJzmuH+WEfpCT+l5O6Ts5rW/ljL6Rs/pazulLuaDP5ZI+lSv6WK7pQ7mh9+WW3pU7elvu6U15oNflkV6VJ3pZnulFeaHn5ZVuVcmyI0mqbBtmKYbFch7kyY0Iz887xqsWcB0jD8Lj7rZpggT5QPJJtvwy5LEYJNCDZsXMdbO7+WU282+9YkMX02sGOPQJ4jLozYsJ9zo5b97NkGMikPB66HZeGrbhPDMwJmmaptcBOmm1OYaIahO4+JJHzQO9POhhcqlrBjzpF5bF3RNkmwA+SIx8mqWpDq7W+9lNw898A6k5jGagm+ECH2hudb+UrQF8x85DjDzmRnRetVcYXL6lOmyu/Qpo2pOIcNGjtsuIcga9WTGR0mqRX0XnVePRNLi13UGH4exXEEWfMC4txeJyaWJcxiTovNJEeUY0kPreetX0pg1kW3Oe19vNkKMZSCAaSH48k8+TTqDX99Kzj9BJvIaYBGd+Kc+mqNdhUs7FJmCDtWHXqQteNlPrNwHPNkAxWyMmAomlmJuBl4xHPSKZOM+OnUduDK9jus5m0bNfgV+C3EllnsBJ4yUXGfk8e3Qe50165NEFzUBtzTh4sphDmpQ5vxSD76bhUxsDHT5EkHqyjbFZEF5abIw+9g1QcHKdmnekFpd4RjybSPCzNYh6smfOeah781U9Hy43/mQg2SUSI0YTkJpHHTbTN5FMjGbOYbKR52d0kvUZefYKKI6O+Ko5j+KrYtSJahsLHjp1MOd13xjPwXPEKGbMwLpLXBjzfokJuDhO4CLL5vA8zzCuk23ybFuKPAjPDDiJA8lOwkREnScd68EnF5OGTiC14CUzwDmbmV63vwPZCsmSiIAUyY1BnjNIPZCcR12sn/qq3vrNTR9hiIQ4ZxdhvbGJMm9iPS9MlGYm21DreVEvprcwQDNE+jtPth2cg9mek4nuxs6nBh8kRr6boSl9SjNp/w050BT0ZLYmTq7mkHzH3EwED9z8DSXjwic269k34MXSmkEmkplYRee5GWoedZqko/P+V+8vAAAA//8QYTBCAAAABklEQVQDAICOIB+oHMKIAAAAAElFTkSuQmCC',
  ),
  webp: fromBase64(
    'UklGRk4CAABXRUJQVlA4WAoAAAAgAAAAHwAAFwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggYAAAAPADAJ0BKiAAGAA+0V6lTqglIyIoCqkAGglqAJ0yhHmfpvFQA7k6dvgA/u2lGAkFV23ky2dHf/mer5eJPlsP1ZUwHWtVE6RB8lM4r02pBI21awSkcZE9lNC35O1UhAAAAA==',
  ),
}

/** Words that must not outlive the cleaning. */
export const mark = 'MARK-31.0N-117.2E'

const number16 = (value: number): number[] => [value >> 8, value & 255]
const number32 = (value: number): number[] => [...number16(value >>> 16), ...number16(value & 0xffff)]
const plus = (...parts: (Bytes | string | number[])[]): Bytes =>
  joined(parts.map((part) => (typeof part === 'string' ? bytesOf(part) : Uint8Array.from(part))))

/** Exif data with an orientation and, behind it, a place. */
export const exif = (orientation: number): Bytes =>
  plus(
    'MM\0*',
    number32(8),
    number16(1),
    [1, 0x12, 0, 3],
    number32(1),
    [0, orientation, 0, 0],
    number32(0),
    mark,
  )

/** A segment of JPEG. */
export const segment = (code: number, data: Bytes): Bytes =>
  plus([0xff, code], number16(data.length + 2), data as never)

/** The small JPEG with segments behind its start, and bytes behind its end. */
export const jpegWith = (segments: Bytes[], after: Bytes = bytesOf('')): Bytes =>
  joined([small.jpeg.slice(0, 2), ...segments, small.jpeg.slice(2), after])

const crc = (bytes: Bytes): number => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** A chunk of PNG. */
export const chunk = (type: string, data: Bytes): Bytes => {
  const named = joined([bytesOf(type), data])
  return plus(number32(data.length), named as never, number32(crc(named)))
}

/** The small PNG with chunks behind its header, and bytes behind its end. */
export const pngWith = (chunks: Bytes[], after: Bytes = bytesOf('')): Bytes =>
  joined([small.png.slice(0, 33), ...chunks, small.png.slice(33), after])

/** A PNG whose header promises a picture of this size. */
export const pngOf = (width: number, height: number): Bytes => {
  const bytes = small.png.slice()
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

const riff = (type: string, data: Bytes): Bytes => {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, data.length, true)
  return joined([bytesOf(type), length, data, new Uint8Array(data.length % 2)])
}

/** The small WebP in the extended form, with further chunks behind the picture. */
export const webpWith = (chunks: [type: string, data: Bytes][]): Bytes => {
  const header = Uint8Array.of(0x0c, 0, 0, 0, 31, 0, 0, 23, 0, 0)
  const body = [riff('VP8X', header), small.webp.slice(30), ...chunks.map(([type, data]) => riff(type, data))]
  return riff('RIFF', joined([bytesOf('WEBP'), ...body]))
}

/** A box of MP4. */
const box = (type: string, ...inside: Bytes[]): Bytes => {
  const data = joined(inside)
  return plus(number32(data.length + 8), type, data as never)
}

const handler = (kind: string): Bytes =>
  box('hdlr', plus(number32(0), number32(0), kind, new Array(12).fill(0), mark))

/** Sound as a phone records it, with the place beside it; `kind` is that of its tracks. */
export const m4a = (kinds = ['soun'], brand = 'M4A '): Bytes =>
  joined([
    box('ftyp', plus(brand, number32(0), brand)),
    box(
      'moov',
      box('mvhd', plus(number32(0), bytesOf('TIMETIME') as never, new Array(88).fill(0))),
      ...kinds.map((kind) => box('trak', box('tkhd', new Uint8Array(84)), box('mdia', handler(kind)))),
      box('udta', box('\xa9xyz', bytesOf(mark))),
    ),
    box('uuid', bytesOf(mark)),
    box('mdat', bytesOf('sound')),
  ])

/** Frames of MP3 at 128 kbit/s between tags. */
export const mp3 = (frames = 5): Bytes => {
  const frame = new Uint8Array(417)
  frame.set([0xff, 0xfb, 0x90, 0])
  return joined([
    plus('ID3', [4, 0, 0, 0, 0, 0, mark.length], mark),
    ...Array.from({ length: frames }, () => frame),
    bytesOf(`TAG${mark}`),
  ])
}

/** A PDF of one object, with text behind its head. */
export const pdf = (inside = '', after = ''): Bytes =>
  bytesOf(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\n2 0 obj\n<< /Author (${mark}) /Producer <4D41524B> >>\nendobj\n` +
      `trailer\n<< /Root 1 0 R /Info 2 0 R >>\nstartxref\n9\n%%EOF\n${after}`,
  )

/** A file of 10 MB that is taken: a JPEG whose coded picture is long. */
export const large = (bytes: number): Bytes => {
  const end = small.jpeg.length - 2
  return joined([small.jpeg.slice(0, end), new Uint8Array(bytes - small.jpeg.length), small.jpeg.slice(end)])
}

/** The body of a form with a file, and the headers that a browser sends with it. */
export const fileForm = (texts: Record<string, string>, file: Bytes, name = 'a.jpg') => {
  const boundary = '----sixfeetlane'
  const utf8 = new TextEncoder()
  const part = (head: string) =>
    utf8.encode(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`)
  const body = joined([
    ...Object.entries(texts).flatMap(([field, text]) => [
      part(`name="${field}"`),
      utf8.encode(`${text}\r\n`),
    ]),
    part(`name="file"; filename="${name}"`),
    file,
    bytesOf(`\r\n--${boundary}--\r\n`),
  ])
  return {
    body,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(body.length),
    },
  }
}

/**
 * DEFLATE data (RFC 1951, 3.2.7) of nothing but tables: blocks of 25 bytes, each with a code of 15 bits and no character.
 */
export const tablesOf = (blocks: number): Bytes => {
  const bits: number[] = []
  const number = (value: number, count: number) => {
    for (let bit = 0; bit < count; bit += 1) bits.push((value >> bit) & 1)
  }
  // Widths 0 to 15 and 18 are written in five bits each, in this order and the highest bit first.
  const written = [...Array(16).keys(), 18]
  const width = (symbol: number) => {
    for (let bit = 4; bit >= 0; bit -= 1) bits.push((written.indexOf(symbol) >> bit) & 1)
  }
  for (let block = 1; block <= blocks; block += 1) {
    number(block === blocks ? 1 : 0, 1)
    number(2, 2)
    number(0, 5)
    number(0, 5)
    number(15, 4)
    for (const symbol of [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])
      number(written.includes(symbol) ? 5 : 0, 3)
    for (let at = 1; at <= 15; at += 1) width(at)
    for (const zeros of [138, 103]) {
      width(18)
      number(zeros - 11, 7)
    }
    width(15)
    width(1)
    number(0x7fff, 15)
  }
  const bytes = new Uint8Array(Math.ceil(bits.length / 8))
  for (const [at, bit] of bits.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7))
  return bytes
}

/** A colour profile (ICC.1) with names and times wherever one can have them, and further tags. */
export const profileOf = (tags: Record<string, string>): Bytes => {
  const all = Object.entries({ desc: `desc\0\0\0\0${mark}`, dmdd: `desc\0\0\0\0${mark}`, ...tags })
  const head = new Uint8Array(132 + all.length * 12)
  const table = new DataView(head.buffer)
  head.set(bytesOf('ADBE'), 4)
  head.set(bytesOf(`mntrRGB XYZ ${mark.slice(0, 12).padEnd(12)}acspAPPL\0\0\0\0XIAO${mark.slice(0, 4)}`), 12)
  table.setUint32(128, all.length)
  let at = head.length + mark.length
  for (const [index, [tag, text]] of all.entries()) {
    head.set(bytesOf(tag), 132 + index * 12)
    table.setUint32(136 + index * 12, at)
    table.setUint32(140 + index * 12, text.length)
    at += text.length
  }
  table.setUint32(0, at)
  return joined([head, bytesOf(mark), ...all.map(([, text]) => bytesOf(text))])
}
