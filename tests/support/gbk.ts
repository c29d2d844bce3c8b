/** The two bytes of every character of GBK; the platform only decodes it. */
const bytesOf = new Map<string, [number, number]>()
const decoder = new TextDecoder('gbk')
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = decoder.decode(Uint8Array.of(lead, trail))
    if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, [lead, trail])
  }

/** A text as bytes of GBK. */
export const toGbk = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = bytesOf.get(character)
      if (!bytes && character > '\u007f') throw new Error(`${character} is not in GBK`)
      return bytes ?? [character.charCodeAt(0)]
    }),
  )

/** A text as a form in GBK sends it, every byte as `%` and two digits. */
export const gbkEscaped = (text: string): string =>
  [...toGbk(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
