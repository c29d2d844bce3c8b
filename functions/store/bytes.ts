/** A blob as a driver returns it: an array of numbers from D1, bytes from node:sqlite. */
export type Blob = Uint8Array | ArrayBuffer | number[]

/** Converts a driver's blob to bytes, which is what all code above the drivers uses. */
export const toBytes = (value: Blob): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(value instanceof ArrayBuffer ? new Uint8Array(value) : value)
