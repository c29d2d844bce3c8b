/**
 * Random bytes from a cryptographic source. Entry files hand it in (`Ports.random`), so that tests can choose what is
 * drawn; everything that needs randomness gets it from there.
 */
export type Random = (bytes: number) => Uint8Array<ArrayBuffer>
