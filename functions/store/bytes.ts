/** A blob as a driver gives it back: D1 an array of numbers, node:sqlite bytes. */
export type Blob = Uint8Array | ArrayBuffer | number[]

/** Above the drivers blobs are bytes. */
export const toBytes = (value: Blob): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(value instanceof ArrayBuffer ? new Uint8Array(value) : value)
