/**
 * Returns random bytes from a cryptographic source. Entry files inject it (`Ports.random`) for all code that needs
 * randomness, so that tests can choose the bytes.
 */
export type Random = (bytes: number) => Uint8Array<ArrayBuffer>

/** `count` unbiased random decimal digits: bytes of 250 and above are discarded. */
export const randomDigits = (random: Random, count: number): string => {
  let digits = ''
  while (digits.length < count) {
    for (const byte of random(count)) if (byte < 250 && digits.length < count) digits += byte % 10
  }
  return digits
}
