/**
 * Returns random bytes from a cryptographic source. Entry files inject it (`Ports.random`) for all code that needs
 * randomness, so that tests can choose the bytes.
 */
export type Random = (bytes: number) => Uint8Array<ArrayBuffer>
