/** Values on their way into SQLite, with D1's rules. */

export type Value = string | number | null | Uint8Array

const isByte = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < 256

/** D1 sends values as JSON, which has no NaN and no infinity. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/**
 * Converts a bound value.
 * @throws {Error} `D1_TYPE_ERROR` for what D1 does not take either: undefined, BigInt, dates, objects, functions
 */
export const toSqlite = (value: unknown): Value => {
  if (typeof value === 'number') return finite(value)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null) return null
  if (value instanceof Uint8Array) return value
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  // Each element becomes one byte, whatever its width, as in D1.
  if (ArrayBuffer.isView(value)) return Uint8Array.from(value as unknown as ArrayLike<number>)
  if (Array.isArray(value) && value.every(isByte)) return Uint8Array.from(value)
  const refusal = `Type '${typeof value}' not supported for value '${value}'`
  throw new Error(`D1_TYPE_ERROR: ${refusal}`, { cause: new Error(refusal) })
}
