import { readFileSync } from 'node:fs'
import { deflateRawSync, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bytes, bytesOf, joined, latin, Refused } from '#domain/evidence/bytes.ts'
import { cleanFile } from '#domain/evidence/clean.ts'
import { type FileFault, fileFaults } from '#domain/evidence/faults.ts'
import { inflate } from '#domain/evidence/inflate.ts'
import { accepted, type FileKind } from '#domain/evidence/kinds.ts'
import {
  chunk,
  exif,
  jpegWith,
  large,
  m4a,
  mark,
  mp3,
  pdf,
  pngOf,
  pngWith,
  profileOf,
  segment,
  small,
  tablesOf,
  webpWith,
} from '../../../support/evidence.ts'

const stored = (name: string): Bytes => new Uint8Array(readFileSync(`tests/support/files/${name}`))
/** Latin-1 of all bytes, in pieces that fit on the stack. */
const textOf = (bytes: Bytes): string => Buffer.from(bytes).toString('latin1')
const clean = (bytes: Bytes) => {
  const cleaned = cleanFile(bytes.slice())
  if (!cleaned.ok) throw new Error(cleaned.error)
  return { kind: cleaned.value.kind, bytes: joined(cleaned.value.parts) }
}
const faultOf = (bytes: Bytes): FileFault | null => {
  const cleaned = cleanFile(bytes.slice())
  return cleaned.ok ? null : cleaned.error
}

const marked = bytesOf(mark)
const zip = bytesOf(`PK\x03\x04${mark}PK\x05\x06${'\0'.repeat(18)}`)
const exifData = (orientation: number) => joined([bytesOf('Exif\0\0'), exif(orientation)])
const photo = joined([Uint8Array.of(0xff, 0xd8), segment(0xe1, exifData(6)), Uint8Array.of(0xff, 0xda, 0, 2)])

/** Files that are taken, each with something that must not stay. */
const taken: Record<string, [FileKind, Bytes]> = {
  'a photograph with its place': ['jpeg', jpegWith([segment(0xe1, exifData(1))])],
  'a photograph with XMP': [
    'jpeg',
    jpegWith([segment(0xe1, bytesOf(`http://ns.adobe.com/xap/1.0/\0${mark}`))]),
  ],
  'a photograph with a comment': ['jpeg', jpegWith([segment(0xfe, marked)])],
  'a photograph with IPTC': ['jpeg', jpegWith([segment(0xed, bytesOf(`Photoshop 3.0\0${mark}`))])],
  'a photograph with a second one behind it': ['jpeg', jpegWith([], joined([jpegWith([]), marked]))],
  'a photograph that is an archive too': ['jpeg', jpegWith([], zip)],
  'a photograph that is a PDF too': ['jpeg', jpegWith([], pdf())],
  'a photograph with a profile of a display': [
    'jpeg',
    jpegWith([
      segment(0xe2, bytesOf(`ICC_PROFILE\0\x01\x01${'\0'.repeat(36)}acsp${mark}${'\0'.repeat(200)}`)),
    ]),
  ],
  'a screenshot with texts': [
    'png',
    pngWith([chunk('tEXt', marked), chunk('iTXt', marked), chunk('tIME', marked)]),
  ],
  'a screenshot with Exif and a profile': ['png', pngWith([chunk('eXIf', exif(1)), chunk('iCCP', marked)])],
  'a screenshot that moves': ['png', pngWith([chunk('acTL', marked), chunk('fdAT', marked)])],
  'a screenshot that is an archive too': ['png', pngWith([], zip)],
  'a WebP with its place': [
    'webp',
    webpWith([
      ['EXIF', exif(1)],
      ['XMP ', marked],
      ['JUNK', marked],
    ]),
  ],
  'a WebP that is an archive too': ['webp', joined([webpWith([]), zip])],
  'sound with its place': ['m4a', m4a()],
  'sound in the brand of older phones': ['m4a', m4a(['soun'], '3gp4')],
  'sound with tags': ['mp3', mp3()],
  'sound of Chromium in MP4': ['m4a', stored('recorded.mp4')],
  'sound of Chromium in WebM': ['webm', stored('recorded.webm')],
  'a PDF with its author': ['pdf', pdf()],
  'a PDF with a description': [
    'pdf',
    pdf(
      `/Metadata 3 0 R >>\nendobj\n3 0 obj\n<< /Type /Metadata /Subtype /XML /Length 9 >>\nstream\n${mark}\nendstream\nendobj\n<<`,
    ),
  ],
  'a PDF with a photograph and its place': [
    'pdf',
    pdf(`>>\nendobj\n4 0 obj\n<< /Filter /DCTDecode >>\nstream\n${textOf(photo)}\nendstream\nendobj\n<<`),
  ],
  'a PDF that goes to its first page': ['pdf', pdf('/OpenAction [1 0 R /Fit]')],
  'a PDF from elsewhere': ['pdf', stored('ok.pdf')],
}

