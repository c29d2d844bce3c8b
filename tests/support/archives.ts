import { bytesOf } from '#domain/evidence/bytes.ts'

/** ZIP archives (APPNOTE.TXT 6.3.10), as a workbook is one, and as somebody would who means harm. */

const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(
      new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer(),
  )

const small = (...values: number[]): number[] => values.flatMap((value) => [value & 255, value >> 8])
const large = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255)

/** An archive of these parts. @param declares the sizes that it says they have, if they are others */
export const archive = async (
  parts: Record<string, string | Uint8Array<ArrayBuffer>>,
  declares: Record<string, number> = {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes: number[] = []
  const directory: number[] = []
  const names = Object.keys(parts)
  for (const name of names) {
    const part = parts[name] ?? ''
    const plain = typeof part === 'string' ? new TextEncoder().encode(part) : part
    const packed = await deflated(plain)
    const sizes = [
      ...large(typeof part === 'string' ? crcOf(plain) : 0),
      ...large(packed.length),
      ...large(declares[name] ?? plain.length),
    ]
    const head = [...small(20, 0, 8, 0, 0), ...sizes, ...small(name.length, 0)]
    directory.push(
      ...large(0x02014b50),
      ...small(20),
      ...head,
      ...small(0, 0, 0),
      ...large(0),
      ...large(bytes.length),
      ...bytesOf(name),
    )
    bytes.push(...large(0x04034b50), ...head, ...bytesOf(name))
    for (const byte of packed) bytes.push(byte)
  }
  const end = [
    ...large(0x06054b50),
    ...small(0, 0, names.length, names.length),
    ...large(directory.length),
    ...large(bytes.length),
    ...small(0),
  ]
  return Uint8Array.from([...bytes, ...directory, ...end])
}

/**
 * The same archive with a record of ZIP64 before its end: the size of its directory stands there, and readers that know
 * ZIP64 take the place of the directory from there too.
 */
export const asZip64 = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const end = bytes.length - 22
  const view = new DataView(bytes.buffer)
  const [count, size, at] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ]
  const long = (value: number): number[] => [...large(value), ...large(0)]
  const record = [
    ...large(0x06064b50),
    ...long(44),
    ...small(45, 45),
    ...large(0),
    ...large(0),
    ...[count, count, size, at].flatMap(long),
  ]
  const locator = [...large(0x07064b50), ...large(0), ...long(end), ...large(1)]
  const last = [...bytes.slice(end)]
  last.splice(12, 4, ...large(0xffffffff))
  return Uint8Array.from([...bytes.slice(0, end), ...record, ...locator, ...last])
}

function crcOf(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook with one sheet of this XML inside `worksheet`. */
export const workbookParts = (sheet: string, more = ''): Record<string, string> => ({
  '[Content_Types].xml': `<?xml version="1.0"?>${more}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${document}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${more}<worksheet xmlns="${main}">${sheet}</worksheet>`,
})

/** A cell with a text in it. */
export const textCell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
