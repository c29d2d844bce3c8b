import * as platform from '#crypto'

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => platform.sha256(bytes)