/** Objects that are packed, as newer programs write them. */
const packed = (objects: string, filter = '/Filter /FlateDecode'): Bytes =>
  pdf(
    `>>\nendobj\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${filter} >>\nstream\n${textOf(
      new Uint8Array(deflateSync(Buffer.from(objects, 'latin1'))),
    )}\nendstream\nendobj\n<<`,
  )

/** A PDF with a stream behind a dictionary, as it is written. */
const streamed = (dictionary: string, data: string, line = '\n'): Bytes =>
  pdf(`>>\nendobj\n5 0 obj\n${dictionary}\nstream${line}${data}\nendstream\nendobj\n<<`)
const objects = '<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>'
const program = Buffer.from(deflateSync(Buffer.from('<< /S /JavaScript >>'))).toString('latin1')

/** Files that are refused, with the reason. */
const refused: Record<string, [FileFault, Bytes]> = {
  nothing: ['empty', bytesOf('')],
  'one byte': ['unknown', bytesOf('a')],
  HEIC: ['heic', m4a(['soun'], 'heic')],
  AVIF: ['heic', m4a(['soun'], 'avif')],
  Word: ['office', zip],
  'rich text': ['office', bytesOf('{\\rtf1')],
  'older Word': ['office', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  'a video of Windows': ['moving', bytesOf('RIFF\x10\0\0\0AVI LIST')],
  GIF: ['moving', bytesOf('GIF89a\x01\0\x01\0')],
  'a GIF that is an archive too': ['moving', joined([bytesOf('GIF89a'), zip])],
  'a video': ['moving', m4a(['soun', 'vide'], 'isom')],
  'a video without sound': ['moving', m4a(['vide'], 'mp42')],
  'a video of a browser': ['moving', stored('video.webm')],
  'sound of two tracks': ['odd', m4a(['soun', 'soun'])],
  'a WebP that moves': ['moving', webpWith([['ANIM', marked]])],
  'a page called a picture': ['unknown', bytesOf('<html><script>alert(1)</script>')],
  SVG: ['unknown', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  'a program': ['unknown', bytesOf('MZ\x90\0')],
  Ogg: ['unknown', bytesOf('OggS\0')],
  AMR: ['unknown', bytesOf('#!AMR\n')],
  'a giant PNG': ['pixels', pngOf(50_000, 50_000)],
  'a long PNG': ['pixels', pngOf(1, 20_001)],
  'a PNG of nothing': ['broken', pngOf(0, 10)],
  'a giant JPEG': [
    'pixels',
    joined([Uint8Array.of(0xff, 0xd8), segment(0xc0, Uint8Array.of(8, 0xff, 0xff, 0xff, 0xff, 3, 0))]),
  ],
  'a JPEG in a rare coding': ['odd', jpegWith([segment(0xc9, new Uint8Array(9))])],
  'a JPEG without a picture': ['broken', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
  'a PNG with a chunk that must be understood': ['odd', pngWith([chunk('ABCD', marked)])],
  'two frames of sound': ['broken', mp3(2)],
  'a PDF with a program': ['script', pdf('/OpenAction << /S /JavaScript /JS (app.alert) >>')],
  'a PDF with an escaped name': ['script', pdf('/OpenAction << /S /Java#53cript >>')],
  'a PDF with a short name': ['script', pdf('/AA << /O << /J#53 (x) >> >>')],
  'a PDF that starts programs': ['script', pdf('/A << /S /Launch /F (calc.exe) >>')],
  'a PDF that sends forms': ['script', stored('submit.pdf')],
  'a PDF with a form of its own kind': ['script', pdf('/AcroForm << /XFA 3 0 R >>')],
  'a PDF with a file': ['script', pdf('/Names << /EmbeddedFiles 3 0 R >>')],
  'a PDF with a packed file': ['script', stored('attach-os.pdf')],
  'a PDF with a packed start of a program': ['script', stored('launch-os.pdf')],
  'a PDF with a program of another library': ['script', stored('openaction-js.pdf')],
  'a PDF with a packed program': ['script', packed('<< /S /JavaScript >>')],
  'a PDF packed in another way': ['odd', packed('<< >>', '/Filter /LZWDecode')],
  'a PDF with packed objects under an escaped name': [
    'odd',
    pdf(`>>\nendobj\n5 0 obj\n<< /Type /Obj#53tm /First 4 >>\nstream\n${mark}\nendstream\nendobj\n<<`),
  ],
  'a PDF with packed objects behind a false start': [
    'odd',
    streamed('<< /Type /ObjStm /N 1 /First 4 /X (1 0 obj) /Filter /FlateDecode >>', program),
  ],
  'a PDF with packed objects under escaped names alone': [
    'odd',
    streamed('<< /Type /Obj#53tm /N 1 /F#69rst 4 /Filter /FlateDecode >>', program),
  ],
  'a PDF with packed objects behind a blank': [
    'odd',
    streamed('<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>', program, ' \n'),
  ],
  'a PDF with packed objects in what looks like the data of another stream': [
    'broken',
    streamed('<< /Length 999 >>', `1\n7 0 obj\n${objects}\nstream\n${program}`),
  ],
  'a PDF with packed objects behind a stream in a text': [
    'odd',
    streamed('<< /X (stream\n) /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>', program),
  ],
  'a PDF with packed objects behind a whole stream in a text': [
    'odd',
    streamed(
      '<< /Type /ObjStm /First 4 /N 1 /X (stream\nendstream 1 0 obj) /Filter /FlateDecode >>',
      program,
    ),
  ],
  'a PDF with packed objects far before the keyword': [
    'odd',
    streamed(
      `<< /Type /ObjStm /First 4 /N 1 /X (${' '.repeat(17_000)}1 0 obj) /Filter /FlateDecode >>`,
      program,
    ),
  ],
  'a PDF with a comment that begins another object': [
    'odd',
    streamed('<< /N 1 /First 9 0 R %endobj 6 0 obj <<\n /Filter /FlateDecode >>', program),
  ],
  'a PDF with a number of an object in a comment': [
    'odd',
    streamed('<< >>', `1\n7 %\n0 obj\n${objects}\nstream\n${program}`),
  ],
  'a PDF with words behind the keyword': ['odd', streamed(objects, program, ' x\n')],
  'a PDF with a byte that only some take for a blank': ['odd', streamed(`${objects}\x80`, program)],
  'a PDF whose stream ends in the next object': [
    'broken',
    pdf(`>>\nendobj\n5 0 obj\n<< >>\nstream\n1\n6 0 obj\n<< >>\nendstream\nendobj\n<<`),
  ],
  'a PDF with packed objects and two ways to read where they are': [
    'odd',
    streamed('<< /Type /ObjStm /N 1 /First 4 /First 9 /Filter /FlateDecode >>', program),
  ],
  'a PDF with packed objects without a head': ['broken', streamed(objects, program.slice(2))],
  'a PDF with a name that one reader computes': ['script', pdf('/OpenAction << /S /Java#5:cript >>')],
  'a PDF with a name that one reader ends': ['script', pdf('/OpenAction << /S /JavaScript\x80 >>')],
  'a PDF with two ways of packing': [
    'odd',
    streamed('<< /Type /ObjStm /First 4 /Filter /FlateDecode /A 1 /Filter /RunLengthDecode >>', program),
  ],
  'a PDF with a file on a page': ['script', pdf('/Annots [<< /Subtype /FileAttachment >>]')],
  'a PDF with many descriptions': [
    'swollen',
    pdf(Array.from({ length: 5000 }, (_, at) => `/Info ${at} 0 R`).join('')),
  ],
  'a photograph in very many pieces': [
    'swollen',
    jpegWith(Array.from({ length: 20_000 }, () => segment(0xc4, bytesOf('')))),
  ],
  'a picture with transparency behind it': ['broken', webpWith([['ALPH', bytesOf('a')]])],
  'a PDF that swells': ['swollen', packed('a'.repeat(33 * 1024 * 1024))],
  'a PDF that brings tables all the time': ['swollen', streamed(objects, `x\x9c${textOf(tablesOf(2_000))}`)],
  'a PDF that brings tables all the time, in many streams': [
    'swollen',
    joined([
      bytesOf('%PDF-1.4\n'),
      ...Array.from({ length: 40 }, (_, at) =>
        bytesOf(`${at + 1} 0 obj\n${objects}\nstream\nx\x9c${textOf(tablesOf(50))}\nendstream\nendobj\n`),
      ),
      bytesOf('%%EOF\n'),
    ]),
  ],
  'a locked PDF': ['locked', pdf('>>\nendobj\ntrailer << /Encrypt 9 0 R')],
  'a PDF that is an archive too': ['tail', pdf('', textOf(zip))],
  'a PDF that is an archive too, from elsewhere': ['tail', stored('zip.pdf')],
  'a PDF that is a page too': ['broken', pdf('', '<html>')],
  'half a PDF': ['broken', pdf().subarray(0, 80)],
}

describe('a file that is taken', () => {
  it.each(Object.entries(taken))('%s: what it says besides is gone', (_, [kind, bytes]) => {
    const cleaned = clean(bytes)
    expect(cleaned.kind).toBe(kind)
    expect(textOf(cleaned.bytes)).not.toContain(mark)
    expect(textOf(cleaned.bytes)).not.toContain('PK\x05\x06')
    expect(cleaned.bytes.length).toBeLessThanOrEqual(bytes.length)
  })

  it.each(Object.entries(taken))('%s: cleaned again it is the same', (_, [, bytes]) => {
    const once = clean(bytes)
    expect(Buffer.from(clean(once.bytes).bytes).equals(Buffer.from(once.bytes))).toBe(true)
  })

  it('keeps the coded picture, byte for byte', () => {
    const scan = textOf(small.jpeg).slice(textOf(small.jpeg).indexOf('\xff\xda'))
    expect(textOf(clean(jpegWith([segment(0xe1, exifData(1))])).bytes)).toContain(scan)
    expect(textOf(clean(pngWith([chunk('tEXt', marked)])).bytes)).toBe(textOf(small.png))
  })

  it.each([
    ['JPEG', jpegWith([segment(0xe1, exifData(6))])],
    ['PNG', pngWith([chunk('eXIf', exif(6))])],
    ['WebP', webpWith([['EXIF', exif(6)]])],
  ])('keeps which side of a %s is up', (_, bytes) => {
    const text = textOf(clean(bytes).bytes)
    expect(text).toContain('\x01\x12\0\x03\0\0\0\x01\0\x06')
    expect(text).not.toContain(mark)
  })

  it.each([
    [
      'JPEG',
      (icc: Bytes) => {
        const picture = textOf(small.jpeg)
        const segments = segment(0xe2, joined([bytesOf('ICC_PROFILE\0\x01\x01'), icc]))
        return joined([bytesOf('\xff\xd8'), segments, bytesOf(picture.slice(picture.indexOf('\xff\xdb')))])
      },
    ],
    ['WebP', (icc: Bytes) => webpWith([['ICCP', icc]])],
  ])('keeps how the colours of a %s look, without maker, model and time', (_, pictureWith) => {
    const text = textOf(clean(pictureWith(profileOf({ rXYZ: 'XYZ \0\0\0\x0a3456789012' }))).bytes)
    expect(text).toContain('acsp')
    expect(text).toContain('XYZ \0\0\0\x0a3456789012')
    for (const gone of [mark, 'XIAO', 'APPL']) expect(text).not.toContain(gone)
    // A tag of its own may be anything.
    expect(textOf(clean(pictureWith(profileOf({ mmod: 'serial' }))).bytes)).not.toContain('acsp')
  })

  it('keeps the time of a recording out of it, and the length of the file', () => {
    const cleaned = clean(m4a()).bytes
    expect(cleaned.length).toBe(m4a().length)
    expect(textOf(cleaned)).not.toContain('TIMETIME')
  })

  it('leaves a signed PDF as it is', () => {
    const signed = pdf('/Sig << /ByteRange [0 1 2 3] >>')
    expect(textOf(clean(signed).bytes)).toBe(textOf(signed))
  })

  it('takes a file of ten megabytes without a copy of it', () => {
    const bytes = large(10 * 1024 * 1024)
    const cleaned = cleanFile(bytes)
    expect(cleaned.ok && cleaned.value.parts.some(({ buffer }) => buffer === bytes.buffer)).toBe(true)
  })
})

describe('a file that is refused', () => {
  it.each(Object.entries(refused))('%s', (_, [fault, bytes]) => {
    expect(faultOf(bytes)).toBe(fault)
  })

  it('gets a sentence that says what to do', () => {
    for (const text of Object.values(fileFaults)) expect(text).toMatch(/请|只收|可以/)
    for (const kind of ['heic', 'image/*']) expect(accepted).not.toContain(kind)
  })
})

describe('whatever comes', () => {
  const all = [...Object.values(taken), ...Object.values(refused)].map(([, bytes]) => bytes)
  const short = all.filter(({ length }) => length < 1_000)

  it('a file cut at any byte is refused or cleaned, and never throws', () => {
    for (const bytes of short)
      for (let at = 0; at < bytes.length; at += 1) expect(() => cleanFile(bytes.slice(0, at))).not.toThrow()
    for (const bytes of all)
      for (let at = 1; at < bytes.length && bytes.length < 100_000; at = Math.ceil(at * 1.1))
        expect(() => cleanFile(bytes.slice(0, at))).not.toThrow()
  })

  it('a picture cut anywhere is refused', () => {
    for (const bytes of [small.jpeg, small.png])
      for (let at = 1; at < bytes.length; at += 1) expect(faultOf(bytes.slice(0, at))).not.toBeNull()
  })

  it('changed bytes never throw, and what is taken is clean when it is cleaned again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...short.filter(({ length }) => length > 0)),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        (bytes, changes) => {
          const changed = bytes.slice()
          for (const [at, value] of changes) changed[at % changed.length] = value
          const first = cleanFile(changed)
          if (!first.ok) return
          const once = joined(first.value.parts)
          const again = cleanFile(once.slice())
          expect(again.ok && Buffer.from(joined(again.value.parts)).equals(Buffer.from(once))).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('inflating', () => {
  it('gives back what was deflated, at any level', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        const twice = Buffer.concat([bytes, bytes, Buffer.from('abc'.repeat(40))])
        const deflated = new Uint8Array(deflateRawSync(twice, { level }))
        expect(Buffer.from(inflate(deflated, { left: 1_000_000 }, 10_000)).equals(twice)).toBe(true)
      }),
    )
  })

  it('spends what each block costs, and leaves enough for what encoders make', () => {
    const words = Array.from({ length: 40_000 }, (_, at) => `${at} 0 obj << /A ${(at * 7919) % 10_007} >>`)
    for (const [level, memLevel] of [
      [9, 9],
      [6, 8],
      [9, 4],
    ] as const) {
      const work = { left: 0 }
      inflate(
        new Uint8Array(deflateRawSync(Buffer.from(words.join('')), { level, memLevel })),
        work,
        10_000_000,
      )
      expect(work.left).toBeGreaterThan(0)
    }
    const work = { left: 1_000_000 }
    expect(() => inflate(tablesOf(1_000), work, 1_000)).toThrow(Refused)
    expect(work.left).toBeGreaterThan(-100_000)
  })

  it('stops at its bound, and refuses what is no such data', () => {
    const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(1_000_000)))
    expect(() => inflate(bomb, { left: 1_000_000 }, 1_000)).toThrow(Refused)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(
            latin(inflate(new Uint8Array(bytes), { left: 100_000 }, 1_000), 0, 4).length,
          ).toBeLessThanOrEqual(4)
        } catch (error) {
          expect(error).toBeInstanceOf(Refused)
        }
      }),
    )
  })
})

it('a PDF of blanks or of the heads of one object takes no more time than it is long', () => {
  const blanks = ' '.repeat(7000)
  expect(
    faultOf(streamed(`<< /Filter${blanks}/Fl${blanks}x ${'(x) '.repeat(200)} >>`.slice(0, 16_000), '')),
  ).toBeNull()
  const heads = '\n1 0 obj'.repeat(200_000)
  expect(faultOf(pdf(`/Info 1 0 R >>${heads}\nendobj\n<<`))).toBeNull()
})
